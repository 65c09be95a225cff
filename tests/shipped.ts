import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';

/** Folder of the current release. Throws a sentence when nothing was built. */
export function shippedFolder(): string {
	const built = process.env.FURAS_DATA ?? 'data/built';
	const current = join(built, 'current.json');
	if (!existsSync(current)) throw new Error(`There is no ${current}: run «npm run data» first, this test reads what is shipped.`);
	return join(built, (JSON.parse(readFileSync(current, 'utf8')) as { id: string }).id);
}

/** A JSON file of the current release, as the type the caller knows it has. */
export function shipped<T>(file: string): T {
	return JSON.parse(readFileSync(join(shippedFolder(), file), 'utf8')) as T;
}

/** Every topology of the current release by file name. */
export function shippedTopologies(): ReadonlyMap<string, PolygonTopology> {
	const names = readdirSync(shippedFolder()).filter((name) => name.endsWith('.topo.json'));
	return new Map(names.sort().map((name) => [name, shipped<PolygonTopology>(name)]));
}
