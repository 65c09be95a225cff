import type { Variable } from '#lib/core/cartography/style/variable.ts';
import { filteredRows, filterKeys, orderByName, orderByValue, sortValues } from '#lib/core/attribute/rows.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { TableView } from '#lib/view/workspace/workspace.ts';
import type { Desk } from '../desk.ts';

/** A filter that is being typed reaches the address when the keys have rested this long, in milliseconds: one step of undo, not one a letter. */
const REST = 400;

/** The rows of the attribute table: the territories of the level in order, and those of them that are shown. */
export class TableRows {
	readonly #desk: Desk;
	readonly #words: Words;
	readonly #variables: () => readonly Variable[];
	readonly #compare: (a: string, b: string) => number;
	/** What is being typed into the filter; null while the address says it. */
	#draft = $state<string | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(desk: Desk, words: Words, variables: () => readonly Variable[]) {
		this.#desk = desk;
		this.#words = words;
		this.#variables = variables;
		this.#compare = new Intl.Collator(LOCALES[words.language]).compare;
	}

	readonly territories = $derived.by(
		(): readonly Territory[] => this.#desk.atlas?.scorer(this.#desk.workspace.level)?.table.territories ?? []
	);
	readonly #byName = $derived.by(() => orderByName(this.territories, this.#words.language, this.#compare));
	readonly #keys = $derived.by(() => filterKeys(this.territories, (territory) => this.parentOf(territory)));
	readonly #order = $derived.by((): readonly number[] => {
		const { by, descending } = this.#desk.workspace.table.sort;
		if (by === 'name') return descending ? this.#byName.toReversed() : this.#byName;
		const variable = this.#variables().find(({ id }) => id === by);
		return variable ? orderByValue(this.#byName, sortValues(variable), descending) : this.#byName;
	});
	/** What the filter box holds. */
	readonly words = $derived.by(() => this.#draft ?? this.#desk.workspace.table.filter);
	/** Indices that the words keep, whether selected or not. */
	readonly found = $derived.by((): readonly number[] =>
		filteredRows(this.#order, this.territories, this.#keys, { words: this.words, only: null })
	);
	/** Indices that are rows now, from top to bottom. */
	readonly shown = $derived.by((): readonly number[] => {
		if (!this.#desk.workspace.table.onlySelected) return this.found;
		return this.found.filter((index) => this.#desk.selected.has(this.codeOf(index)));
	});

	readonly codeOf = (index: number): string => this.territories[index]!.code;
	readonly nameOf = (index: number): string => this.#words.of(this.territories[index]!.name);
	/** The territory above; null for a region. */
	readonly parentOf = ({ parent }: Territory): Territory | null => (parent === null ? null : (this.#desk.atlas?.territory(parent) ?? null));
	/** The name of the territory above; empty for a region. */
	readonly within = (index: number): string => {
		const parent = this.parentOf(this.territories[index]!);
		return parent ? this.#words.of(parent.name) : '';
	};
	/** The row of a code, −1 where it is not shown. */
	readonly rowOf = (code: string): number => this.shown.findIndex((index) => this.codeOf(index) === code);

	/** A change of the table alone. */
	readonly change = (part: Partial<TableView>): void => this.#desk.change({ table: { ...this.#desk.workspace.table, ...part } });

	/** Shows what is being typed at once; the address follows. */
	readonly type = (words: string): void => {
		this.#draft = words;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.settle, REST);
	};
	/** Takes what is being typed. */
	readonly settle = (): void => {
		clearTimeout(this.#timer);
		const draft = this.#draft;
		this.#draft = null;
		if (draft !== null && draft !== this.#desk.workspace.table.filter) this.change({ filter: draft });
	};
	/** Sorts by a column: a value from the highest, a name from the first letter, and again the other way round. */
	readonly sortBy = (by: string): void => {
		const { sort } = this.#desk.workspace.table;
		this.change({ sort: { by, descending: sort.by === by ? !sort.descending : by !== 'name' } });
	};
}
