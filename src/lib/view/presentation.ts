/**
 * How a presenter arranged the slides of one diagnostic. Slides are named by ids that outlive a release: what the present
 * release does not have is kept for one that has it again.
 */
export interface Presentation {
	/** Ids in the order of the presenter; slides that are not among them stand where the release has them. */
	readonly order: readonly string[];
	/** Ids of slides that are passed over. */
	readonly hidden: readonly string[];
	/** What the presenter wrote under a headline, by id of the slide; never empty. */
	readonly commentary: Readonly<Record<string, string>>;
}

/** Slides as the release has them, without a word of the presenter. */
export const PLAIN: Presentation = { order: [], hidden: [], commentary: {} };

/** Longest commentary, in characters: more does not fit under a headline. */
export const LONGEST_COMMENTARY = 600;

/** All of `ids`, in the order of the presenter; a slide that is new to the presenter follows the one it follows in the release. */
export function arranged(ids: readonly string[], { order }: Pick<Presentation, 'order'>): string[] {
	const known = new Set(ids);
	return merged(ids, order).filter((id) => known.has(id));
}

/** The order of the presenter with the slides that are new to it, and still with those this release does not have. */
function merged(ids: readonly string[], order: readonly string[]): string[] {
	const all = [...order];
	ids.forEach((id, i) => {
		if (!all.includes(id)) all.splice(i === 0 ? 0 : all.indexOf(ids[i - 1]!) + 1, 0, id);
	});
	return all;
}

/** The slide one place earlier (−1) or later (1); at the end of the row it stays. */
export function moved(presentation: Presentation, ids: readonly string[], id: string, step: -1 | 1): Presentation {
	const row = arranged(ids, presentation);
	const other = row[row.indexOf(id) + step];
	if (other === undefined || !row.includes(id)) return presentation;
	const swapped: Readonly<Record<string, string>> = { [id]: other, [other]: id };
	return { ...presentation, order: merged(ids, presentation.order).map((at) => swapped[at] ?? at) };
}

/** The slide hidden or shown again. */
export function withHidden(presentation: Presentation, id: string, isHidden: boolean): Presentation {
	const rest = presentation.hidden.filter((other) => other !== id);
	return { ...presentation, hidden: isHidden ? [...rest, id] : rest };
}

/** The slide with another commentary; an empty one takes it away. */
export function withCommentary(presentation: Presentation, id: string, text: string): Presentation {
	const rest = Object.entries(presentation.commentary).filter(([other]) => other !== id);
	const said = text.slice(0, LONGEST_COMMENTARY);
	return { ...presentation, commentary: Object.fromEntries(said.trim() === '' ? rest : [...rest, [id, said]]) };
}

/** The slides that are shown, in their order; all of them when none would be left. */
export function shown(ids: readonly string[], presentation: Presentation): string[] {
	const row = arranged(ids, presentation);
	const seen = row.filter((id) => !presentation.hidden.includes(id));
	return seen.length > 0 ? seen : row;
}

/** The shown slide before or after `current`, which may itself be hidden; `current` at the end of the row. */
export function stepped(ids: readonly string[], presentation: Presentation, current: string, step: -1 | 1): string {
	const seen = new Set(shown(ids, presentation));
	const row = arranged(ids, presentation);
	for (let at = row.indexOf(current) + step; at >= 0 && at < row.length; at += step) if (seen.has(row[at]!)) return row[at]!;
	return current;
}

/** What the file of a presentation says it is. */
const FORMAT = 'furas-presentation';
const VERSION = 1;
/** Longest file that is read, in characters: ten times what a full one has. */
const LONGEST_FILE = 200_000;
const MOST_IDS = 200;
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Why a file is not taken. */
export type FileIssue = 'unreadable' | 'other-format' | 'newer-version' | 'other-territory' | 'damaged';

/** The file of a presentation of one territory: JSON with its format and version, two spaces deep. */
export const formatPresentation = (territory: string, { order, hidden, commentary }: Presentation): string =>
	JSON.stringify({ format: FORMAT, version: VERSION, territory, order, hidden, commentary }, null, 2);

