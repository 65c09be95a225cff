import { areaKm2 } from '#lib/core/geo/area.ts';
import { coastKm } from '#lib/core/geo/coast.ts';
import type { Geography, TerritoryShape } from '#lib/core/geo/geography.ts';
import { labelPoint } from '#lib/core/geo/label.ts';
import { adjacencyOf, shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { outerLines } from './outer-lines.ts';

/** Less coast than this is the meeting point of a border with the shore, or a rounding of the grid. */
const LEAST_COAST_KM = 0.5;

/** Topologies to describe, and the communes of the tables, some of which have no cell. */
export interface GeographyInput {
	readonly provinces: PolygonTopology;
	readonly communes: PolygonTopology;
	readonly communeCodes: readonly string[];
}

/** Labels, areas, coasts and neighbours of all territories; a commune without a cell is listed with nulls. */
export function geographyOf({ provinces, communes, communeCodes }: GeographyInput): Geography {
	const lines = outerLines();
	const described = (topology: PolygonTopology, object: string): [string, TerritoryShape][] => {
		const coast = coastKm(topology, object, lines);
		return [...shapesOf(topology, object)].map(([code, shape]) => {
			const [lon, lat] = labelPoint(shape);
			return [
				code,
				{ label: [rounded(lon, 5), rounded(lat, 5)], areaKm2: rounded(areaKm2(shape), 2), coastal: (coast.get(code) ?? 0) > LEAST_COAST_KM }
			];
		});
	};
	const nothing: TerritoryShape = { label: null, areaKm2: null, coastal: null };
	const territories = new Map([
		...communeCodes.map((code): [string, TerritoryShape] => [code, nothing]),
		...described(provinces, 'regions'),
		...described(provinces, 'provinces'),
		...described(communes, 'communes')
	]);
	return {
		territories: Object.fromEntries([...territories].sort(([a], [b]) => (a < b ? -1 : 1))),
		adjacency: {
			region: adjacencyOf(provinces, 'regions'),
			province: adjacencyOf(provinces, 'provinces'),
			commune: { ...Object.fromEntries(communeCodes.map((code) => [code, []])), ...adjacencyOf(communes, 'communes') }
		}
	};
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
