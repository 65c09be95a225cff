import type { LegendRow, MappedSubject, RowMeaning } from '#lib/core/cartography/scene.ts';
import type { ValueRange } from '#lib/core/cartography/style/map-style.ts';
import type { VariableText } from '#lib/core/cartography/style/variable-text.ts';
import type { Words } from './words.ts';

/** What a legend says of what it maps. */
export interface SubjectText {
	readonly title: string;
	readonly unit: string;
	/** Null when the figures have no single year, as a score has not. */
	readonly year: string | null;
	readonly source: string;
	/** A caution that belongs to the picture; null for none. */
	readonly note: string | null;
}

/** What the legend of a map of the workspace says beside its rows: of two variables, the first before the second. */
export function mappedText(words: Words, { map, of }: MappedSubject): SubjectText {
	const both = (says: (variable: VariableText) => string): string => {
		const [first, ...rest] = of.map(says);
		return rest.reduce((before, after) => words.t('mapped.both', { first: before, second: after }), first!);
	};
	const notes = [...of.flatMap(({ note }) => (note ? [words.of(note)] : [])), ...(map === 'bivariate' ? [words.t('mapped.thirds')] : [])];
	return {
		title: both(({ title }) => words.of(title)),
		unit: both(({ unit }) => words.of(unit)),
		year: yearsOf(words, of),
		source: words.t('legend.source', { source: words.clauses([...new Set(of.map(({ credit }) => words.of(credit)))]) }),
		note: notes.length === 0 ? null : [...new Set(notes)].join(' ')
	};
}

/** One year when all figures are of it; two years name what has none too, or the other's would seem to be its own. */
function yearsOf({ t, n }: Words, of: readonly VariableText[]): string | null {
	const years = [...new Set(of.map(({ year }) => year))];
	if (years.length === 1) return years[0]!;
	return of.map(({ year }) => year ?? n(null)).reduce((first, second) => t('mapped.both', { first, second }));
}

/** The words of each row, in the order of the rows. */
export function mappedRows(words: Words, { of, map }: MappedSubject, rows: readonly LegendRow[]): string[] {
	const edges = rows.flatMap(({ meaning }) => (meaning.kind === 'class' && meaning.hi !== null ? [meaning.hi] : []));
	const decimals = decimalsFor(edges, of[0].decimals);
	return rows.map(({ meaning }) => rowOf(words, meaning, { of, map, decimals }));
}

/** A figure may be shown with so many digits more than it has, where two breaks would else read alike. */
const MOST_DECIMALS = 6;

function decimalsFor(breaks: readonly number[], decimals: number): number {
	let digits = decimals;
	const alike = (): boolean => breaks.some((value, i) => i > 0 && value.toFixed(digits) === breaks[i - 1]!.toFixed(digits));
	while (digits < MOST_DECIMALS && alike()) digits++;
	return digits;
}

interface RowContext extends Pick<MappedSubject, 'of' | 'map'> {
	readonly decimals: number;
}

function rowOf(words: Words, meaning: RowMeaning, { of, map, decimals }: RowContext): string {
	const { t } = words;
	switch (meaning.kind) {
		case 'class':
			return classText(words, meaning, decimals);
		case 'pair':
			return pairText(words, meaning, of);
		case 'ground':
			return t(map === 'symbols' ? 'mapped.ground.known' : 'mapped.ground');
		case 'outside':
			return outsideText(words, meaning, decimals);
		default:
			return plainRow(words, meaning);
	}
}

function pairText(
	{ t, of: said }: Words,
	{ first, second }: Extract<RowMeaning, { readonly kind: 'pair' }>,
	[a, b = a]: MappedSubject['of']
): string {
	return t('mapped.pair', {
		first: said(a.title),
		firstThird: t(`mapped.third.${thirdName(first)}`),
		second: said(b.title),
		secondThird: t(`mapped.third.${thirdName(second)}`)
	});
}

function outsideText({ t, n }: Words, { from, to }: ValueRange, decimals: number): string {
	const low = { from: n(from, decimals) };
	const high = { to: n(to, decimals) };
	if (from !== null && to !== null) return t('mapped.outside.between', { ...low, ...high });
	return from !== null ? t('mapped.outside.below', low) : t('mapped.outside.above', high);
}

/** The words of a row that needs no figure and no title: a type, a cluster, a state. */
export function plainRow({ t }: Words, meaning: PlainMeaning): string {
	if (meaning.kind === 'type') return t(`type.${meaning.type}`);
	return meaning.kind === 'cluster' ? t(`legend.cluster.${meaning.cluster}`) : t(`status.${meaning.kind}`);
}

/** A meaning that is said alike on every map. */
export type PlainMeaning = Exclude<RowMeaning, { readonly kind: 'class' | 'pair' | 'ground' | 'outside' }>;

/** «more than 40 to 45», «40 or less», «more than 45», or that there is one value alone. */
export function classText(
	{ t, n }: Words,
	{ lo, hi }: { readonly lo: number | null; readonly hi: number | null },
	decimals: number
): string {
	const edge = (value: number): string => n(value, decimals);
	if (lo === null) return hi === null ? t('legend.only') : t('legend.below', { hi: edge(hi) });
	return hi === null ? t('legend.above', { lo: edge(lo) }) : t('legend.between', { lo: edge(lo), hi: edge(hi) });
}

const THIRDS = ['low', 'middle', 'high'] as const;
const thirdName = (third: number): (typeof THIRDS)[number] => THIRDS[third] ?? 'middle';
