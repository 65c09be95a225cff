import { parseVariableId, variableId } from '#lib/view/workspace/variable-id.ts';

/** More columns than this are no table that anybody reads. */
export const MOST_COLUMNS = 12;

/** The id of a variable without its year: what a list of variables offers. */
export function withoutYear(id: string): string {
	const ref = parseVariableId(id);
	return ref?.kind === 'indicator' ? variableId({ ...ref, year: null }) : id;
}

/** The year an id asks for; null for the newest, or where there is no choice. */
export function yearOf(id: string): string | null {
	const ref = parseVariableId(id);
	return ref?.kind === 'indicator' ? ref.year : null;
}

/** The columns without `id` when they have it in any year, else with it at the end; unchanged when there are `MOST_COLUMNS` already. */
export function toggled(columns: readonly string[], id: string): readonly string[] {
	const left = columns.filter((column) => withoutYear(column) !== withoutYear(id));
	if (left.length < columns.length) return left;
	return columns.length < MOST_COLUMNS ? [...columns, id] : columns;
}

/** The columns with the one at `index` so many places further on; unchanged beyond either end. */
export function moved(columns: readonly string[], index: number, places: number): readonly string[] {
	const target = index + places;
	const column = columns[index];
	if (column === undefined || target < 0 || target >= columns.length) return columns;
	return columns.toSpliced(index, 1).toSpliced(target, 0, column);
}

/** The columns with the indicator of `id` in another year, null for the newest. */
export function inYear(columns: readonly string[], id: string, year: string | null): readonly string[] {
	const ref = parseVariableId(id);
	if (ref?.kind !== 'indicator') return columns;
	return columns.map((column) => (withoutYear(column) === withoutYear(id) ? variableId({ ...ref, year }) : column));
}