/** The presentation in a file, or why it is none of this territory. */
export function parsePresentation(
	text: string,
	territory: string
): { readonly ok: true; readonly value: Presentation } | { readonly ok: false; readonly issue: FileIssue } {
	const refused = (issue: FileIssue) => ({ ok: false, issue }) as const;
	const file = objectOf(text);
	if (!file) return refused('unreadable');
	if (file['format'] !== FORMAT || typeof file['version'] !== 'number') return refused('other-format');
	if (file['version'] > VERSION) return refused('newer-version');
	if (file['territory'] !== territory) return refused('other-territory');
	const { order, hidden, commentary } = file;
	if (!areIds(order) || !areIds(hidden) || !isCommentary(commentary)) return refused('damaged');
	const said = Object.entries(commentary).filter(([, words]) => words.trim() !== '');
	return { ok: true, value: { order: [...new Set(order)], hidden: [...new Set(hidden)], commentary: Object.fromEntries(said) } };
}

function objectOf(text: string): Record<string, unknown> | null {
	if (text.length > LONGEST_FILE) return null;
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}

const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

const areIds = (value: unknown): value is string[] => Array.isArray(value) && value.length <= MOST_IDS && value.every(isId);

const isCommentary = (value: unknown): value is Record<string, string> =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	Object.keys(value).length <= MOST_IDS &&
	Object.entries(value).every(([id, words]) => isId(id) && typeof words === 'string' && words.length <= LONGEST_COMMENTARY);

/** What a presenter may ask for with a key. */
export type PresentAction =
	| { readonly kind: 'next' | 'back' | 'first' | 'last' | 'blank' | 'notes' | 'overview' | 'fullscreen' | 'help' | 'leave' }
	/** The slide at a place of the row, 1 is the first. */
	| { readonly kind: 'go'; readonly position: number };

/** A key as the browser tells it: what it writes, and where it lies. */
export interface Press {
	readonly key: string;
	readonly code: string;
}

type Plain = Exclude<PresentAction, { kind: 'go' }>['kind'];

const ALWAYS: ReadonlyMap<string, Plain> = new Map(
	Object.entries({
		ArrowDown: 'next',
		PageDown: 'next',
		' ': 'next',
		Enter: 'next',
		ArrowUp: 'back',
		PageUp: 'back',
		Backspace: 'back',
		Home: 'first',
		End: 'last',
		'.': 'blank',
		'?': 'help',
		'؟': 'help',
		Escape: 'leave'
	} as const)
);

/** Letters by where they lie: an Arabic keyboard writes others there. */
const LETTERS: ReadonlyMap<string, Plain> = new Map(
	Object.entries({
		KeyB: 'blank',
		KeyN: 'notes',
		KeyO: 'overview',
		KeyF: 'fullscreen'
	} as const)
);

/** Digits typed so far for a slide number, never more than this many. */
const MOST_DIGITS = 3;

/**
 * What a key asks for, given the digits typed before it, and the digits that are typed after it. Remotes send PageDown and
 * PageUp, which mean the same in every direction of reading; arrows follow it.
 */
export function keyed(
	{ key, code }: Press,
	direction: 'rtl' | 'ltr',
	typed: string
): { readonly action: PresentAction | null; readonly typed: string } {
	const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? (/^\d$/.test(key) ? key : null);
	if (digit !== null) return { action: null, typed: (typed + digit).slice(-MOST_DIGITS) };
	if (key === 'Enter' && typed !== '') return { action: { kind: 'go', position: Number(typed) }, typed: '' };
	const kind = arrowOf(key, direction) ?? ALWAYS.get(key) ?? LETTERS.get(code);
	return { action: kind === undefined ? null : { kind }, typed: '' };
}

function arrowOf(key: string, direction: 'rtl' | 'ltr'): 'next' | 'back' | undefined {
	if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
	return (key === 'ArrowRight') === (direction === 'ltr') ? 'next' : 'back';
}

/** Shortest way of a finger that turns a slide, in pixels. */
const SWIPE = 56;

/** What a finger asks for that moved so far: the slide is pulled away against the direction of reading. Null for a tap or a scroll. */
export function swiped(x: number, y: number, direction: 'rtl' | 'ltr'): 'next' | 'back' | null {
	if (Math.abs(x) < SWIPE || Math.abs(x) < 1.5 * Math.abs(y)) return null;
	return x < 0 === (direction === 'ltr') ? 'next' : 'back';
}

/** Minutes and seconds of a talk, «4:07»; from an hour on «1:04:07». */
export function elapsed(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	const two = (value: number): string => String(value).padStart(2, '0');
	const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
