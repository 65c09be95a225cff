import type { Scene } from '#lib/core/cartography/scene.ts';
import { PLAIN_STYLE, type MapKind } from '#lib/core/cartography/style/map-style.ts';
import { styledScene } from '#lib/core/cartography/style/styled-scene.ts';
import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { PrintGeometry } from '../parts.ts';

/** Everything here is made up: sixteen square provinces in one region, and figures that count upwards. */
const SIDE = 4;
export const CODES = Array.from({ length: SIDE * SIDE }, (_, i) => `MA-T${String(i).padStart(2, '0')}`);
const FROM = { west: -16, south: 22, step: 3.5 };

const cornerOf = (index: number): [number, number] => [
	FROM.west + FROM.step * (index % SIDE),
	FROM.south + FROM.step * Math.floor(index / SIDE)
];

/** Where the label of a square stands: its middle. */
export const syntheticLabel = (code: string): readonly [number, number] | null => {
	const index = CODES.indexOf(code);
	if (index < 0) return code === 'MA-T' ? [-9, 29] : null;
	const [west, south] = cornerOf(index);
	return [west + FROM.step / 2, south + FROM.step / 2];
};

function squares(): PolygonTopology {
	const arcs = CODES.map((_, index) => {
		const [west, south] = cornerOf(index);
		const [east, north] = [west + FROM.step, south + FROM.step];
		return [
			[west, south],
			[west, north],
			[east, north],
			[east, south],
			[west, south]
		] as [number, number][];
	});
	const polygon = (id: string, rings: number[][][]) => ({ type: 'MultiPolygon' as const, id, arcs: rings });
	return {
		type: 'Topology',
		arcs,
		objects: {
			provinces: { type: 'GeometryCollection', geometries: CODES.map((code, index) => polygon(code, [[[index]]])) },
			regions: {
				type: 'GeometryCollection',
				geometries: [
					polygon(
						'MA-T',
						CODES.map((_, index) => [[index]])
					)
				]
			},
			neighbours: { type: 'GeometryCollection', geometries: [] }
		}
	};
}

const topology = squares();
export const syntheticGeometry: PrintGeometry = {
	topology,
	frame: topology,
	context: topology,
	towns: [{ name: 'Aïn Test', position: [-9.5, 30.2] }]
};

const text = (ar: string, fr: string, en: string): Text => ({ ar, fr, en });

function variable(id: string, title: Text, value: (index: number) => number, more: Partial<Variable> = {}): Variable {
	return {
		id,
		title,
		unit: text('% من السكان (مصطنع)', '% de la population (inventé)', '% of people (made up)'),
		year: '2024',
		credit: text('معطيات مصطنعة للاختبار', 'Données inventées pour l’essai', 'Made-up data for the test'),
		decimals: 1,
		note: text('أرقام مصطنعة.', 'Chiffres inventés.', 'Made-up figures.'),
		measure: 'rate',
		family: 'need',
		lowIsStrong: false,
		values: Float64Array.from(CODES, (_, index) => value(index)),
		states: ['no-data'],
		breaks: null,
		reference: null,
		...more
	};
}

/** A rate with one unknown, another rate, and a count. */
const RATE = variable('indicator:made-up', text('معدل النشاط المصطنع', 'Taux d’activité inventé', 'Made-up activity rate'), (i) =>
	i === 5 ? NaN : 10 + 1.7 * i
);
const OTHER = variable('indicator:other', text('الولوج المصطنع إلى الماء', 'Accès inventé à l’eau', 'Made-up access to water'), (i) =>
	i === 9 ? NaN : (i * 7) % 16
);
const COUNT = variable(
	'people',
	text('عدد السكان المصطنع', 'Population inventée', 'Made-up people'),
	(i) => (i === 3 ? NaN : i === 4 ? 0 : 1000 * i),
	{ measure: 'count', family: 'cooperatives', decimals: 0, unit: text('نسمة', 'habitants', 'people') }
);

/** A scene of sixteen provinces of that kind. */
export function syntheticScene(kind: Extract<MapKind, 'choropleth' | 'bivariate' | 'symbols'>): Scene {
	return styledScene({
		level: 'province',
		codes: CODES,
		variable: kind === 'symbols' ? COUNT : RATE,
		other: kind === 'bivariate' ? OTHER : null,
		style: { ...PLAIN_STYLE, kind },
		labelAt: syntheticLabel,
		symbolLabel: (code, value) => `${code}: ${value}`,
		places: []
	});
}
