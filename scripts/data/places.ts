import type { Position } from '#lib/core/geo/geography.ts';
import type { Settlement } from '#lib/core/statistics/access.ts';
import { byKey, rowsOf } from './rows.ts';
import { FOLDERS } from './sources.ts';

/** One commune as distances and markets need it. `people` are municipal inhabitants. */
export interface CommunePlace extends Settlement {
	readonly code: string;
	readonly province: string;
	readonly region: string;
	readonly urbanPeople: number;
}

/** Where people live, and where the seats of the regions are. */
export interface Places {
	readonly communes: readonly CommunePlace[];
	/** Point of the seat per region code. */
	readonly regionalSeats: ReadonlyMap<string, Position>;
}

/** Communes with their points and the seats of the regions. Throws when the seat of a region is the seat of none of its provinces. */
export function readPlaces(root: string): Places {
	const points = byKey(rowsOf(root, `${FOLDERS.points}/commune_points.csv`), 'code');
	const provinces = rowsOf(root, `${FOLDERS.census}/provinces.csv`);
	const regionOf = new Map(provinces.map((row) => [row.text('iso_3166_2'), row.text('region_iso')]));
	const communes = rowsOf(root, `${FOLDERS.census}/communes.csv`).map((row) => {
		const point = points.get(row.text('code'));
		const position: Position | null = point ? [point.number('lon'), point.number('lat')] : null;
		return {
			code: row.text('code'),
			province: row.text('province_iso'),
			region: regionOf.get(row.text('province_iso'))!,
			position,
			people: row.number('pop_2024_municipale'),
			urbanPeople: row.number('pop_2024_urban')
		};
	});
	const seats = [`${FOLDERS.seats}/province_seats.csv`, `${FOLDERS.points}/province_seats.csv`].flatMap((path) => rowsOf(root, path));
	const seatOf = new Map(seats.map((row): [string, Position] => [row.text('iso_3166_2'), [row.number('lon'), row.number('lat')]]));
	const regionalSeats = new Map(
		rowsOf(root, `${FOLDERS.census}/regions.csv`).map((region): [string, Position] => {
			// «Tanger (préfecture de Tanger-Assilah)» → «Tanger»
			const name = region.text('chef_lieu').replace(/\s*\(.*$/, '');
			const province = provinces.find((row) => row.text('region_iso') === region.text('iso_3166_2') && row.text('chef_lieu_fr') === name);
			const seat = province && seatOf.get(province.text('iso_3166_2'));
			return [region.text('iso_3166_2'), seat ?? region.fail(`no province of the region has its seat at ${name}.`)];
		})
	);
	return { communes, regionalSeats };
}
