import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** SHA-256 of some bytes, hexadecimal. */
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * One hash over the names and bytes of all files under `paths` (files or folders of `root`), in a fixed order.
 * Tests do not change what is built and are left out, and so is what was built.
 */
export function inputsHash(root: string, paths: readonly string[]): string {
	const hash = createHash('sha256');
	for (const file of paths.flatMap((path) => filesUnder(join(root, path))).sort()) {
		hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

function filesUnder(path: string): string[] {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
		if (entry.isDirectory()) return entry.name === 'built' ? [] : filesUnder(join(path, entry.name));
		return entry.name.endsWith('.test.ts') ? [] : [join(path, entry.name)];
	});
}
