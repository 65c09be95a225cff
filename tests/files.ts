import { existsSync, readdirSync, statSync } from 'node:fs';
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
