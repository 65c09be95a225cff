import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ringDefects } from '#lib/core/geo/validity.ts';
import { shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';

/** Writes `content` as compact JSON. */
export function writeJson(folder: string, name: string, content: unknown): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, name), JSON.stringify(content));
}

/** Writes a topology after the gate: every ring of every object, read back as a browser would, is valid. */
export function writeTopology(folder: string, name: string, topology: PolygonTopology): void {
	for (const object of Object.keys(topology.objects)) {
		for (const [code, shape] of shapesOf(topology, object)) {
			const [defect] = ringDefects(shape);
			if (defect) throw new Error(`${name}: ${object} ${code} has ${defect}.`);
		}
	}
	writeJson(folder, name, topology);
}
