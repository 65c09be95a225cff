import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OuterLines } from '#lib/core/geo/coast.ts';
import { arcLines, arcOwners, type PolygonTopology } from '#lib/core/geo/topology.ts';

/** Natural Earth cuts the national territory in two units; the line between them is read by nobody. */
export const MOROCCO_UNITS: readonly string[] = ['504', '732'];

/** Codes of the two countries with which the national territory shares a land border. */
export const LAND_NEIGHBOURS: readonly string[] = ['012', '478'];

/** Natural Earth's coast and land border of the whole national territory, to tell sea from land; never drawn. */
export function outerLines(): OuterLines {
	const path = fileURLToPath(import.meta.resolve('world-atlas/countries-10m.json'));
	const world = JSON.parse(readFileSync(path, 'utf8')) as PolygonTopology;
	const owners = arcOwners(world, 'countries');
	const isOurs = (code: string): boolean => MOROCCO_UNITS.includes(code);
	const lines = arcLines(world);
	return {
		coast: lines.filter((_, arc) => owners[arc]?.length === 1 && owners[arc].every(isOurs)),
		landBorder: lines.filter((_, arc) => owners[arc]?.some(isOurs) && owners[arc]?.some((code) => !isOurs(code)))
	};
}
