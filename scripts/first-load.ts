import type { Plugin } from 'vite';

/** Kit's list of all pages, each imported when it is opened. It stays a file of its own: it leads to every page. */
const PAGES = /\/generated\/client-optimized\/app\.js$/;

/** Where the map route begins: what Kit starts with, and the layouts, the page and the page of errors. */
const ROOTS = [
	PAGES,
	/\/kit\/src\/runtime\/client\/entry\.js$/,
	/\/src\/routes\/(\[lang\]\/)?\+(layout|page|error)\.(svelte|ts)$/,
	// Shared by the map and by parts that come on demand, each smaller than the headers of a file of its own.
	/\/src\/lib\/core\/cartography\/(tokens|symbols)\.ts$/
];

const STYLE = /[.&]css$/;

/**
 * Vite plugin: what the map route imports at once is one script, and its styles are one sheet. The bundler's own cut, twenty
 * scripts along what other routes share, brings no page anything (the text pages run none) and costs half a kilobyte of
 * headers a piece. Scripts imported on demand stay apart. Their styles do not: Kit sends those with every page that may show
 * the part, and looks for them where a shared script would mislead it.
 */
export function firstLoadTogether(): Plugin {
	const together = new Set<string>();
	return {
		name: 'furas-first-load',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		buildEnd() {
			const imported = (id: string): readonly string[] => this.getModuleInfo(id)?.importedIds ?? [];
			const onDemand = (id: string): readonly string[] => (PAGES.test(id) ? [] : (this.getModuleInfo(id)?.dynamicallyImportedIds ?? []));
			const roots = [...this.getModuleIds()].filter((id) => ROOTS.some((root) => root.test(id)));
			for (const id of reached(roots, imported)) if (!PAGES.test(id)) together.add(id);
			for (const id of reached(roots, (at) => [...imported(at), ...onDemand(at)])) if (STYLE.test(id)) together.add(id);
		},
		config: () => {
			const groups = [{ name: 'first', test: (id: string) => together.has(id) }];
			return { environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } } };
		}
	};
}

/** Everything that can be reached from `start` by going `on`. */
function reached(start: readonly string[], on: (id: string) => readonly string[]): ReadonlySet<string> {
	const all = new Set(start);
	for (const id of all) on(id).forEach((next) => all.add(next));
	return all;
}
