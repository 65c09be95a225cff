/** The row a key leads to from `row` of `count` rows, `page` rows being in view; null when the key leads nowhere. */
export function rowAfter(key: string, row: number, count: number, page: number): number | null {
	const target = targetOf(key, row, count, Math.max(1, page));
	return target === null || count === 0 ? null : Math.min(count - 1, Math.max(0, target));
}

function targetOf(key: string, row: number, count: number, page: number): number | null {
	switch (key) {
		case 'ArrowDown':
			return row + 1;
		case 'ArrowUp':
			return row - 1;
		case 'PageDown':
			return row + page;
		case 'PageUp':
			return row - page;
		case 'Home':
			return 0;
		case 'End':
			return count - 1;
		default:
			return null;
	}
}

/** The rows from one to another, both included, whichever comes first. */
export const between = <T>(rows: readonly T[], from: number, to: number): readonly T[] =>
	rows.slice(Math.min(from, to), Math.max(from, to) + 1);
