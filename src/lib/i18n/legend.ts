import type { HotSpotSubject, Legend, LegendRow, MappedSubject, Subject } from '#lib/core/cartography/scene.ts';
import type { Indicator, Source } from '#lib/core/indicator/indicator.ts';
import type { EvidenceQuestion } from '#lib/core/potential/question.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import type { Text } from '#lib/core/text/text.ts';
import { classText, mappedRows, mappedText, plainRow, type SubjectText } from './mapped-legend.ts';
import { registerParams } from './register.ts';
import { symbolText, type SymbolText } from './symbols.ts';
import type { Words } from './words.ts';

/** What the words of a legend are made from; an atlas or a snapshot has all of it. */
export interface LegendNames {
	readonly release: Release;
	readonly chains: ReadonlyMap<string, Chain>;
	readonly indicators: ReadonlyMap<string, Indicator>;
	readonly sources: ReadonlyMap<string, Source>;
	/** Products by id; only a question for one needs them. */
	readonly products?: ReadonlyMap<string, Text> | undefined;
}

/** A legend in words: what is mapped, in which unit, of which year and source, and one label per row. */
export interface LegendText extends SubjectText {
	/** One label per row of the legend, in its order. */
	readonly rows: readonly string[];
	/** Words of the symbols over the areas; null when there are none to explain. */
	readonly symbols: SymbolText | null;
}

/** What the pages of the house map; a map of the workspace brings its words along. */
type OwnSubject = Exclude<Subject, MappedSubject>;

/** The words of a legend in one language. */
export function legendText(words: Words, legend: Legend, names: LegendNames): LegendText {
	const { subject } = legend;
	const symbols = legend.symbols && symbolText(words, legend.symbols);
	if (subject.kind === 'mapped') return { ...mappedText(words, subject), rows: mappedRows(words, subject, legend.rows), symbols };
	return { ...subjectText(words, subject, names), rows: rowsOf(words, subject, legend.rows, names), symbols };
}

function subjectText(words: Words, subject: OwnSubject, names: LegendNames): SubjectText {
	const { t } = words;
	const { data, method, register } = names.release;
	const computed = { year: null, source: t('legend.computed', { data, method }), note: null };
	const chainName = (id: string): string => words.of(names.chains.get(id)!.name);
	switch (subject.kind) {
		case 'score':
			return { title: t('legend.score', { chain: chainName(subject.chain) }), unit: t('legend.score.unit'), ...computed };
		case 'types':
			return {
				title: t('legend.types', { chain: chainName(subject.chain) }),
				unit: t('legend.types.unit'),
				...computed,
				note: register?.chains.includes(subject.chain)
					? t('legend.types.register', registerParams(words, register))
					: t('legend.types.note')
			};
		case 'need':
			if (subject.indicator !== null) return { ...indicatorText(words, subject.indicator, names), note: null };
			return { title: t('indicator.composite'), unit: t('indicator.composite.unit'), ...computed };
		case 'potential':
			return potentialText(words, subject, names);
		case 'cooperatives':
			return { ...indicatorText(words, subject.indicator, names), note: t('legend.cooperatives.note') };
		case 'hot-spots':
			return hotSpotText(words, subject, names);
	}
}

/** Year and source are those of the figure that clusters; the note says how strictly chance was ruled out. */
function hotSpotText(words: Words, { of, statistic, permutations, rate }: HotSpotSubject, names: LegendNames): SubjectText {
	const { t, n } = words;
	const { title, year, source } =
		of.kind === 'score' ? subjectText(words, of, names) : subjectText(words, { kind: 'need', indicator: of.indicator }, names);
	return {
		title: t('legend.hot-spots', { of: title }),
		unit: t(`legend.hot-spots.unit.${statistic}`),
		year,
		source,
		note: t('legend.hot-spots.note', { rate: words.quantity(100 * rate, '%'), permutations: n(permutations) })
	};
}

function potentialText(
	{ t, of }: Words,
	{ chain, filter, product }: EvidenceQuestion,
	{ release, chains, products }: LegendNames
): SubjectText {
	const rest = {
		unit: t('legend.potential.unit'),
		year: null,
		source: t('legend.computed', { data: release.data, method: release.method })
	};
	const name = product === null ? undefined : products?.get(product);
	if (product !== null) return { title: t('legend.potential.product', { product: name ? of(name) : product }), ...rest, note: null };
	const what = chain === null ? t('chain.all') : of(chains.get(chain)!.name);
	const title = filter === 'all' ? what : t('legend.potential.filtered', { chain: what, evidence: t(`evidence.filter.${filter}`) });
	return { title: t('legend.potential', { chain: title }), ...rest, note: chain === null ? t('legend.potential.strongest') : null };
}

function indicatorText(words: Words, id: string, { indicators, sources }: LegendNames): Omit<SubjectText, 'note'> {
	const indicator = indicators.get(id);
	if (!indicator) throw new Error(`unknown indicator ${id}`);
	const source = sources.get(indicator.source);
	const credit = source ? words.of(source.credit) : indicator.source;
	return {
		title: words.of(indicator.name),
		unit: words.of(indicator.unit),
		year: indicator.year,
		source: words.t('legend.source', { source: credit })
	};
}

/** Shares 0–1 are shown as 0–100; a figure keeps its unit, and one decimal more than it needs would hide that breaks are quantiles. */
function scaleOf(subject: OwnSubject, { indicators }: LegendNames): { scale: number; decimals: number } {
	const figure = (id: string) => ({ scale: 1, decimals: indicators.get(id)?.decimals ?? 1 });
	switch (subject.kind) {
		case 'score':
		case 'types':
		case 'hot-spots':
			return { scale: 1, decimals: 0 };
		case 'potential':
			return { scale: 100, decimals: 0 };
		case 'need':
			return subject.indicator === null ? { scale: 100, decimals: 0 } : figure(subject.indicator);
		case 'cooperatives':
			return figure(subject.indicator);
	}
}

function rowsOf(words: Words, subject: OwnSubject, rows: readonly LegendRow[], names: LegendNames): string[] {
	const { scale, decimals } = scaleOf(subject, names);
	const scaled = (value: number | null): number | null => (value === null ? null : scale * value);
	return rows.map(({ meaning }) => {
		switch (meaning.kind) {
			case 'class':
				return classText(words, { lo: scaled(meaning.lo), hi: scaled(meaning.hi) }, decimals);
			case 'pair':
			case 'ground':
			case 'outside':
				throw new Error(`Only a map of the workspace has a row «${meaning.kind}».`);
			default:
				return plainRow(words, meaning);
		}
	});
}
