import { describe, expect, test } from 'vitest';
import { TYPES } from '#lib/core/scoring/typology.ts';
import { lookOfState, RAMPS } from '../ramps.ts';
import type { Scene } from '../scene.ts';
import { radiiOf } from '../symbols.ts';
import { BIVARIATE_COLOURS, pairRow, scatterOf } from './bivariate.ts';
import { PLAIN_STYLE, type MapStyle } from './map-style.ts';
import { OUTSIDE_LOOK } from './quiet-looks.ts';
import { drawnKind, rowMarks, styledScene, type StyledParts } from './styled-scene.ts';
import type { Variable } from './variable.ts';

const text = (word: string) => ({ ar: word, fr: word, en: word });
const variableOf = (values: readonly number[], more: Partial<Variable> = {}): Variable => ({
	id: 'own:synthetic:column',
	title: text('synthetic'),
	unit: text('%'),
	year: '2024',
	credit: text('synthetic'),
	decimals: 1,
	note: null,
	measure: 'rate',
	family: 'need',
	lowIsStrong: false,
	values: Float64Array.from(values),
	states: ['no-data'],
	breaks: null,
	reference: null,
	...more
});
const sceneOf = (variable: Variable, style: Partial<MapStyle> = {}, more: Partial<StyledParts> = {}): Scene =>
	styledScene({
		level: 'province',
		codes: Array.from(variable.values, (_, i) => `MA-${i}`),
		variable,
		other: null,
		style: { ...PLAIN_STYLE, ...style },
		labelAt: () => [-7, 31],
		symbolLabel: (code, value) => `${code} ${value}`,
		places: [],
		...more
	});
const kindsOf = ({ legend }: Scene) => legend.rows.map(({ meaning }) => meaning.kind);
const countsOf = ({ legend }: Scene) => legend.rows.map(({ count }) => count);

describe('a choropleth', () => {
	const scene = sceneOf(variableOf([10, 20, 30, 40, NaN], { breaks: [15, 35] }));

	test('has the classes of the variable in the colours of its family, then the unknown', () => {
		expect(kindsOf(scene)).toEqual(['class', 'class', 'class', 'no-data']);
		expect([...scene.rows]).toEqual([0, 1, 1, 2, 3]);
		expect(countsOf(scene)).toEqual([1, 2, 1, 1]);
		expect(scene.legend.rows[0]!.look).toEqual({ kind: 'color', ...RAMPS.need[0] });
		expect(scene.legend.rows[3]!.look).toEqual(lookOfState('no-data'));
	});

	test('gives the strongest colour to the lowest class where less is more need, unless turned round', () => {
		const low = variableOf([1, 2, 3], { breaks: [1, 2], lowIsStrong: true });
		expect(sceneOf(low).legend.rows[0]!.look).toEqual({ kind: 'color', ...RAMPS.need[4] });
		expect(sceneOf(low, { reversed: true }).legend.rows[0]!.look).toEqual({ kind: 'color', ...RAMPS.need[0] });
	});

	test('puts what the range leaves out into a last row of its own, which is there only then', () => {
		const ranged = sceneOf(variableOf([10, 20, 30, 40, NaN], { breaks: [15, 35] }), { range: { from: 20, to: null } });
		expect(kindsOf(ranged)).toEqual([...kindsOf(scene), 'outside']);
		expect([...ranged.rows]).toEqual([4, 1, 1, 2, 3]);
		expect(ranged.legend.rows[4]).toEqual({ meaning: { kind: 'outside', from: 20, to: null }, look: OUTSIDE_LOOK, count: 1 });
	});

	test('keeps its rows and looks while values change, and whatever rows are shown alone', () => {
		const plain = ({ legend }: Scene) => legend.rows.map(({ meaning, look }) => ({ meaning, look }));
		expect(plain(sceneOf(variableOf([99, NaN], { breaks: [15, 35] })))).toEqual(plain(scene));
		expect(plain(sceneOf(variableOf([99, NaN], { breaks: [15, 35] }), { only: [1], opacity: 40 }))).toEqual(plain(scene));
	});

	test('says why a value is unknown, and refuses a reason that has no row', () => {
		const states = ['not-documented', 'insufficient'] as const;
		expect([...sceneOf(variableOf([NaN, NaN], { states, stateOf: (i) => states[i]! })).rows]).toEqual([1, 2]);
		expect(() => sceneOf(variableOf([NaN], { stateOf: () => 'ineligible' }))).toThrow('ineligible');
	});

	test('with a diverging palette has its middle at the reference', () => {
		const diverging = sceneOf(variableOf([1, 2, 3, 4, 5, 6, 7, 8], { reference: 6 }), { palette: 'brbg' });
		const looks = diverging.legend.rows.map(({ look }) => look);
		const mirrored = sceneOf(variableOf([1, 2, 3, 4, 5, 6, 7, 8], { reference: 6 }), { palette: 'brbg', reversed: true });
		expect(diverging.legend.rows.some(({ meaning }) => meaning.kind === 'class' && meaning.hi === 6)).toBe(true);
		expect(mirrored.legend.rows.map(({ look }) => look)).not.toEqual(looks);
	});

	test('marks the row of one value', () => {
		const { legend } = sceneOf(variableOf([10, 20, 30, 40, NaN], { breaks: [15, 35] }), { range: { from: null, to: 36 } });
		expect([10, 15, 15.1, 36, 37, NaN].map((value) => rowMarks(legend, value))).toEqual([0, 0, 1, 2, 4, null]);
	});
});

