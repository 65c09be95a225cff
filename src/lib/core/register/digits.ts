const FOREIGN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const FOREIGN = /[\u0660-\u0669\u066b\u066c\u06f0-\u06f9]/;

/** `text` with Arabic-Indic and Persian digits and separators written as 0–9, `.` and `,`. */
export function westernDigits(text: string): string {
	if (!FOREIGN.test(text)) return text;
	const digits = text.replace(FOREIGN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
	return digits.replaceAll('٫', '.').replaceAll('٬', ',');
}

/** Spaces and apostrophes that group digits. */
const GROUPING = /[\s'’]/g;

const bare = (text: string): string => westernDigits(text).replace(GROUPING, '').replace('−', '-');

/** A whole number, its thousands grouped by points or commas or not at all; `.0` after it is what a spreadsheet adds. */
const COUNT = /^([+-]?(?:\d+|\d{1,3}(?:[.,]\d{3})+))(?:[.,]0{1,2})?$/;

/** The whole number that a cell says («1 234», «1.234», «١٢», «12.0»); null when it says something else. May be negative. */
export function readCount(text: string): number | null {
	const [, count] = COUNT.exec(bare(text)) ?? [];
	return count === undefined ? null : Number(count.replace(/[.,]/g, ''));
}

/** The number that a cell says, a comma or a point before its decimals; null when it says something else. */
export function readDecimal(text: string): number | null {
	const number = westernDigits(text).trim().replace('−', '-').replace(',', '.');
	return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : null;
}

/** The one group of digits in a text of words («25 adhérents» → «25»); null when there is none or several. */
export function onlyNumberIn(text: string): string | null {
	const groups = westernDigits(text).match(/\d+/g) ?? [];
	return groups.length === 1 ? groups[0]! : null;
}
