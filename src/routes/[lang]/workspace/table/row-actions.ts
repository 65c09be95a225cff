import type { Desk } from '../desk.ts';
import { between } from './row-keys.ts';
import type { TableRows } from './rows.svelte.ts';

/** What clicks and keys on a row do; rows are counted from the top of the table. */
export class RowActions {
	readonly #desk: Desk;
	readonly rows: TableRows;
	/** Code a range goes out from: the last row that was clicked or toggled alone. */
	#anchor: string | null = null;

	constructor(desk: Desk, rows: TableRows) {
		this.#desk = desk;
		this.rows = rows;
	}

	/** The code of a row that is shown. */
	readonly codeAt = (row: number): string => this.rows.codeOf(this.rows.shown[row]!);

	/** Ranges go out from this row. */
	readonly startAt = (row: number): void => {
		this.#anchor = this.codeAt(row);
	};
	/** Selects the row beside what is selected, or takes it from there. */
	readonly toggle = (row: number): void => {
		this.startAt(row);
		this.#desk.select([this.codeAt(row)], 'toggle');
	};
	/** Adds every row between the last one that was chosen and this one; from `start` where that one is not shown. */
	readonly selectTo = (row: number, start: number = row): void => {
		const from = this.#anchor === null ? -1 : this.rows.rowOf(this.#anchor);
		if (from < 0) this.startAt(start);
		this.#desk.select(between(this.rows.shown, from < 0 ? start : from, row).map(this.rows.codeOf), 'add');
	};
	/** Shows the row's territory as the map does when it is clicked. */
	readonly identify = (row: number): void => {
		this.startAt(row);
		this.#desk.change({ territory: this.codeAt(row) });
	};
	/** Selects what the filter keeps. */
	readonly selectFound = (): void => this.#desk.select(this.rows.found.map(this.rows.codeOf), 'add');

	/** A click: with Shift a range, with Ctrl or ⌘ or on the box this row more or less, else the territory identified. */
	readonly click = (row: number, event: MouseEvent, isOnBox: boolean): void => {
		if (event.shiftKey) this.selectTo(row);
		else if (isOnBox || event.ctrlKey || event.metaKey) this.toggle(row);
		else this.identify(row);
	};
	/** True when the key did something on the row itself; keys that lead to another row are not among them. */
	readonly press = (row: number, event: KeyboardEvent): boolean => {
		if (event.key === 'a' && (event.ctrlKey || event.metaKey)) this.selectFound();
		else if (event.key === ' ') this.toggle(row);
		else if (event.key === 'Enter') this.identify(row);
		else return false;
		return true;
	};
}