describe('circles', () => {
	const scene = sceneOf(variableOf([0, 4, 16, 400, NaN], { measure: 'count', states: ['not-published'] }), { kind: 'symbols' });

	test('stand on plain ground; the unknown is hatched', () => {
		expect(kindsOf(scene)).toEqual(['ground', 'not-published']);
		expect([...scene.rows]).toEqual([0, 0, 0, 0, 1]);
		expect(rowMarks(scene.legend, 16)).toBe(0);
	});

	test('have areas in proportion, none for zero, which is known all the same', () => {
		expect(scene.symbols.map(({ territory, value }) => [territory, value])).toEqual([
			['MA-1', 4],
			['MA-2', 16],
			['MA-3', 400]
		]);
		const radii = radiiOf(scene.symbols);
		expect((radii[2]! / radii[1]!) ** 2).toBeCloseTo(25, 6);
		const lines = scene.legend.symbols!.lines.map(({ meaning, count, of }) => [meaning.kind, count, of]);
		expect(lines).toEqual([
			['counted', 4, 5],
			['zero', 1, 4],
			['unknown', 1, 5]
		]);
		expect(scene.legend.symbols).toMatchObject({ largest: 400, counted: { title: text('synthetic') } });
		expect(scene.legend.symbols!.counted).not.toHaveProperty('values');
	});

	test('are not drawn outside the range, and still counted', () => {
		const ranged = sceneOf(variableOf([0, 4, 16, 400], { measure: 'count' }), { kind: 'symbols', range: { from: 1, to: 100 } });
		expect(ranged.symbols.map(({ value }) => value)).toEqual([4, 16]);
		expect(countsOf(ranged)).toEqual([2, 0, 2]);
		expect(ranged.legend.symbols!.lines[0]).toMatchObject({ count: 4, of: 4 });
	});
});

