/** How codes join those that are selected. */
export type SelectionMode = 'replace' | 'add' | 'remove' | 'toggle';

/** The selection after `codes` joined it: every code once, ascending. */
export function joined(selected: readonly string[], codes: readonly string[], mode: SelectionMode): readonly string[] {
	const result = new Set(mode === 'replace' ? [] : selected);
	for (const code of codes) {
		const leaves = mode === 'remove' || (mode === 'toggle' && result.has(code));
		if (leaves) result.delete(code);
		else result.add(code);
	}
	return [...result].sort();
}
