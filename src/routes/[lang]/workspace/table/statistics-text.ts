import type { PartialSum, VariableStatistics } from '#lib/core/attribute/statistics.ts';
import type { Variable } from '#lib/core/cartography/style/variable.ts';
import { TYPES } from '#lib/core/scoring/typology.ts';
import type { Words } from '#lib/i18n/words.ts';

/** A number of a selection in words: what it is and of how many territories it is known. */
export interface StatisticText {
	readonly title: string;
	/** With its unit; «–» where nothing is known. */
	readonly value: string;
	/** The scale of an index, which no number carries behind it («from 0 to 100»); null where `value` has its unit. */
	readonly scale: string | null;
	/** How it came about: «mean weighted by people», «sum»; null for a plain number of the selection. */
	readonly how: string | null;
	/** Lowest, median and highest; null where there is none. */
	readonly spread: string | null;
	readonly known: string;
	/** The caution of the variable; null for none. */
	readonly note: string | null;
}

/** What a sum of the selection is called; the caution is that of the variable of the same name. */
export type SumWords = Pick<Variable, 'title' | 'unit' | 'note'>;

/** People, households or area of a selection. */
export function sumText(words: Words, { title, unit, note }: SumWords, { value, known, of }: PartialSum): StatisticText {
	const how = value !== null && known < of ? words.t('attr.stats.sum.partial') : null;
	const text = words.quantity(value, words.of(unit));
	return {
		title: words.of(title),
		value: text,
		scale: null,
		how,
		spread: null,
		known: knownText(words, known, of),
		note: note && words.of(note)
	};
}

/** A variable over a selection. */
export function variableStatisticText(
	words: Words,
	variable: Variable,
	{ known, of, min, median, max, whole }: VariableStatistics
): StatisticText {
	const { t, n } = words;
	const spread =
		min === null
			? null
			: t('attr.stats.spread', { min: n(min, variable.decimals), median: n(median, variable.decimals), max: n(max, variable.decimals) });
	return {
		title: [words.of(variable.title), variable.year ?? ''].filter(Boolean).join(' · '),
		...wholeText(words, variable, whole, known < of, known),
		scale: variable.measure === 'index' ? words.of(variable.unit) : null,
		// Of a single place the three would be the number said already.
		spread: known > 1 ? spread : null,
		known: knownText(words, known, of),
		note: variable.note && words.of(variable.note)
	};
}

function wholeText(
	words: Words,
	{ unit, decimals, measure }: Variable,
	whole: VariableStatistics['whole'],
	isPartial: boolean,
	known: number
): Pick<StatisticText, 'value' | 'how'> {
	const { t, n } = words;
	const said = (value: number | null): string => words.quantity(value, measure === 'index' ? '' : words.of(unit), decimals);
	switch (whole.kind) {
		case 'sum':
			return {
				value: said(whole.value),
				how: t(isPartial && whole.value !== null ? 'attr.stats.sum.partial' : 'attr.stats.sum')
			};
		case 'mean':
			return {
				value: said(whole.value),
				how: whole.weighed < known ? t('attr.stats.mean.partial', { weighed: n(whole.weighed), known: n(known) }) : t('attr.stats.mean')
			};
		case 'types': {
			const counts = TYPES.flatMap((type) => {
				const count = whole.counts.get(type);
				return count === undefined ? [] : [t('attr.stats.type', { type: t(`type.${type}`), count: n(count) })];
			});
			return { value: counts.length === 0 ? n(null) : words.list(counts), how: null };
		}
	}
}

const knownText = ({ t, n }: Words, known: number, of: number): string => t('attr.stats.known', { known: n(known), of: n(of) });

/** A selection as plain text: what is selected, one line per number with its caution, then the sources, each once. */
export function copiedText(words: Words, heading: string, statistics: readonly StatisticText[], credits: readonly string[]): string {
	const lines = statistics.map(({ title, value, scale, how, spread, known, note }) =>
		words.t('attr.stats.line', { title, said: words.clauses([value, scale, how, spread, known, note].filter((part) => part !== null)) })
	);
	const sources = words.t('legend.source', { source: words.clauses([...new Set(credits)]) });
	return [heading, ...lines, sources].join('\n');
}
