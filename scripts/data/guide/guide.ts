import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guide } from '#lib/core/support/guide.ts';
import { readInstruments } from './instruments.ts';
import { readLegalSteps } from './legal-steps.ts';
import { readModules, readPath } from './training.ts';

/** The funding instruments, the training modules with the path through them, and the legal route. Throws a sentence that names file, row and value. */
export function readGuide(root: string): Guide {
	const modules = readModules(root);
	return { instruments: readInstruments(root), modules, path: readPath(root, modules), steps: readLegalSteps(root) };
}

/** Writes `guide.json` into `folder`, from the tables under `root`. */
export function writeGuide(folder: string, root: string): void {
	writeFileSync(join(folder, 'guide.json'), JSON.stringify(readGuide(root)));
}
