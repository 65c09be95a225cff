import { cleanText } from './clean-text.ts';
import { statusOf, womenOnlyOf } from './closed-words.ts';
import { FIRST_YEAR, readDate } from './date.ts';
import { onlyNumberIn, readCount } from './digits.ts';
import { isField, REGISTER_FIELDS, type Mapping, type RegisterField, type RegisterStatus } from './field.ts';
import { halves, readPosition, type Position, type ReadPosition } from './position.ts';
import { error, warning, type RowProblem, type RowProblemKind } from './problem.ts';

/** What one row says, read and checked; null where it says nothing or nothing that can be believed. */
export interface RowValues {
	/** The number under which the register holds it. */
	readonly number: string | null;
	/** Any name it has; the Arabic or the French one when there is no other. */
	readonly name: string | null;
	readonly nameAr: string | null;
	readonly nameFr: string | null;
	/** Sector and activity in the words of the register. */
	readonly branch: string | null;
	readonly activity: string | null;
	/** Places in the words of the register. */
	readonly commune: string | null;
	readonly communeCode: string | null;
	readonly province: string | null;
	readonly region: string | null;
	readonly position: Position | null;
	/** Year of creation. */
	readonly year: number | null;
	/** ISO date of creation; null when only the year is told. */
	readonly createdOn: string | null;
	readonly members: number | null;
	readonly women: number | null;
	readonly men: number | null;
	readonly youth: number | null;
	readonly status: RegisterStatus | null;
	readonly womenOnly: boolean | null;
}

/** A row as read, with what is wrong with it. */
export interface ReadRow {
	readonly values: RowValues;
	readonly problems: readonly RowProblem[];
}

/** What a row cannot know by itself. */
export interface RowContext {
	/** Nothing is founded after this year. */
	readonly thisYear: number;
}

type Texts = Record<RegisterField, string | null>;

const NO_TEXTS = Object.fromEntries(REGISTER_FIELDS.map((field) => [field, null])) as Texts;

/** The law asks for five members at least. */
const FEWEST_MEMBERS = 5;
/** More members than any cooperative has: a number that fell into the wrong column. */
const MOST_MEMBERS = 1_000_000;

/** The values of the cells of one row and everything wrong with them. Columns left alone are not looked at. */
export function readRow(cells: readonly string[], mapping: Mapping, { thisYear }: RowContext): ReadRow {
	const problems: RowProblem[] = [];
	const texts = textsOf(cells, mapping, problems);
	const name = texts.name ?? texts.nameAr ?? texts.nameFr;
	if (name === null) problems.push(error('no-name', 'name'));
	const { position, problems: misplaced } = pointOf(texts);
	problems.push(...misplaced);
	const values: RowValues = {
		number: texts.number?.replace(/^(\d+)[.,]0$/, '$1') ?? null,
		name,
		nameAr: texts.nameAr,
		nameFr: texts.nameFr,
		branch: texts.branch,
		activity: texts.activity,
		commune: texts.commune,
		communeCode: texts.communeCode,
		province: texts.province,
		region: texts.region,
		position,
		...createdOf(texts.created, thisYear, problems),
		members: countOf('members', texts, problems),
		women: countOf('women', texts, problems),
		men: countOf('men', texts, problems),
		youth: countOf('youth', texts, problems),
		status: wordOf('status', 'status-unknown', texts, statusOf, problems),
		womenOnly: wordOf('womenOnly', 'women-only-unknown', texts, womenOnlyOf, problems)
	};
	checkMembers(values, problems);
	return { values, problems };
}

/** True when no cell says anything: such a row is skipped, it is no mistake. */
export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function textsOf(cells: readonly string[], mapping: Mapping, problems: RowProblem[]): Texts {
	const texts = { ...NO_TEXTS };
	mapping.forEach((field, column) => {
		const cell = cells[column];
		if (cell && isField(field)) texts[field] ??= textOf(cell, field, problems);
	});
	// Nobody knows what stands beyond the last header: it is told, not shown.
	if (cells.length > mapping.length && !isBlankRow(cells.slice(mapping.length))) problems.push(warning('extra-cells', 'row'));
	return texts;
}

function textOf(cell: string, field: RegisterField, problems: RowProblem[]): string | null {
	const { text, done } = cleanText(cell);
	for (const kind of done) problems.push((kind === 'too-long' ? error : warning)(kind, field, text ?? ''));
	return text;
}

function pointOf({ lat, lon, position }: Texts): ReadPosition {
	if (position === null) return readPosition(lat, lon);
	const parts = halves(position);
	return parts === null ? { position: null, problems: [error('position-unreadable', 'position', position)] } : readPosition(...parts);
}

function createdOf(text: string | null, thisYear: number, problems: RowProblem[]): Pick<RowValues, 'year' | 'createdOn'> {
	if (text === null) return { year: null, createdOn: null };
	const date = readDate(text, thisYear);
	if (date === null) problems.push(error('date-unreadable', 'created', text));
	else if (date.year < FIRST_YEAR || date.year > thisYear) problems.push(error('year-out-of-range', 'created', text));
	else {
		if (!date.clear) problems.push(warning('date-unclear', 'created', text, date.day ?? String(date.year)));
		return { year: date.year, createdOn: date.day };
	}
	return { year: null, createdOn: null };
}

function countOf(field: 'members' | 'women' | 'men' | 'youth', { [field]: text }: Texts, problems: RowProblem[]): number | null {
	if (text === null) return null;
	const count = readCount(text);
	if (count !== null && count >= 0 && count <= MOST_MEMBERS) return count;
	const decimal = /^\d+[.,]\d+$/.test(text);
	const kind = count !== null && count < 0 ? 'negative' : decimal ? 'not-whole' : 'not-a-number';
	problems.push(error(kind, field, text, decimal || kind === 'negative' ? null : onlyNumberIn(text)));
	return null;
}

function wordOf<Value>(
	field: RegisterField,
	unknown: RowProblemKind,
	{ [field]: text }: Texts,
	read: (text: string) => Value | null,
	problems: RowProblem[]
): Value | null {
	if (text === null) return null;
	const value = read(text);
	if (value === null) problems.push(warning(unknown, field, text));
	return value;
}

function checkMembers({ members, women, men, youth, womenOnly }: RowValues, problems: RowProblem[]): void {
	if (womenOnly && men) problems.push(warning('men-in-women-only', 'men', String(men)));
	if (members === null) return;
	if (disagree(women, men, members)) {
		const sum = women === null || men === null ? null : String(women + men);
		problems.push(warning('members-differ', 'members', String(members), sum));
	}
	if (members < FEWEST_MEMBERS) problems.push(warning('few-members', 'members', String(members)));
	if (youth !== null && youth > members) problems.push(warning('more-youth-than-members', 'youth', String(youth)));
}

/** Women and men together are the members; one of them alone is never more. */
const disagree = (women: number | null, men: number | null, members: number): boolean =>
	women !== null && men !== null ? women + men !== members : (women ?? men ?? 0) > members;
