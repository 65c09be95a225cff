import type { RowProblemKind } from './problem.ts';

/** Longest text of one cell that is kept. */
export const LONGEST_TEXT = 500;

/** A cell made fit to keep, and what had to be done to it. */
export interface CleanText {
	/** Null when the cell says nothing. */
	readonly text: string | null;
	readonly done: readonly RowProblemKind[];
}

const EMPTY: CleanText = { text: null, done: [] };

/** What people write for «nothing», and the errors of a spreadsheet. */
const NOTHING =
	/^(?:[-–—_.?/\\*#\s]+|n\.?[ /]?[ad]\.?|null|none|nan|n[ée]ant|non (?:pr[ée]cis|renseign|disponib).*|غير (?:محدد|متوفر)ة?|لا شيء|لا يوجد|#(?:n\/a|ref!|value!|div\/0!|name\?|null!|num!))$/i;

/** True for a cell that says nothing: a dash, «n/a», «غير متوفر», an error of a spreadsheet. */
export const saysNothing = (cell: string): boolean => cell.trim() === '' || NOTHING.test(cell.trim());

/** Marks without a shape that change nothing: joiners, direction marks, byte order marks, soft hyphens. */
const SHAPELESS = /[\u00ad\u200b-\u200f\u2060\ufeff\u061c]/g;
/** Embeddings, overrides and isolates: they can make a text read as another one. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROL =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SUSPECT = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]|\s\s/;

/** A text that a spreadsheet would calculate (OWASP, CSV injection); a number with its sign is none. */
const FORMULA = /^\s*(?:[=@＝＠]|[+\-＋－](?![\d.,\s]*$))/;

/** Telephone numbers of Morocco, mail addresses, numbers of identity cards that are named as such. */
const PERSONAL =
	/(?:\+|00)212[\s.-]?\d(?:[\s.-]?\d){8}(?!\d)|(?<!\d)0[5-8](?:[\s.-]?\d){8}(?!\d)|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\bC(?:IN|NIE?)\s*(?:n°|:)?\s*[A-Z]{1,2}\s?\d{4,7}\b/giu;
const MAY_BE_PERSONAL = /@|\d\d|\d[\s.-]\d/;

/**
 * The text of a cell, trimmed, with single spaces and without characters that hide or disguise something. A beginning that would make
 * a formula of it is taken away, so is what belongs to a person; a text beyond `LONGEST_TEXT` is cut. `done` names each of these.
 */
export function cleanText(raw: string): CleanText {
	const trimmed = raw.trim();
	if (trimmed === '') return EMPTY;
	const done: RowProblemKind[] = [];
	let text = SUSPECT.test(trimmed) ? withoutHidden(trimmed, done) : trimmed;
	// Cut before anything is searched for: a search may cost the square of the length.
	if (text.length > LONGEST_TEXT) {
		text = text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '');
		done.push('too-long');
	}
	if (MAY_BE_PERSONAL.test(text)) text = replaced(text, PERSONAL, ' ', 'personal-data', done);
	if (FORMULA.test(text)) text = harmless(text, done);
	return { text: NOTHING.test(text) || text === '' ? null : text, done };
}

function withoutHidden(raw: string, done: RowProblemKind[]): string {
	const shown = replaced(raw.replace(SHAPELESS, ''), BIDI, '', 'bidi-override', done);
	return replaced(shown, CONTROL, '', 'control-characters', done).replace(/\s+/g, ' ').trim();
}

function replaced(text: string, what: RegExp, by: string, kind: RowProblemKind, done: RowProblemKind[]): string {
	const rest = text.replace(what, by);
	if (rest === text) return text;
	done.push(kind);
	return rest.replace(/\s+/g, ' ').trim();
}

/** A dash before a text is a bullet, not a formula; what is left of both can be shown by a spreadsheet as it is. */
function harmless(text: string, done: RowProblemKind[]): string {
	if (!/^\s*[-－]\s/.test(text)) done.push('formula');
	return text.replace(/^[\s=+\-@＝＋－＠]+/, '');
}
