import type { SymbolLegend, SymbolLine } from '#lib/core/cartography/scene.ts';
import { FEWEST_SHOWN } from '#lib/core/need/suppress.ts';
import type { Published, Stock } from '#lib/core/cooperative/stock.ts';
import { formatPublished } from './dates.ts';
import type { Words } from './words.ts';

/** The legend of the symbols in words. */
export interface SymbolText {
	readonly title: string;
	/** One per sample circle, in its order. */
	readonly sizes: readonly string[];
	/** One per line, in its order, without its count. */
	readonly lines: readonly string[];
	/** The caution about dates; null when there are no counts. */
	readonly note: string | null;
}

/** The words of the symbols at one level: of the cooperatives, of declared needs, or of a variable of the workspace. */
export function symbolText(words: Words, { level, need, counted, sizes, lines }: SymbolLegend): SymbolText {
	const { t, n } = words;
	if (counted !== undefined) {
		return {
			title: words.of(counted.title),
			sizes: sizes.map(({ value }) => n(value, value < 10 ? counted.decimals : 0)),
			lines: lines.map((line) => lineText(words, line, level)),
			note: null
		};
	}
	if (need !== undefined) {
		return {
			title: t('needs.layer.title', { need: t(`needs.kind.${need ?? 'all'}`) }),
			sizes: sizes.map(({ value }) => n(value)),
			lines: lines.map((line) => lineText(words, line, level)),
			note: t('needs.layer.note')
		};
	}
	return {
		title: t('symbols.title'),
		sizes: sizes.map(({ value }) => n(value)),
		lines: lines.map((line) => lineText(words, line, level)),
		note: sizes.length > 0 ? t('symbols.note') : null
	};
}

function lineText(words: Words, { meaning, of }: SymbolLine, level: SymbolLegend['level']): string {
	const { t, n } = words;
	const territories = t('count.territories', { level, count: of });
	switch (meaning.kind) {
		case 'published':
			return publishedLine(words, meaning, territories);
		case 'old':
			return t('symbols.old');
		case 'unpublished':
			return t('symbols.unpublished', { territories });
		case 'named':
			return t('symbols.named', { total: n(of) });
		case 'declared':
			return t('needs.layer.declared', { territories });
		case 'few':
			return t('needs.layer.few', { count: n(FEWEST_SHOWN) });
		case 'at-least':
			return t('needs.layer.at-least');
		case 'not-declared':
			return t('needs.layer.none');
		case 'counted':
			return t('mapped.counted', { territories });
		case 'zero':
			return t('mapped.zero');
		case 'unknown':
			return t('mapped.unknown', { territories });
		case 'places':
			return t('mapped.places');
	}
}

type Dated = Extract<SymbolLine['meaning'], { readonly kind: 'published' }>;

function publishedLine({ t }: Words, { from, to, undated }: Dated, territories: string): string {
	const parts = [t('symbols.published', { territories })];
	if (from !== null && to !== null) {
		parts.push(from === to ? t('symbols.dated', { year: String(from) }) : t('symbols.dated.range', { from: String(from), to: String(to) }));
	}
	if (undated > 0) parts.push(t('symbols.undated', { count: undated }));
	return parts.join(t('symbols.join'));
}

/** The date of a published count in words, or that it has none. */
export const dateText = ({ t, language }: Words, asOf: string | null): string =>
	asOf === null ? t('measure.undated') : formatPublished(language, asOf);

/** «46 cooperatives · 31 March 2014 · old figure». */
export function publishedText(words: Words, { count, asOf, derived, old }: Published): string {
	const { t } = words;
	const marks = [...(derived ? [t('mark.derived')] : []), ...(old && asOf !== null ? [t('mark.stale')] : [])];
	return [t('count.cooperatives', { count }), dateText(words, asOf), ...marks].join(' · ');
}

/** What is said of a published count when its circle is pointed at: place, count with date, what to know of it, source; one line each. */
export const stockText = (words: Words, name: string, stock: Stock, published: Published): string =>
	[name, publishedText(words, published), ...(stock.note ? [words.of(stock.note)] : []), stock.source.title].join('\n');
