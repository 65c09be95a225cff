import type { ChainScores } from '#lib/core/scoring/outcome.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Typology } from '#lib/core/scoring/typology.ts';
import { valueAt } from '#lib/core/scoring/table.ts';
import { styledLegend } from '#lib/core/cartography/legend.ts';
import type { SymbolLayer } from '#lib/core/cartography/cooperative-layer.ts';
import type { NeedLayer } from '#lib/core/cartography/need-layer.ts';
import { isState, type Legend, type Scene, type State } from '#lib/core/cartography/scene.ts';
import { typeOf } from '#lib/core/zones/verdict.ts';
import {
	sceneOfCooperatives,
	sceneOfNeed,
	sceneOfPotentials,
	sceneOfScores,
	sceneOfTypes,
	sceneOfValues
} from '#lib/core/cartography/scenes.ts';
import { sceneOfHotSpots } from '#lib/core/cartography/hot-spot-scene.ts';
import type { Published, Stock } from '#lib/core/cooperative/stock.ts';
import type { Documented } from '#lib/core/potential/documented.ts';
import type { Shown } from '#lib/core/need/shown.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Language, Text } from '#lib/core/text/text.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { clusterIndices, type HotSpotAnswer } from './hot-spots.ts';
import { questionOf, weightsOf, type Lens, type View } from './view.ts';

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
	/** The strongest products documented here, a few; null where the screen is not about products. */
	readonly products: { readonly names: readonly string[]; readonly more: number } | null;
	/** The published count of its cooperatives; null where there is none, or the screen is not about cooperatives. */
	readonly published: (Published & { readonly note: string | null }) | null;
	/** What may be told of the needs declared here; null where the screen does not show them. */
	readonly declared: Shown | null;
}

/** So many products of a place are named in its line. */
const NAMED_PRODUCTS = 2;

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
	/** True where the lowest value comes first: the less, the greater the need. */
	readonly isReversed?: boolean;
	/** Products documented in a place, by its code; only where the documents are there. */
	readonly products?: Documented['products'] | undefined;
	/** Published counts of cooperatives, by the code of their territory; only in their lens. */
	readonly published?: SymbolLayer['published'] | undefined;
	/** Declared needs, by the code of their territory; only where they are shown. */
	readonly declared?: NeedLayer['counts'] | undefined;
}

/** What a view paints; null while the table of its level, or the documents it asks for, are not there yet. */
export function paintedOf(
	atlas: Atlas,
	view: View,
	{ layer = null, declared = null, documents = null, hotSpots = null }: PaintParts = {}
): Painted | null {
	const scorer = atlas.scorer(view.level);
	if (!scorer) return null;
	if (view.lens === 'potentials') return potentials(scorer, view, documents);
	const plain = withHotSpots(painted(atlas, scorer, view, view.lens, layer), hotSpots);
	return view.lens === 'needs' && declared ? withDeclared(plain, declared) : plain;
}

function withHotSpots(plain: Painted, hotSpots: HotSpotAnswer | null): Painted {
	if (!hotSpots || 'refusal' in hotSpots) return plain;
	const { level, codes } = plain.scene;
	return { ...plain, scene: sceneOfHotSpots(level, codes, hotSpots.subject, clusterIndices(hotSpots.clusters, codes)) };
}

/** Declared needs lie over whatever the needs lens colours. */
function withDeclared({ scene, ...plain }: Painted, { symbols, legend, counts }: NeedLayer): Painted {
	return { ...plain, scene: { ...scene, symbols, legend: { ...scene.legend, symbols: legend } }, declared: counts };
}

/** What a view may need beside the scores. */
export interface PaintParts {
	/** Drawn by the cooperatives lens only. */
	readonly layer?: SymbolLayer | null;
	/** Drawn by the needs lens only. */
	readonly declared?: NeedLayer | null;
	/** Answer the question of the potentials lens. */
	readonly documents?: Documented | null;
	/** Hot spots of the view; without them its plain values are painted. */
	readonly hotSpots?: HotSpotAnswer | null;
}

/** List, legend and table of what is painted, in one language. */
export function screenOf(atlas: Atlas, painted: Painted, language: Language): Screen {
	const { scene, decimals } = painted;
	return { level: scene.level, legend: scene.legend, decimals, ...listOf(atlas, painted, language) };
}

function painted(atlas: Atlas, scorer: Scorer, view: View, lens: Exclude<Lens, 'potentials'>, layer: SymbolLayer | null): Painted {
	const { table, method } = scorer;
	const codes = codesOf(scorer);
	switch (lens) {
		case 'zones': {
			const scores = scorer.scores(view.chain, weightsOf(view, method.presets), view.aggregator);
			const scene =
				view.aspect === 'types'
					? sceneOfTypes(view.level, codes, view.chain, typesOf(scorer, view.chain, scores), scores)
					: sceneOfScores(view.level, codes, view.chain, scores, method.scoreBreaks);
			return { scene, values: scores.score, decimals: 1 };
		}
		case 'needs':
			return needs(atlas, scorer, view, codes);
		case 'cooperatives': {
			const { indicator } = method.room;
			const share = columnOr(table.values[indicator], codes.length);
			const symbols = layer ? { symbols: layer.symbols, legend: styledLegend(layer.legend, view.points) } : {};
			const scene = sceneOfCooperatives(view.level, codes, indicator, share, symbols);
			return { scene, values: share, decimals: 1, published: layer?.published };
		}
	}
}

