import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { fetchJson, fileOf } from '#lib/data/atlas.ts';
import type { PrintShapes } from './print-parts.ts';

/** Reads what a printed map of a level is drawn from; rejects when a file does not come. */
export type PrintReader = (level: Level) => Promise<PrintShapes>;

/** The reader of a release: the files that the live map reads too, in their finest detail, each once. */
export function printShapesOf(release: string, fetch: typeof globalThis.fetch): PrintReader {
	const files = new Map<string, Promise<unknown>>();
	const read = <T>(name: string): Promise<T> => {
		const asked = files.get(name) ?? fetchJson<T>(fileOf(release, name), fetch);
		files.set(name, asked);
		// A failed file may be asked for again.
		asked.catch(() => files.delete(name));
		return asked as Promise<T>;
	};
	return async (level) => {
		const [topology, frame, context, towns] = await Promise.all([
			read<PolygonTopology>(level === 'commune' ? 'communes.topo.json' : 'provinces-detail.topo.json'),
			read<PolygonTopology>('provinces-detail.topo.json'),
			read<PolygonTopology>('context.topo.json'),
			read<PrintShapes['towns']>('towns.json')
		]);
		return { topology, frame, context, towns };
	};
}
