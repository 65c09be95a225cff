import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import { called } from '#lib/core/territory/called.ts';
import type { Locality } from '#lib/core/territory/locality.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { rowsOf, type Row } from './rows.ts';
import { FOLDERS } from './sources.ts';

type Communes = ReadonlyMap<string, Territory>;

/**
 * Places that lead to a commune: the villages that rows about cooperatives name together with it, the arrondissements of the
 * six cities that HCP divides, and the cercles that no commune of their province is called after. Throws on an unknown
 * commune, and on a row whose origin does not say what it says.
 */
export function readLocalities(root: string, territories: readonly Territory[], cooperatives: readonly Cooperative[]): Locality[] {
	const communes: Communes = new Map(territories.filter(({ level }) => level === 'commune').map((commune) => [commune.code, commune]));
	return [...villages(root, communes, cooperatives), ...arrondissements(root, communes), ...cercles(root, communes)];
}

function villages(root: string, communes: Communes, cooperatives: readonly Cooperative[]): Locality[] {
	const byId = new Map(cooperatives.map((cooperative) => [cooperative.id, cooperative]));
	return rowsOf(root, 'facts/furas/localities/2026/localities.csv').map((row) => {
		const [name, origin] = [row.text('name_fr'), row.text('origin')];
		const commune = communeOf(row, 'commune', communes);
		const cooperative = byId.get(origin) ?? row.fail(`«origin» is no cooperative: ${origin}.`);
		checkOrigin(row, name, commune, cooperative);
		return { name: { ar: row.optional('name_ar') ?? name, fr: name, en: name }, commune: commune.code, basis: 'stated', origin };
	});
}

/** «Ain Leuh (douar Boudraa)» names Boudraa, and the commune Ain Leuh of the province of the cooperative. */
function checkOrigin(row: Row, name: string, commune: Territory, { id, name: own, commune: said, province }: Cooperative): void {
	const parts = (said ?? '').split(/[()]/).map((part) => part.trim().replace(/^douar /, ''));
	if (!parts.includes(name)) row.fail(`${id} does not name «${name}» but «${said}».`);
	if (commune.parent !== province) row.fail(`${id} lies in ${province}, its commune ${commune.code} in ${commune.parent}.`);
	if (!parts.some((part) => part !== name && called(commune, part) !== null)) row.fail(`${id} does not name the commune ${commune.name.fr} but «${said}».`);
	const arabic = row.optional('name_ar');
	if (arabic !== null && !own.ar.includes(arabic)) row.fail(`${id} does not write «${arabic}» but «${own.ar}».`);
}

function arrondissements(root: string, communes: Communes): Locality[] {
	return rowsOf(root, `${FOLDERS.census}/arrondissements.csv`).map((row) => {
		const name = { ar: row.text('name_ar'), fr: row.text('name_fr'), en: row.text('name_fr') };
		return { name, commune: communeOf(row, 'commune_code', communes).code, basis: 'stated', origin: row.text('code') };
	});
}

/** HCP gives cercles in French only. One that is called like a commune of its province would hide it behind its neighbours. */
function cercles(root: string, communes: Communes): Locality[] {
	const provinces = Map.groupBy(communes.values(), ({ parent }) => parent);
	return rowsOf(root, `${FOLDERS.census}/communes.csv`).flatMap((row): Locality[] => {
		const name = row.optional('cercle_fr');
		const { code, parent } = communeOf(row, 'code', communes);
		if (name === null || provinces.get(parent)!.some((commune) => called(commune, name) !== null)) return [];
		return [{ name: { ar: name, fr: name, en: name }, commune: code, basis: 'cercle', origin: code }];
	});
}

const communeOf = (row: Row, column: string, communes: Communes): Territory =>
	communes.get(row.text(column)) ?? row.fail(`«${column}» is no commune: ${row.text(column)}.`);
