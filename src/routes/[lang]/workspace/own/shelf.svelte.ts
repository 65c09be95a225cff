import type { Variable } from '#lib/core/cartography/style/variable.ts';
import { numbersOf, offeredUses, rejoined, type OwnDataset } from '#lib/core/own/dataset.ts';
import { guessJoin } from '#lib/core/own/guess-join.ts';
import { joinByKey, joinByPosition, type Join, type JoinBy } from '#lib/core/own/join.ts';
import type { OwnTable } from '#lib/core/own/own-table.ts';
import { scoreWith, type CannotScore } from '#lib/core/own/score-with.ts';
import { columnId, isReady, ownVariable, termDirection, valuesByCode, type ColumnUse } from '#lib/core/own/use.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Kept, OwnStore } from '#lib/own-data/store.ts';
import { parseVariableId, variableId } from '#lib/view/workspace/variable-id.ts';
import type { VariableChoice } from '../desk.ts';
import type { Ground } from './ground.ts';
import { layerOf, type OwnLayer } from './layer.ts';
import { isolated } from './own-text.ts';

/** What a shelf stands on. */
export interface ShelfParts {
	readonly words: Words;
	readonly store: OwnStore;
	readonly ground: Ground;
	readonly atlas: () => Atlas | null;
	/** The level on screen. */
	readonly level: () => Level;
}

/** What the reader brought along: in this page, in the store of this browser where it keeps anything, and nowhere else. */
export class OwnDataShelf {
	readonly #parts: ShelfParts;
	readonly #variables = new WeakMap<OwnDataset, Map<string, Variable>>();
	readonly #scorers = new WeakMap<Scorer, { readonly of: OwnDataset; readonly id: string; readonly scorer: Scorer }>();
	datasets = $state.raw<readonly OwnDataset[]>([]);
	/** Whether the last change is kept; what is not kept stays for as long as the page is open. */
	kept = $state<Kept>('kept');
	/** Ids of the datasets whose shapes are drawn. */
	shown = $state.raw<ReadonlySet<string>>(new Set());
	/** Id of the variable that scores count as one more indicator of need; null for none. */
	scoreColumn = $state<string | null>(null);

	constructor(parts: ShelfParts) {
		this.#parts = parts;
	}

	/** What rows are joined to. */
	get ground(): Ground {
		return this.#parts.ground;
	}

	/** The shapes of the datasets that are shown, in their order. */
	readonly layers = $derived.by((): readonly OwnLayer[] =>
		this.datasets.filter(({ id }) => this.shown.has(id)).flatMap((one) => layerOf(one) ?? [])
	);

	/** Columns of the level on screen whose source is said. */
	readonly choices = $derived.by((): readonly VariableChoice[] => {
		const { level, words } = this.#parts;
		const here = this.datasets.filter((dataset) => dataset.level === level());
		return here.flatMap((dataset) =>
			dataset.uses
				.filter(isReady)
				.map((use) => ({ id: idOf(dataset, use), name: words.t('own.choice', { name: isolated(use.name) }), years: [] }))
		);
	});

	/** What every score on screen says while it counts a column of the reader's; null while none does. */
	readonly scoreNote = $derived.by((): string | null => {
		const found = this.scoreColumn === null ? null : this.#used(this.scoreColumn);
		const { level, words } = this.#parts;
		return found?.dataset.level === level() ? words.t('own.scored.note', { name: isolated(found.use.name) }) : null;
	});

	/** Takes what earlier visits kept. */
	async load(): Promise<void> {
		const { datasets, kept } = await this.#parts.store.all();
		const here = new Set(this.datasets.map(({ id }) => id));
		this.datasets = [...datasets.filter(({ id }) => !here.has(id)), ...this.datasets];
		this.kept = kept;
	}

