import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under the paths given, sorted, with `/` between folders; a path that does not exist gives none. */
export function filesUnder(paths: readonly string[]): string[] {
	const files = paths.flatMap((path) => {
		if (!existsSync(path)) return [];
		if (statSync(path).isFile()) return [path];
		const entries = readdirSync(path, { recursive: true, withFileTypes: true });
		return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	});
	return files.map((file) => file.replaceAll('\\', '/')).sort();
}

/** SHA-256 (hex) over names and bytes of every file under the paths: equal when nothing has changed. */
export function digestOf(paths: readonly string[], isInput: (file: string) => boolean = () => true): string {
	const hash = createHash('sha256');
	for (const file of filesUnder(paths).filter(isInput)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
	return hash.digest('hex');
}