describe('two variables', () => {
	const first = variableOf([1, 2, 3, 4, 5, 6, NaN, 1], { states: ['insufficient'] });
	const second = variableOf([60, 50, 40, 30, 20, 10, 10, NaN]);
	const scene = sceneOf(first, { kind: 'bivariate' }, { other: second });

	test('have nine rows in a fixed order, then the states of both', () => {
		expect(kindsOf(scene)).toEqual([...BIVARIATE_COLOURS.map(() => 'pair'), 'insufficient', 'no-data']);
		expect(scene.legend.rows[pairRow(2, 0)]!.meaning).toEqual({ kind: 'pair', first: 2, second: 0 });
		expect(scene.legend.rows[pairRow(2, 0)]!.look).toEqual({ kind: 'color', ...BIVARIATE_COLOURS[2] });
		expect([...scene.rows]).toEqual([6, 6, 4, 4, 2, 2, 9, 10]);
	});

	test('keep ties together, and call two groups low and high, one the middle', () => {
		const constant = sceneOf(variableOf([5, 5, 5]), { kind: 'bivariate' }, { other: variableOf([1, 1, 9]) });
		expect([...constant.rows]).toEqual([pairRow(1, 0), pairRow(1, 0), pairRow(1, 2)]);
	});

	test('take locked breaks for the first alone, and its range', () => {
		const style = {
			kind: 'bivariate',
			classing: { method: 'quantile', classes: 3, breaks: [10, 20] },
			range: { from: 2, to: null }
		} as const;
		const locked = sceneOf(first, style, { other: second });
		expect([...locked.rows]).toEqual([11, 6, 3, 3, 0, 0, 9, 10]);
	});

	test('turn their colours where less is more need, and change places when reversed', () => {
		const turned = sceneOf(variableOf([1, 2, 3], { lowIsStrong: true }), { kind: 'bivariate' }, { other: variableOf([1, 2, 3]) });
		expect(turned.legend.rows[pairRow(0, 0)]!.look).toEqual({ kind: 'color', ...BIVARIATE_COLOURS[2] });
		const swapped = sceneOf(first, { kind: 'bivariate', reversed: true }, { other: second });
		expect(swapped.legend.rows[pairRow(2, 0)]!.look).toEqual({ kind: 'color', ...BIVARIATE_COLOURS[6] });
	});

	test('never share a hatch between two states', () => {
		const own = variableOf([NaN, 1], { states: ['not-documented', 'insufficient', 'ineligible'] });
		const { legend } = sceneOf(own, { kind: 'bivariate' }, { other: variableOf([1, NaN]) });
		const patterns = legend.rows.flatMap(({ look }) => (look.kind === 'pattern' ? [look.pattern] : []));
		expect(new Set(patterns).size).toBe(4);
	});

	test('are a cloud of points with as many in each cell as the legend says', () => {
		const { points, cells, others } = scatterOf(first.values, second.values, scene.rows);
		expect(cells).toEqual(countsOf(scene).slice(0, 9));
		expect(points).toHaveLength(6);
		expect(points[2]).toEqual({ index: 2, x: 3, y: 40, row: 4 });
		expect(others).toBe(2);
	});
});

describe('types, hexagons and density', () => {
	test('types have a colour each, and the state where there is none', () => {
		const types = sceneOf(variableOf([50, 60, NaN], { measure: 'type', types: ['follow', 'consolidate', null] }), {
			kind: 'types',
			range: { from: 55, to: null }
		});
		expect(kindsOf(types)).toEqual([...TYPES.map(() => 'type'), 'no-data']);
		expect([...types.rows]).toEqual([TYPES.indexOf('follow'), TYPES.indexOf('consolidate'), TYPES.length]);
	});

	test.each(['hexagons', 'heat'] as const)('%s stand on plain ground and count places', (kind) => {
		const places = [{ id: 'a', kind: 'point', territory: 'MA-0', position: [-7, 31], value: 3, label: 'a' }] as const;
		const scene = sceneOf(variableOf([NaN, NaN], { measure: 'count' }), { kind }, { places });
		expect(scene.symbols).toBe(places);
		expect(scene.legend.rows).toMatchObject([{ meaning: { kind: 'ground' }, count: 2 }]);
		expect(scene.legend.symbols!.lines).toMatchObject([{ meaning: { kind: 'places' }, count: 3, of: 3 }]);
	});

	test('a kind that lacks what it needs becomes the first that suits the variable', () => {
		const rate = variableOf([1]);
		expect(drawnKind('bivariate', rate, null)).toBe('choropleth');
		expect(drawnKind('types', { ...rate, measure: 'count' }, null)).toBe('symbols');
		expect(drawnKind('choropleth', { ...rate, measure: 'type', types: ['follow'] }, null)).toBe('types');
		expect(drawnKind('heat', rate, null)).toBe('heat');
	});
});
