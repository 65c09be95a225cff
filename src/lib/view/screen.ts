import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { valueAt } from '#lib/core/scoring/table.ts';
import type { State } from '#lib/core/cartography/legend.ts';
import type { Legend, MapSymbol, Scene } from '#lib/core/cartography/scene.ts';
import { sceneOfCooperatives, sceneOfNeed, sceneOfPotentials, sceneOfScores, sceneOfValues } from '#lib/core/cartography/scenes.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { weightsOf, type View } from './view.ts';

/** One territory in the list beside the map. */
export interface Entry {
	readonly code: string;
	readonly name: string;
	/** Name of the territory one level up; null for a region. */
	readonly parent: string | null;
	/** In the unit of the screen; null when unknown. */
	readonly value: number | null;
	/** 1 is best; null when unranked, and for communes, which are ranked inside their province only. */
	readonly rank: number | null;
	/** Index of its row in the legend. */
	readonly row: number;
}

/** Territories without a value, by the reason. */
export interface Apart {
	readonly state: State;
	readonly entries: readonly Entry[];
}

/** What the list, the legend and the table show; plain data, so that the server can send it. */
export interface Screen {
	readonly level: Level;
	readonly legend: Legend;
	/** Those with a value, best or highest first; communes by class, then by name. */
	readonly entries: readonly Entry[];
	readonly apart: readonly Apart[];
	/** Decimals of `value`. */
	readonly decimals: number;
}

/** What a view paints, before it is told as a list: all that a moving slider needs. */
export interface Painted {
	readonly scene: Scene;
	/** In the unit of the screen, NaN where unknown. */
	readonly values: Float64Array;
	readonly decimals: number;
}

/** What a view paints; null while the table of its level is not there yet. `symbols` are drawn by the cooperatives lens only. */
export function paintedOf(atlas: Atlas, view: View, symbols: readonly MapSymbol[] = []): Painted | null {
	const scorer = atlas.scorer(view.level);
	return scorer && painted(atlas, scorer, view, symbols);
}

/** List, legend and table of what is painted, in one language. */
export function screenOf(atlas: Atlas, { scene, values, decimals }: Painted, language: Language): Screen {
	return { level: scene.level, legend: scene.legend, decimals, ...listOf(atlas, scene, values, language) };
}

function painted(atlas: Atlas, scorer: Scorer, view: View, symbols: readonly MapSymbol[]): Painted {
	const { table, method } = scorer;
	const codes = codesOf(scorer);
	switch (view.lens) {
		case 'zones': {
			const scores = scorer.scores(view.chain, weightsOf(view, method.presets), view.aggregator);
			return { scene: sceneOfScores(view.level, codes, view.chain, scores, method.scoreBreaks), values: scores.score, decimals: 1 };
		}
		case 'needs':
			return needs(atlas, scorer, view, codes);
		case 'potentials': {
			const strength = columnOr(table.evidence[view.chain], codes.length);
			return { scene: sceneOfPotentials(view.level, codes, view.chain, strength), values: strength.map((x) => 100 * x), decimals: 0 };
		}
		case 'cooperatives': {
			const { indicator } = method.room;
			const share = columnOr(table.values[indicator], codes.length);
			return { scene: sceneOfCooperatives(view.level, codes, indicator, share, symbols), values: share, decimals: 1 };
		}
	}
}

/** One indicator in its own unit, or the composite as 0–100; a level without the indicator shows the composite. */
function needs(atlas: Atlas, scorer: Scorer, view: View, codes: readonly string[]): Painted {
	const column = view.indicator === null ? undefined : scorer.table.values[view.indicator];
	if (view.indicator === null || !column) {
		const need = compositeNeed(scorer, atlas.snapshot.chains[0]!.id);
		return { scene: sceneOfNeed(view.level, codes, need), values: need.map((x) => 100 * x), decimals: 0 };
	}
	const decimals = atlas.indicators.get(view.indicator)?.decimals ?? 1;
	return { scene: sceneOfValues(view.level, codes, view.indicator, column), values: column, decimals };
}

