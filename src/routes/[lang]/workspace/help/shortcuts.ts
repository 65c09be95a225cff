/** What a key does in the workspace; single letters work while no field has the focus, and can be switched off. */
export const SHORTCUTS = [
	{ id: 'undo', keys: ['Ctrl', 'Z'] },
	{ id: 'redo', keys: ['Ctrl', 'Y'] },
	{ id: 'style', keys: ['S'] },
	{ id: 'compare', keys: ['C'] },
	{ id: 'selection', keys: ['E'] },
	{ id: 'own', keys: ['O'] },
	{ id: 'export', keys: ['X'] },
	{ id: 'bookmarks', keys: ['B'] },
	{ id: 'table', keys: ['T'] },
	{ id: 'identify', keys: ['I'] },
	{ id: 'box', keys: ['R'] },
	{ id: 'measure', keys: ['M'] },
	{ id: 'region', keys: ['1'] },
	{ id: 'province', keys: ['2'] },
	{ id: 'commune', keys: ['3'] },
	{ id: 'help', keys: ['?'] }
] as const;
export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

/** What a pressed key asks for; null for any other, and for letters while the reader writes or has switched them off. */
export function shortcutOf(event: KeyboardEvent, areLettersOn: boolean): ShortcutId | null {
	if (event.altKey || isWriting(event.target)) return null;
	const control = event.ctrlKey || event.metaKey;
	const key = event.key.toUpperCase();
	if (control) return key === 'Z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'Y' ? 'redo' : null;
	if (!areLettersOn) return null;
	// The place on the keyboard, so that an Arabic layout has the same letters.
	const letter = event.key === '?' || event.key === '؟' ? '?' : event.code.replace(/^(Key|Digit|Numpad)/, '');
	return SHORTCUTS.find(({ keys }) => keys.length === 1 && keys[0] === letter)?.id ?? null;
}

const isWriting = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement &&
	(target.isContentEditable ||
		target.matches('textarea, select') ||
		(target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)));
