/** What stands between two cells of a text file. */
export type Delimiter = ',' | ';' | '\t' | '|';

const DELIMITERS: readonly Delimiter[] = [';', ',', '\t', '|'];

/** So many lines tell. */
const LINES = 50;

/**
 * What stands between the cells of a text, from its first lines: the sign that stands equally often in most of them,
 * and most often. Signs within quotes do not count. Null when none stands in any line.
 */
export function delimiterOf(start: string): Delimiter | null {
	const lines = linesOf(start);
	const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(lines.map((line) => line.get(delimiter) ?? 0)) }));
	const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
	return best.score === 0 ? null : best.delimiter;
}

/** How often each sign stands in each line that has one. */
function linesOf(text: string): ReadonlyMap<string, number>[] {
	const lines = [new Map<string, number>()];
	let isQuoted = false;
	for (const sign of text) {
		if (sign === '"') isQuoted = !isQuoted;
		else if (isQuoted) continue;
		else if (sign === '\n' || sign === '\r') {
			if (lines.length === LINES) break;
			lines.push(new Map());
		} else if (DELIMITERS.includes(sign as Delimiter)) {
			const line = lines.at(-1)!;
			line.set(sign, (line.get(sign) ?? 0) + 1);
		}
	}
	return lines.filter((line) => line.size > 0);
}

/** The commonest count above 0, times the number of lines that have it. */
function scoreOf(counts: readonly number[]): number {
	const lines = new Map<number, number>();
	for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
	return Math.max(0, ...[...lines].map(([count, times]) => count * times ** 2));
}
