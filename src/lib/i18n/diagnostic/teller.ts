import type { Cell } from '#lib/core/diagnostic/cell.ts';
import { METHOD_SOURCE, type Datum } from '#lib/core/diagnostic/datum.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { IndicatorLine } from '#lib/core/diagnostic/line.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import { licenceText } from '../licence.ts';
import type { MessageKey, Params } from '../messages.ts';
import type { ReasonNames } from '../reasons.ts';
import type { Words } from '../words.ts';
import type { Mark, Said, SourceNote, TableCell } from './report.ts';

/** What a chapter is told with: the diagnostic, the words of its language, names, and the numbers of the sources. */
export interface Teller {
	readonly diagnostic: Diagnostic;
	readonly words: Words;
	readonly place: string;
	/** Whom the territory is compared with, as it stands after «compared with». */
	readonly who: string;
	chain(id: string): string;
	branch(id: string): string;
	/** «a; b; c; and 4 more»: names of chains and products hold commas, and a sentence has room for a few. */
	some(names: readonly string[]): string;
	/** A number with its unit. */
	figure(datum: Datum): string;
	/** A number alone. */
	plain(datum: Datum): string;
	/** A message as a sentence that rests on `data`. */
	say(key: MessageKey, params?: Params, data?: readonly Datum[]): Said;
	/** Text that rests on `data`. */
	said(text: string, data?: readonly Datum[]): Said;
	/** A cell of a table; «–» for null. */
	cell(datum: Datum | null, more?: Partial<TableCell>): TableCell;
	/** A cell of words. */
	text(text: string, more?: Partial<TableCell>): TableCell;
	/** The sources cited so far, by number. */
	sources(): readonly SourceNote[];
}

/** So many names a sentence holds. */
const NAMED = 6;

const BARE = { refs: [], cells: [], note: '', marks: [], bar: null, link: null } as const;

/** A teller over a diagnostic. `sources` are those of the release. */
export function tellerOf(diagnostic: Diagnostic, words: Words, names: ReasonNames, sources: ReadonlyMap<string, Source>): Teller {
	const numbers = new Map<string, number>();
	const numberOf = (id: string): number => {
		const known = numbers.get(id) ?? numbers.size + 1;
		numbers.set(id, known);
		return known;
	};
	const refs = (data: readonly Datum[]): number[] => [...new Set(data.map(({ source }) => numberOf(source)))].sort((a, b) => a - b);
	const cells = (data: readonly Datum[]): Cell[] => [...new Set(data.map(({ cell }) => cell))];
	const plain: Teller['plain'] = ({ value, decimals }) => words.n(value, decimals);
	const figure: Teller['figure'] = (datum) =>
		datum.unit ? words.quantity(datum.value, words.of(datum.unit), datum.decimals) : plain(datum);
	const said: Teller['said'] = (text, data = []) => ({ text, refs: refs(data), cells: cells(data) });
	return {
		diagnostic,
		words,
		place: words.of(diagnostic.territory.name),
		who: whoOf(diagnostic, words),
		chain: (id) => names.name('chain', id) ?? id,
		branch: (id) => names.name('branch', id) ?? words.t('count.branch.all'),
		some(names) {
			const shown = words.clauses(names.slice(0, NAMED));
			return names.length > NAMED ? words.t('diagnostic.list.more', { list: shown, more: names.length - NAMED }) : shown;
		},
		figure,
		plain,
		said,
		say: (key, params = {}, data = []) => said(words.t(key, params), data),
		cell: (datum, more = {}) => ({
			...BARE,
			...(datum ? { ...said(plain(datum), [datum]), marks: marksOf(datum) } : { text: '–' }),
			...more
		}),
		text: (text, more = {}) => ({ ...BARE, text, ...more }),
		sources: () => [...numbers].map(([id, number]) => sourceNote(id, number, diagnostic.release, words, sources))
	};
}

/** How a figure came to be, where that must be said. */
const marksOf = ({ status }: Datum): Mark[] => (status === 'published' || status === 'computed' ? [] : [status]);

/** The marks of an indicator: its own and its age. */
export const marksOfLine = ({ here, isStale }: Pick<IndicatorLine, 'here' | 'isStale'>): Mark[] => [
	...marksOf(here),
	...(isStale ? (['stale'] as const) : [])
];

function whoOf({ comparator }: Diagnostic, { t, of, n }: Words): string {
	if (comparator.kind === 'alike') return t('diagnostic.who.alike', { count: n(comparator.members.length) });
	return comparator.name ? of(comparator.name) : t('diagnostic.who.nation');
}

/** A source as it is listed. Throws on an id that is not among `sources`, those of the release. */
export function sourceNote(
	id: string,
	number: number,
	{ data, method }: Release,
	words: Words,
	sources: ReadonlyMap<string, Source>
): SourceNote {
	if (id === METHOD_SOURCE) {
		return { number, id, text: words.t('legend.computed', { data, method }), licence: licenceText(words, 'CC-BY-4.0'), url: null };
	}
	const source = sources.get(id);
	if (!source) throw new Error(`The release does not list the source ${id}.`);
	const text = [words.of(source.credit), source.title].join('. ');
	return { number, id, text, licence: licenceText(words, source.licence), url: source.url };
}
