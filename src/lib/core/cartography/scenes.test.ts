import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import { colorOf } from './legend.ts';
import { looksOf } from './ramps.ts';
import type { Scene } from './scene.ts';
import { sceneOfCooperatives, sceneOfNeed, sceneOfPotentials, sceneOfScores, sceneOfValues } from './scenes.ts';
import { radiusOf, symbolsOfPoints } from './symbols.ts';

const codesOf = (n: number) => Array.from({ length: n }, (_, i) => `T${i}`);
const total = ({ legend }: Scene) => legend.rows.reduce((sum, { count }) => sum + count, 0);
const meaningAt = (scene: Scene, index: number) => scene.legend.rows[scene.rows[index]!]!.meaning;
const share = fc.oneof({ weight: 4, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(NaN) });

/** A legend that cannot lie: counts add up, every row counts the territories painted with it, unknown is never a colour. */
function checkScene(scene: Scene, values: ArrayLike<number>) {
	expect(total(scene)).toBe(scene.codes.length);
	scene.legend.rows.forEach((row, i) => expect(row.count).toBe(scene.rows.filter((index) => index === i).length));
	scene.codes.forEach((_, i) => {
		const row = scene.legend.rows[scene.rows[i]!]!;
		expect(row.meaning.kind === 'class').toBe(!Number.isNaN(values[i]!));
		expect(row.look.kind).toBe(row.meaning.kind === 'class' ? 'color' : 'pattern');
		if (row.meaning.kind !== 'class') return;
		expect(values[i]).toBeGreaterThan(row.meaning.lo ?? -Infinity);
		expect(values[i]).toBeLessThanOrEqual(row.meaning.hi ?? Infinity);
	});
}

test('P28: in every scene counts add up to the number of territories, and the colour of a value is the colour of its legend row', () => {
	fc.assert(
		fc.property(fc.array(share, { maxLength: 80 }), (values) => {
			const codes = codesOf(values.length);
			checkScene(sceneOfNeed('province', codes, values), values);
			checkScene(sceneOfPotentials('province', codes, { chain: 'saffron', filter: 'all', product: null }, values), values);
			checkScene(sceneOfValues('province', codes, 'illiteracy_rate', values), values);
			checkScene(sceneOfCooperatives('province', codes, 'cooperator_share', values), values);
		})
	);
});

describe('the scene of a chain', () => {
	const score = Float64Array.of(38, 40, 40.5, 55, 70, NaN, NaN, NaN);
	const status = Uint8Array.from(
		['scored', 'scored', 'scored', 'scored', 'scored', 'ineligible', 'not-documented', 'insufficient'],
		(name) => STATUSES.indexOf(name as (typeof STATUSES)[number])
	);
	const scene = sceneOfScores('province', codesOf(8), 'saffron', { score, status }, [40, 45, 50, 55]);

	test('has classes (lo, hi] with the breaks of the method', () => {
		checkScene(scene, score);
		expect(meaningAt(scene, 1)).toEqual({ kind: 'class', lo: null, hi: 40 });
		expect(meaningAt(scene, 2)).toEqual({ kind: 'class', lo: 40, hi: 45 });
		expect(meaningAt(scene, 3)).toEqual({ kind: 'class', lo: 50, hi: 55 });
		expect(meaningAt(scene, 4)).toEqual({ kind: 'class', lo: 55, hi: null });
	});

	test('gives ineligible, not documented and insufficient three different looks', () => {
		const looks = [5, 6, 7].map((i) => scene.legend.rows[scene.rows[i]!]!);
		expect(looks.map(({ meaning }) => meaning.kind)).toEqual(['ineligible', 'not-documented', 'insufficient']);
		expect(new Set(looks.map(({ look }) => (look.kind === 'pattern' ? look.pattern : 'color'))).size).toBe(3);
		for (const row of looks) expect(colorOf(row, 'light')).toBeNull();
	});

	test('keeps its rows and their colours when every territory moves to another class', () => {
		const other = sceneOfScores(
			'province',
			codesOf(2),
			'saffron',
			{ score: Float64Array.of(99, 99), status: new Uint8Array(2) },
			[40, 45, 50, 55]
		);
		expect(other.legend.rows.map(({ meaning, look }) => ({ meaning, look }))).toEqual(
			scene.legend.rows.map(({ meaning, look }) => ({ meaning, look }))
		);
	});
});

describe('degenerate data', () => {
	test('all equal values make one class in the middle colour', () => {
		const scene = sceneOfValues('province', codesOf(4), 'x', [3, 3, 3, 3]);
		expect(scene.legend.rows).toHaveLength(2);
		expect(scene.legend.rows[0]).toMatchObject({ count: 4, look: looksOf('need', 1)[0] });
	});
	test('one value beside unknown ones makes one class and a hatch', () => {
		const scene = sceneOfValues('province', codesOf(3), 'x', [NaN, 3, NaN]);
		expect(scene.legend.rows.map(({ count }) => count)).toEqual([1, 2]);
	});
	test('fewer values than classes make fewer classes, never an empty one', () => {
		const scene = sceneOfValues('province', codesOf(3), 'x', [1, 2, 3]);
		expect(scene.legend.rows.filter(({ meaning }) => meaning.kind === 'class').every(({ count }) => count > 0)).toBe(true);
	});
	test('nothing known is all hatch', () => {
		const scene = sceneOfValues('province', codesOf(2), 'x', [NaN, NaN]);
		expect(scene.legend.rows.map(({ count }) => count)).toEqual([0, 2]);
	});
});

describe('symbols', () => {
	test('have areas in proportion to their values', () => {
		expect(radiusOf(100, 400) ** 2 / radiusOf(400, 400) ** 2).toBeCloseTo(0.25, 12);
		expect(radiusOf(0, 0)).toBeGreaterThan(0);
	});
	test('at one position become one symbol that says how many it holds', () => {
		const at = (id: string, position: [number, number]) => ({ id, territory: 'MA-FIG', position, label: id });
		const symbols = symbolsOfPoints([at('a', [-2, 32]), at('b', [-2, 32]), at('c', [-5, 33])]);
		expect(symbols.map(({ value, label }) => [value, label])).toEqual([
			[2, 'a\nb'],
			[1, 'c']
		]);
	});
});
