import { createExpression, latest, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import type { Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import type { Scene } from '#lib/core/cartography/scene.ts';
import { MAP_KINDS, type MapStyle } from '#lib/core/cartography/style/map-style.ts';
import { PALETTES } from '#lib/core/cartography/style/palettes.ts';
import { isInside, styledScene } from '#lib/core/cartography/style/styled-scene.ts';
import type { Variable } from '#lib/core/cartography/style/variable.ts';
import { MAP_TOKENS, THEMES, type Theme } from '#lib/core/cartography/tokens.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import { TYPES } from '#lib/core/scoring/typology.ts';
import { CLASS_METHODS } from '#lib/core/statistics/classify.ts';
import { mapSvg } from '#lib/drawing/map-svg.ts';
import { fillColor } from '#lib/map/layers/territories.ts';

const text = (word: string) => ({ ar: word, fr: word, en: word });
const figure = fc.oneof(
	{ weight: 5, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
	{ weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }) },
	{ weight: 2, arbitrary: fc.constant(NaN) },
	{ weight: 1, arbitrary: fc.constantFrom(-0, 0, 1e300, -1e300, 5e-324, 40, 40.000000001) }
);
const LONGEST = 40;
/** Also none, one, all equal, all unknown, fewer values than classes. */
const column = fc.oneof(
	{ weight: 6, arbitrary: fc.array(figure, { maxLength: LONGEST, size: 'large' }) },
	{ weight: 1, arbitrary: fc.tuple(figure, fc.integer({ min: 1, max: 12 })).map(([value, n]) => new Array<number>(n).fill(value)) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => new Array<number>(n).fill(NaN)) }
);
const breaks = fc.uniqueArray(fc.integer({ min: -5, max: 60 }), { minLength: 1, maxLength: 8 }).map((list) => list.sort((a, b) => a - b));
const range = fc.record({ from: fc.option(fc.integer({ min: -10, max: 5 })), to: fc.option(fc.integer({ min: 3, max: 50 })) });
const style: fc.Arbitrary<MapStyle> = fc.record({
	kind: fc.constantFrom(...MAP_KINDS),
	classing: fc.option(
		fc.record({ method: fc.constantFrom(...CLASS_METHODS), classes: fc.integer({ min: 2, max: 9 }), breaks: fc.option(breaks) })
	),
	palette: fc.option(fc.constantFrom(...PALETTES.map(({ id }) => id))),
	reversed: fc.boolean(),
	opacity: fc.integer({ min: 20, max: 100 }),
	range,
	only: fc.option(fc.array(fc.nat(5)))
});
const variableParts = fc.record({
	lowIsStrong: fc.boolean(),
	breaks: fc.option(breaks),
	reference: fc.option(fc.constantFrom(0, 3, 40)),
	family: fc.constantFrom('score', 'need', 'potential', 'cooperatives')
});

function variableOf(values: readonly number[], parts: Partial<Variable>, isOfTypes = false): Variable {
	const types = values.map((value) => (Number.isNaN(value) ? null : TYPES[Math.abs(Math.trunc(value)) % TYPES.length]!));
	return {
		id: 'own:synthetic:column',
		title: text('synthetic'),
		unit: text('%'),
		year: null,
		credit: text('synthetic'),
		decimals: 1,
		note: null,
		measure: 'rate',
		family: 'need',
		lowIsStrong: false,
		values: Float64Array.from(values),
		states: ['not-documented', 'insufficient'],
		stateOf: (index) => (index % 2 === 0 ? 'not-documented' : 'insufficient'),
		breaks: null,
		reference: null,
		...parts,
		...(isOfTypes ? { types } : {})
	};
}

/** What is drawn for random values, in a random style; the second column is as long as the first. */
const drawn = fc
	.tuple(column, fc.array(figure, { minLength: LONGEST, maxLength: LONGEST }), style, variableParts, fc.boolean())
	.map(([values, others, asked, parts, isOfTypes]) => {
		const second = others.slice(0, values.length);
		const variable = variableOf(values, parts as Partial<Variable>, isOfTypes && asked.kind === 'types');
		const other = asked.kind === 'bivariate' ? variableOf(second, { states: ['no-data'], stateOf: () => 'no-data' }) : null;
		const scene = styledScene({
			level: 'province',
			codes: values.map((_, i) => `MA-${i}`),
			variable,
			other,
			style: asked,
			labelAt: () => [-7, 31],
			symbolLabel: (code) => code,
			places: []
		});
		return { values, second, asked, scene };
	});

/** The colour that MapLibre gives a territory of this row. */
function painted(scene: Scene, theme: Theme): (row: number) => string {
	const expression = fillColor(scene.legend.rows, theme);
	if (typeof expression === 'string') return () => expression;
	const parsed = createExpression(expression, 'layers[0].paint.fill-color', latest.paint_fill['fill-color'] as StylePropertySpecification);
	if (parsed.result === 'error') throw new Error(parsed.value.map(({ message }) => message).join());
	return (row) => hexOf(parsed.value.evaluate({ zoom: 5 } as never, undefined, { row }));
}