const columnOr = (column: Float64Array | undefined, size: number): Float64Array => column ?? new Float64Array(size).fill(NaN);

const codeCache = new WeakMap<Scorer, readonly string[]>();

/** Codes of a level in the order of its table; the same array every time, so that a map knows nothing moved. */
export function codesOf(scorer: Scorer): readonly string[] {
	let codes = codeCache.get(scorer);
	if (!codes) codeCache.set(scorer, (codes = scorer.table.territories.map(({ code }) => code)));
	return codes;
}

const needCache = new WeakMap<Scorer, Float64Array>();

/** Need of every territory, 0–1, NaN where coverage is too low. Need is the same for every chain, so any will do. */
function compositeNeed(scorer: Scorer, chain: string): Float64Array {
	let need = needCache.get(scorer);
	if (!need) {
		need = Float64Array.from(scorer.table.territories, (_, i) => scorer.pillars(chain, i)[0]);
		needCache.set(scorer, need);
	}
	return need;
}

function listOf(atlas: Atlas, scene: Scene, values: Float64Array, language: Language): Pick<Screen, 'entries' | 'apart'> {
	const { legend, rows, codes, level } = scene;
	const known: number[] = [];
	const apart = new Map<State, Entry[]>();
	const entry = (i: number, rank: number | null): Entry => {
		const territory = atlas.territory(codes[i]!)!;
		const parent = territory.parent === null ? null : atlas.territory(territory.parent);
		const name = territory.name[language];
		return { code: territory.code, name, parent: parent?.name[language] ?? null, value: valueAt(values, i), rank, row: rows[i]! };
	};
	for (const i of byName(atlas, codes, language)) {
		const { meaning } = legend.rows[rows[i]!]!;
		if (meaning.kind === 'class') known.push(i);
		else apart.set(meaning.kind, [...(apart.get(meaning.kind) ?? []), entry(i, null)]);
	}
	// The order by name is kept inside a class of communes and among equals: sort is stable.
	known.sort(level === 'commune' ? (a, b) => rows[b]! - rows[a]! : (a, b) => values[b]! - values[a]!);
	const ranks = level === 'commune' ? null : ranksOf(known, values);
	return {
		entries: known.map((i, position) => entry(i, ranks?.[position] ?? null)),
		// In the order of the legend.
		apart: legend.rows.flatMap(({ meaning }) => {
			const entries = meaning.kind === 'class' ? undefined : apart.get(meaning.kind);
			return meaning.kind === 'class' || !entries ? [] : [{ state: meaning.kind, entries }];
		})
	};
}

/** Ties share the smallest rank, as in the scorer. */
function ranksOf(order: readonly number[], values: Float64Array): number[] {
	const ranks: number[] = [];
	order.forEach((index, position) => {
		const tied = position > 0 && Math.abs(values[order[position - 1]!]! - values[index]!) <= 1e-9;
		ranks.push(tied ? ranks[position - 1]! : position + 1);
	});
	return ranks;
}

const orderCache = new WeakMap<readonly string[], Map<Language, readonly number[]>>();

/** Indices of `codes` by name. Collating 1,503 names takes longer than scoring them, so it is done once. */
function byName(atlas: Atlas, codes: readonly string[], language: Language): readonly number[] {
	const byLanguage = orderCache.get(codes) ?? new Map<Language, readonly number[]>();
	orderCache.set(codes, byLanguage);
	const known = byLanguage.get(language);
	if (known) return known;
	const collator = new Intl.Collator(language);
	const names = codes.map((code) => atlas.territory(code)!.name[language]);
	const order = codes.map((_, i) => i).sort((a, b) => collator.compare(names[a]!, names[b]!));
	byLanguage.set(language, order);
	return order;
}
