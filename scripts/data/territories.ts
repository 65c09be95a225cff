import type { Territory, TerritoryKind } from '#lib/core/territory/territory.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import { byKey, rowsOf, type Row } from './rows.ts';
import { FOLDERS } from './sources.ts';

/** Three names of a row: Arabic, French, and English where HCP gives one, else the French form, which is the official Latin one. */
const nameOf = (row: Row, english: string | null = null) => ({ ar: row.text('name_ar'), fr: row.text('name_fr'), en: english ?? row.text('name_fr') });

const COMMUNE_KINDS: Readonly<Record<string, TerritoryKind>> = {
	urbain: 'urban-commune',
	rural: 'rural-commune',
	// A rural commune with an urban centre inside stays a rural commune by law.
	'mixte (centre urbain)': 'rural-commune'
};

/**
 * Regions, provinces and communes, in this order, each level by code. Labels and areas are those of the point tables and
 * `coastal` is false until `withGeography` puts in what the polygons say.
 */
export function readTerritories(root: string): Territory[] {
	const aliases = Map.groupBy(rowsOf(root, 'facts/furas/territory_aliases/2026/aliases.csv'), (row) => row.text('code'));
	const aliasesOf = (code: string): string[] => (aliases.get(code) ?? []).map((row) => row.text('alias'));
	const provinces = readProvinces(root, aliasesOf);
	const regions = readRegions(root, aliasesOf, provinces);
	const known = new Set([...regions, ...provinces].map(({ code }) => code));
	for (const province of provinces) if (!known.has(province.parent!)) throw new Error(`Province ${province.code} belongs to no known region: ${province.parent}.`);
	const communes = withNamesakes(readCommunes(root, aliasesOf, known), provinces);
	const codes = new Set([...known, ...communes.map(({ code }) => code)]);
	for (const code of aliases.keys()) if (!codes.has(code)) throw new Error(`aliases.csv: «${code}» is no territory.`);
	return [...regions, ...provinces, ...communes];
}

function readRegions(root: string, aliasesOf: (code: string) => string[], provinces: readonly Territory[]): Territory[] {
	const areas = byKey(rowsOf(root, `${FOLDERS.points}/region_areas.csv`), 'iso_3166_2');
	return sorted(
		rowsOf(root, `${FOLDERS.census}/regions.csv`).map((row) => {
			const code = row.text('iso_3166_2');
			return {
				code,
				level: 'region',
				kind: 'region',
				parent: null,
				name: nameOf(row, row.text('name_en')),
				aliases: aliasesOf(code),
				label: null,
				populationLegal: row.number('pop_2024'),
				populationMunicipal: sumOf(provinces.filter(({ parent }) => parent === code)),
				households: row.number('households_2024'),
				areaKm2: areas.get(code)?.number('area_km2') ?? null,
				coastal: false
			};
		})
	);
}

function readProvinces(root: string, aliasesOf: (code: string) => string[]): Territory[] {
	const points = byKey(rowsOf(root, `${FOLDERS.points}/province_points.csv`), 'iso_3166_2');
	return sorted(
		rowsOf(root, `${FOLDERS.census}/provinces.csv`).map((row) => {
			const code = row.text('iso_3166_2');
			const kind = row.text('kind');
			if (kind !== 'province' && kind !== 'prefecture') return row.fail(`«kind» is neither province nor prefecture: ${kind}.`);
			return {
				code,
				level: 'province',
				kind,
				parent: row.text('region_iso'),
				name: nameOf(row),
				aliases: aliasesOf(code),
				label: positionOf(points.get(code), 'label_lon', 'label_lat'),
				populationLegal: row.number('pop_2024'),
				populationMunicipal: row.number('pop_2024_municipale'),
				households: row.number('households_2024'),
				areaKm2: points.get(code)?.number('area_km2') ?? null,
				coastal: false
			};
		})
	);
}

function readCommunes(root: string, aliasesOf: (code: string) => string[], provinces: ReadonlySet<string>): Territory[] {
	const points = byKey(rowsOf(root, `${FOLDERS.points}/commune_points.csv`), 'code');
	return sorted(
		rowsOf(root, `${FOLDERS.census}/communes.csv`).map((row) => {
			const code = row.text('code');
			const parent = row.text('province_iso');
			if (!provinces.has(parent)) return row.fail(`commune ${code} belongs to no known province: ${parent}.`);
			return {
				code,
				level: 'commune',
				kind: COMMUNE_KINDS[row.text('milieu_2024')] ?? row.fail(`«milieu_2024» is unknown: ${row.text('milieu_2024')}.`),
				parent,
				name: nameOf(row),
				aliases: aliasesOf(code),
				label: positionOf(points.get(code), 'lon', 'lat'),
				populationLegal: row.number('pop_2024'),
				populationMunicipal: row.number('pop_2024_municipale'),
				households: row.number('households_2024'),
				areaKm2: null,
				coastal: false
			};
		})
	);
}

/** A commune with the very name of its province is spelled in as many ways: «Fez» is the commune Fès too. */
function withNamesakes(communes: readonly Territory[], provinces: readonly Territory[]): Territory[] {
	const byCode = new Map(provinces.map((province) => [province.code, province]));
	return communes.map((commune) => {
		const province = byCode.get(commune.parent!)!;
		return commune.name.ar === province.name.ar ? { ...commune, aliases: [...new Set([...commune.aliases, ...province.aliases])] } : commune;
	});
}

const sorted = (territories: Territory[]): Territory[] => territories.sort((a, b) => (a.code < b.code ? -1 : 1));

const sumOf = (territories: readonly Territory[]): number => territories.reduce((sum, { populationMunicipal }) => sum + (populationMunicipal ?? 0), 0);

function positionOf(row: Row | undefined, longitude: string, latitude: string): Position | null {
	return row ? [row.number(longitude), row.number(latitude)] : null;
}
