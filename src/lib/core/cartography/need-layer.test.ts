import { describe, expect, it } from 'vitest';
import type { Shown } from '#lib/core/need/shown.ts';
import { needLayer } from './need-layer.ts';
import { radiiOf, SMALLEST_RADIUS } from './symbols.ts';

const shown = (least: number, most = least): Shown => ({ least, most });
const counts = new Map([
	['P1', shown(48)],
	['P2', shown(12)],
	['P3', shown(1, 4)],
	['P4', shown(2, 8)],
	['P5', shown(13, 16)],
	['P6', shown(0)]
]);
const layer = needLayer(
	{ level: 'province', need: 'water', counts },
	{ labelAt: (code) => [Number(code[1]), 33], label: (code, { least, most }) => `${code} ${least} ${most}` }
);

describe('the layer of declared needs', () => {
	it('draws a circle as large as the number, a ring as large as the least it can be, and none where none is declared', () => {
		expect(layer.symbols.map(({ territory, value, hollow }) => [territory, value, hollow])).toEqual([
			['P1', 48, false],
			['P2', 12, false],
			['P3', 0, true],
			['P4', 0, true],
			['P5', 13, true]
		]);
		const radii = radiiOf(layer.symbols);
		expect(radii[0]! / radii[1]!).toBeCloseTo(2, 9);
		expect(radii.slice(2, 4)).toEqual([SMALLEST_RADIUS, SMALLEST_RADIUS]);
	});

	it('has a legend that says what the map shows: its lines add up to the territories', () => {
		expect(layer.legend.lines.map(({ meaning, mark, count }) => [meaning.kind, mark, count])).toEqual([
			['declared', 'disc', 2],
			['at-least', 'ring', 1],
			['few', 'ring', 2],
			['not-declared', 'none', 1]
		]);
		expect(layer.legend).toMatchObject({ level: 'province', need: 'water', largest: 48 });
		expect(layer.legend.sizes[0]).toEqual({ value: 40, radius: 24 * Math.sqrt(40 / 48) });
	});

	it('has no sample sizes and one line less where nothing but few and none is known', () => {
		const none = needLayer(
			{
				level: 'region',
				need: null,
				counts: new Map([
					['R1', shown(0)],
					['R2', shown(1, 4)]
				])
			},
			{ labelAt: () => [0, 0], label: () => '' }
		);
		expect(none.legend.sizes).toEqual([]);
		expect(none.legend.lines.map(({ meaning }) => meaning.kind)).toEqual(['declared', 'few', 'not-declared']);
	});

	it('draws nothing for a territory without a place, but counts it', () => {
		const nowhere = needLayer({ level: 'province', need: null, counts }, { labelAt: () => null, label: () => '' });
		expect(nowhere.symbols).toEqual([]);
		expect(nowhere.legend.lines.reduce((sum, { count }) => sum + count, 0)).toBe(counts.size);
	});
});
