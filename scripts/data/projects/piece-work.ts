import { rowsOf, type Row } from '../rows.ts';
import { FOLDERS } from '../sources.ts';
import type { RawModel } from './economic-models.ts';

/** Days of work in one unit of a line that pays members by the piece; null where the models do not say. */
export type DaysPerUnit = (model: string, item: string) => number | null;

/** What `piece_work.csv` says. Throws on a model, a line or a publication nobody knows, on a line that pays no member, and on days that are none. */
export function readPieceWork(root: string, models: readonly RawModel[], sourceIds: ReadonlySet<string>): DaysPerUnit {
	const keyOf = (model: string, item: string): string => `${model} ${item}`;
	const rows = rowsOf(root, `${FOLDERS.projectRules}/piece_work.csv`);
	const days = new Map(rows.map((row) => [keyOf(row.text('model'), row.text('item')), daysOf(row, models, sourceIds)]));
	return (model, item) => days.get(keyOf(model, item)) ?? null;
}

function daysOf(row: Row, models: readonly RawModel[], sourceIds: ReadonlySet<string>): number {
	const [id, item, source, days] = [row.text('model'), row.text('item'), row.text('source'), row.number('days_per_unit')];
	const model = models.find((known) => known.id === id) ?? row.fail(`«model» is unknown: ${id}.`);
	const line = model.variable.find((known) => known.item === item) ?? row.fail(`«item» is no variable line of ${id}: ${item}.`);
	if (line.member !== 'labour') row.fail(`«item» pays no work of members: ${item}.`);
	if (!sourceIds.has(source)) row.fail(`«source» is no publication of the models: ${source}.`);
	return days > 0 ? days : row.fail(`«days_per_unit» is no number of days: ${days}.`);
}