function hexOf({ r, g, b, a }: { readonly r: number; readonly g: number; readonly b: number; readonly a: number }): string {
	expect(a).toBe(1);
	return `#${[r, g, b].map((value) => Math.round(255 * value).toString(16).padStart(2, '0')).join('')}`; // prettier-ignore
}

test('P28: every painted colour equals its legend class, and the value lies in it', () => {
	fc.assert(
		fc.property(drawn, fc.constantFrom(...THEMES), ({ values, second, asked, scene }, theme) => {
			const colorAt = painted(scene, theme);
			const { rows } = scene.legend;
			scene.codes.forEach((_, i) => {
				const row = rows[scene.rows[i]!]!;
				expect(colorAt(scene.rows[i]!)).toBe(row.look.kind === 'color' ? row.look[theme] : MAP_TOKENS.blank[theme]);
				const isTold = !Number.isNaN(values[i]!) && !(scene.legend.subject.kind === 'mapped' && scene.legend.subject.map === 'bivariate' && Number.isNaN(second[i]!)); // prettier-ignore
				if (asked.kind !== 'hexagons' && asked.kind !== 'heat') expect(row.look.kind === 'pattern').toBe(!isTold);
				if (row.meaning.kind === 'outside') expect(isInside(values[i]!, asked.range)).toBe(false);
				if (row.meaning.kind !== 'class') return;
				expect(values[i]).toBeGreaterThan(row.meaning.lo ?? -Infinity);
				expect(values[i]).toBeLessThanOrEqual(row.meaning.hi ?? Infinity);
				expect(isInside(values[i]!, asked.range)).toBe(true);
			});
		}),
		{ numRuns: 300 }
	);
});

test('P28: the counts of the legend add up to the number of territories, each look is its own, and the row outside is last', () => {
	fc.assert(
		fc.property(drawn, ({ scene, asked }) => {
			const { rows } = scene.legend;
			expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(scene.codes.length);
			rows.forEach(({ count }, index) => expect(scene.rows.filter((row) => row === index).length).toBe(count));
			expect(new Set(rows.map(({ look }) => JSON.stringify(look))).size).toBe(rows.length);
			const outside = rows.findIndex(({ meaning }) => meaning.kind === 'outside');
			const isRanged = asked.range.from !== null || asked.range.to !== null;
			if (!isRanged) expect(outside).toBe(-1);
			if (outside >= 0) expect(outside).toBe(rows.length - 1);
		}),
		{ numRuns: 300 }
	);
});

/** Squares in a line, one per code. */
function squares(codes: readonly string[]): PolygonTopology {
	const ring = (i: number): [number, number][] => {
		const west = -12 + i * 0.2;
		return [[west, 30], [west, 31], [west + 0.2, 31], [west + 0.2, 30], [west, 30]]; // prettier-ignore
	};
	const topology: Topology = {
		type: 'Topology',
		arcs: codes.map((_, i) => ring(i)),
		objects: {
			provinces: { type: 'GeometryCollection', geometries: codes.map((id, i) => ({ type: 'Polygon', id, arcs: [[i]] })) },
			regions: { type: 'GeometryCollection', geometries: [] },
			neighbours: { type: 'GeometryCollection', geometries: [] }
		}
	};
	return topology as PolygonTopology;
}

test('P28: the drawing without WebGL fills every territory as its legend row looks', () => {
	fc.assert(
		fc.property(drawn, fc.constantFrom(...THEMES), ({ scene }, theme) => {
			const topology = squares(scene.codes);
			const picture = { topology, context: topology, scene, names: (code: string) => code, labelAt: () => null, regions: [], towns: [] };
			const svg = mapSvg({ ...picture, language: 'en', theme, selected: null, title: '', description: '', legend: null, source: '' });
			const groups = [...svg.matchAll(/<g data-row="(\d+)" fill="([^"]+)">(.*?)<\/g>/g)];
			const filled = new Map(
				groups.flatMap(([, , fill, paths]) => [...paths!.matchAll(/data-code="([^"]+)"/g)].map(([, code]) => [code!, fill!]))
			);
			expect(filled.size).toBe(scene.codes.length);
			scene.codes.forEach((code, i) => {
				const { look } = scene.legend.rows[scene.rows[i]!]!;
				if (look.kind === 'color') expect(filled.get(code)).toBe(look[theme]);
				else expect(filled.get(code)).toMatch(new RegExp(`^url\\(#.*${look.pattern}\\)$`));
			});
		}),
		{ numRuns: 100 }
	);
});