/** The type of every place that has a score. */
const typesOf = (scorer: Scorer, chain: string, { score }: Pick<ChainScores, 'score'>): (Typology | null)[] =>
	Array.from(score, (value, i) => (Number.isNaN(value) ? null : typeOf(scorer, chain, i)));

/** Strengths as 0–100. What needs no document is read from the table: one chain, or the strongest of all. */
function potentials(scorer: Scorer, view: View, documents: Documented | null): Painted | null {
	const question = questionOf(view);
	const codes = codesOf(scorer);
	const isInTable = question.filter === 'all' && question.product === null;
	if (!documents && !isInTable) return null;
	const strength = documents?.strength ?? strengthInTable(scorer, question.chain);
	const scene = sceneOfPotentials(view.level, codes, question, strength);
	return { scene, values: strength.map((x) => 100 * x), decimals: 0, products: documents?.products };
}

function strengthInTable({ table }: Scorer, chain: string | null): Float64Array {
	const size = table.territories.length;
	if (chain !== null) return columnOr(table.evidence[chain], size);
	const columns = Object.values(table.evidence);
	return Float64Array.from(table.territories, (_, i) => {
		const known = columns.map((column) => column[i]!).filter((strength) => !Number.isNaN(strength));
		return known.length === 0 ? NaN : Math.max(...known);
	});
}

/** One indicator in its own unit, or the composite as 0–100; a level without the indicator shows the composite. */
function needs(atlas: Atlas, scorer: Scorer, view: View, codes: readonly string[]): Painted {
	const column = view.indicator === null ? undefined : scorer.table.values[view.indicator];
	if (view.indicator === null || !column) {
		const need = compositeNeed(scorer, atlas.snapshot.chains[0]!.id);
		return { scene: sceneOfNeed(view.level, codes, need), values: need.map((x) => 100 * x), decimals: 0 };
	}
	const indicator = atlas.indicators.get(view.indicator);
	const isReversed = indicator?.direction === 'lower';
	return {
		scene: sceneOfValues(view.level, codes, view.indicator, column, isReversed),
		values: column,
		decimals: indicator?.decimals ?? 1,
		isReversed
	};
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

function listOf(
	atlas: Atlas,
	{ scene, values, products, published, declared, isReversed = false }: Painted,
	language: Language
): Pick<Screen, 'entries' | 'apart'> {
	const { legend, rows, codes, level } = scene;
	const known: number[] = [];
	const apart = new Map<State, Entry[]>();
	const entry = (i: number, rank: number | null): Entry => {
		const territory = atlas.territory(codes[i]!)!;
		const parent = territory.parent === null ? null : atlas.territory(territory.parent);
		return {
			code: territory.code,
			name: territory.name[language],
			parent: parent?.name[language] ?? null,
			value: valueAt(values, i),
			rank,
			row: rows[i]!,
			products: namedProducts(products?.get(territory.code), language),
			published: told(published?.get(territory.code), language),
			declared: declared?.get(territory.code) ?? null
		};
	};
	for (const i of byName(atlas, codes, language)) {
		const { meaning } = legend.rows[rows[i]!]!;
		if (!isState(meaning)) known.push(i);
		else apart.set(meaning.kind, [...(apart.get(meaning.kind) ?? []), entry(i, null)]);
	}
	// The order by name is kept inside a class of communes and among equals: sort is stable.
	const by: ArrayLike<number> = level === 'commune' ? rows : values;
	known.sort(isReversed ? (a, b) => by[a]! - by[b]! : (a, b) => by[b]! - by[a]!);
	const ranks = level === 'commune' ? null : ranksOf(known, values);
	return {
		entries: known.map((i, position) => entry(i, ranks?.[position] ?? null)),
		// In the order of the legend.
		apart: legend.rows.flatMap(({ meaning }) => {
			const entries = isState(meaning) ? apart.get(meaning.kind) : undefined;
			return isState(meaning) && entries ? [{ state: meaning.kind, entries }] : [];
		})
	};
}

function told(published: (Published & Pick<Stock, 'note'>) | undefined, language: Language): Entry['published'] {
	return published ? { ...published, note: published.note?.[language] ?? null } : null;
}

function namedProducts(products: readonly Text[] | undefined, language: Language): Entry['products'] {
	if (!products) return null;
	const names = products.slice(0, NAMED_PRODUCTS).map((product) => product[language]);
	return { names, more: products.length - names.length };
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