	/** Takes a table, joined as well as it can be; its id. Rejects where the names of the territories do not come. */
	async add(table: OwnTable, id: string = newId()): Promise<string> {
		const guess = guessJoin(await this.#parts.ground.indices(), table);
		const by = guess?.by ?? null;
		const level = guess?.level ?? 'province';
		const plain: OwnDataset = { id, table, level, by, decisions: {}, uses: offeredUses(table, by), codes: [] };
		await this.#put(rejoined(plain, await this.join(plain)));
		return id;
	}

	/** Where the rows of a dataset belong. */
	async join({ table, level, by, decisions }: OwnDataset): Promise<Join> {
		const { ground } = this.#parts;
		if (by?.kind === 'position') return joinByPosition(table, await ground.locate(level));
		return joinByKey(await ground.index(level), table, by ?? { kind: 'key', key: -1, within: null }, decisions);
	}

	/** Joins a dataset otherwise: another level, another key, another decision. */
	async rejoin(id: string, part: Partial<Pick<OwnDataset, 'level' | 'by' | 'decisions'>>): Promise<void> {
		const before = this.#dataset(id);
		if (!before) return;
		const after = { ...before, ...part };
		const uses = part.by === undefined ? before.uses : usesAfter(before, part.by);
		await this.#put(rejoined({ ...after, uses }, await this.join(after)));
	}

	/** Says what a column is. */
	async describe(id: string, column: ColumnUse['column'], part: Partial<ColumnUse>): Promise<void> {
		const before = this.#dataset(id);
		if (!before) return;
		await this.#put({ ...before, uses: before.uses.map((use) => (use.column === column ? { ...use, ...part } : use)) });
	}

	show(id: string, isShown: boolean): void {
		const shown = new Set(this.shown);
		if (isShown) shown.add(id);
		else shown.delete(id);
		this.shown = shown;
	}

	async remove(id: string): Promise<void> {
		this.#forget((dataset) => dataset.id === id);
		this.kept = await this.#parts.store.remove(id);
	}

	async removeAll(): Promise<void> {
		this.#forget(() => true);
		this.kept = await this.#parts.store.removeAll();
	}

	/** The column of an id over the codes of a level; null when it is not there, or not of this level, or its source is not said. */
	readonly variable = (id: string, level: Level, codes: readonly string[]): Variable | null => {
		const found = this.#used(id);
		if (!found || found.dataset.level !== level) return null;
		const { dataset, use } = found;
		const known = this.#variables.get(dataset) ?? new Map<string, Variable>();
		this.#variables.set(dataset, known);
		const before = known.get(id);
		if (before && before.values.length === codes.length) return before;
		const values = valuesByCode(codes, dataset.codes, numbersOf(dataset, use), use.combination);
		const variable = ownVariable(dataset.id, use, values, this.#wordsOf(dataset, use));
		known.set(id, variable);
		return variable;
	};

	/** The scorer of a level with the column that scores are to count; null where they count none. */
	readonly scorer = (plain: Scorer): Scorer | null => {
		const found = this.scoreColumn === null ? null : this.#used(this.scoreColumn);
		if (!found || found.dataset.level !== plain.table.level) return null;
		const id = this.scoreColumn!;
		const before = this.#scorers.get(plain);
		if (before?.of === found.dataset && before.id === id) return before.scorer;
		const made = this.#scoredWith(plain, id, found.use);
		if (!made?.ok) return null;
		const { method, table } = made.value;
		const scorer = createScorer(method, table, plain.chains, this.#releaseYear());
		this.#scorers.set(plain, { of: found.dataset, id, scorer });
		return scorer;
	};

	/** Why scores cannot count a column; null when they can. */
	readonly cannotScore = (id: string, plain: Scorer): CannotScore | null => {
		const found = this.#used(id);
		const made = found && this.#scoredWith(plain, id, found.use);
		return made && !made.ok ? made.issue : null;
	};

	/** The level of the dataset that a variable belongs to; null when it is not here. */
	levelOf(id: string): Level | null {
		return this.#used(id)?.dataset.level ?? null;
	}

	#releaseYear(): number | undefined {
		const date = this.#parts.atlas()?.snapshot.release.date;
		return date === undefined ? undefined : Number(date.slice(0, 4));
	}

	#scoredWith(plain: Scorer, id: string, use: ColumnUse): ReturnType<typeof scoreWith> | null {
		const { method, table } = plain;
		const direction = termDirection(use.direction);
		const variable = this.variable(id, table.level, table.territories.map(({ code }) => code)); // prettier-ignore
		if (direction === null || !variable) return null;
		const year = /^\d{4}$/.test(use.year) ? Number(use.year) : null;
		return scoreWith(method, table, { id, name: variable.title, values: variable.values, direction, year });
	}

	#wordsOf(dataset: OwnDataset, use: ColumnUse): { readonly credit: Text; readonly note: Text } {
		const { t } = this.#parts.words;
		const same = (text: string): Text => ({ ar: text, fr: text, en: text });
		return {
			credit: same(t('own.credit', { source: isolated(use.source) })),
			note: same(t('own.note', { file: isolated(dataset.table.name) }))
		};
	}

	#dataset(id: string): OwnDataset | null {
		return this.datasets.find((dataset) => dataset.id === id) ?? null;
	}

	#used(id: string): { readonly dataset: OwnDataset; readonly use: ColumnUse } | null {
		const ref = parseVariableId(id);
		if (ref?.kind !== 'own') return null;
		const dataset = this.#dataset(ref.dataset);
		const use = dataset?.uses.find(({ column }) => columnId(column) === ref.column);
		return dataset && use && isReady(use) ? { dataset, use } : null;
	}

	async #put(dataset: OwnDataset): Promise<void> {
		const isKnown = this.datasets.some(({ id }) => id === dataset.id);
		this.datasets = isKnown ? this.datasets.map((one) => (one.id === dataset.id ? dataset : one)) : [...this.datasets, dataset];
		this.kept = await this.#parts.store.put(dataset);
	}

	#forget(isGone: (dataset: OwnDataset) => boolean): void {
		const gone = new Set(this.datasets.filter(isGone).map(({ id }) => id));
		this.datasets = this.datasets.filter(({ id }) => !gone.has(id));
		this.shown = new Set([...this.shown].filter((id) => !gone.has(id)));
		const ref = this.scoreColumn === null ? null : parseVariableId(this.scoreColumn);
		if (ref?.kind === 'own' && gone.has(ref.dataset)) this.scoreColumn = null;
	}
}

/** The id of a column that is used, as the address of no link ever holds it. */
export const idOf = (dataset: Pick<OwnDataset, 'id'>, { column }: Pick<ColumnUse, 'column'>): string =>
	variableId({ kind: 'own', dataset: dataset.id, column: columnId(column) });

const newId = (): string => crypto.randomUUID().slice(0, 8);

/** What is said of columns stays; another key frees the column that was one, and takes the one that is. */
function usesAfter({ table, uses }: OwnDataset, by: JoinBy | null): readonly ColumnUse[] {
	return offeredUses(table, by).map((offered) => uses.find(({ column }) => column === offered.column) ?? offered);
}
