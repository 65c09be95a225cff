import type { Plugin } from 'vite';

/** Where the map route begins: what Kit starts with, and the layouts, the page and the page of errors it starts. */
const ROOTS = [
	/\/kit\/src\/runtime\/client\/entry\.js$/,
	/\/generated\/client-optimized\/app\.js$/,
	/\/src\/routes\/(\[lang\]\/)?\+(layout|page|error)\.(svelte|ts)$/,
	// Shared by the map and by parts that come on demand, each smaller than the headers of a file of its own.
	/\/src\/lib\/core\/cartography\/(tokens|symbols)\.ts$/
];

/**
 * Vite plugin: what the map route imports at once is one script with one style sheet. The bundler's own cut, twenty pieces
 * along what other routes share, brings no page anything (the text pages run no script) and costs half a kilobyte of headers
 * a piece. Modules that import a part on demand, or lead to one that does, stay with their page: Kit finds the styles of such
 * parts there, and in a shared script it would take those of one page for those of all.
 */
export function firstLoadTogether(): Plugin {
	const together = new Set<string>();
	return {
		name: 'furas-first-load',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		buildEnd() {
			const modules = [...this.getModuleIds()].flatMap((id) => this.getModuleInfo(id) ?? []);
			const roots = modules.filter(({ id }) => ROOTS.some((root) => root.test(id)));
			const onDemand = modules.filter((module) => module.dynamicallyImportedIds.some((part) => !part.endsWith('.json')));
			const idsOf = (found: typeof modules): string[] => found.map(({ id }) => id);
			const first = reached(idsOf(roots), (id) => this.getModuleInfo(id)?.importedIds);
			const apart = reached(idsOf(onDemand), (id) => this.getModuleInfo(id)?.importers);
			for (const id of first) if (!apart.has(id)) together.add(id);
		},
		config: () => {
			const groups = [{ name: 'first', test: (id: string) => together.has(id) }];
			return { environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } } };
		}
	};
}

/** Everything that can be reached from `start` by going `on`. */
function reached(start: readonly string[], on: (id: string) => readonly string[] | undefined): ReadonlySet<string> {
	const all = new Set(start);
	for (const id of all) on(id)?.forEach((next) => all.add(next));
	return all;
}
