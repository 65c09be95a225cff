import type { Reason } from '#lib/core/recommendation/answer.ts';
import { GATES, type Gate } from '#lib/core/scoring/table.ts';
import { PILLARS, type Pillar } from '#lib/core/scoring/method.ts';
import type { Params } from './messages.ts';
import { fact, type SentenceNames } from './sentences.ts';
import type { Words } from './words.ts';

/** What the data names; gates, pillars and answers of a holder are named by the messages. */
export const NAMED = ['chain', 'territory', 'skill', 'trigger', 'instrument', 'branch'] as const;
export type Named = (typeof NAMED)[number];

/** The names that reasons need, in the language of the words. */
export interface ReasonNames extends Pick<SentenceNames, 'indicator'> {
	/** The name of an id; null where the data does not know it, and the id is shown. */
	name(kind: Named, id: string): string | null;
}

/** A reason as a sentence without a full stop. Never empty. */
export const sayReason = (words: Words, reason: Reason, names: ReasonNames): string =>
	words.t(`reason.${reason.kind}`, { ...numberParams(words, reason), ...idParams(words, reason, names) });

/** Below this many km a decimal tells something. */
const SHORT_KM = 10;

/** Every number of the reason as its name asks: people to be counted stay a number, for the plural. */
function numberParams(words: Words, { numbers, ids }: Reason): Params {
	const said = Object.entries(numbers).map(([name, value]): [string, string | number] => {
		if (name === 'count') return [name, value];
		if (name === 'share') return [name, words.quantity(100 * value, '%')];
		if (name.startsWith('km')) return [name, words.n(value, value > 0 && value < SHORT_KM ? 1 : 0)];
		if (name === 'ratio') return [name, words.n(value, 2)];
		if (name === 'value' && ids['indicator'] === undefined) return [name, words.n(100 * value)];
		return [name, words.n(value)];
	});
	return Object.fromEntries(said);
}

function idParams(words: Words, reason: Reason, names: ReasonNames): Params {
	const { ids } = reason;
	const said = Object.entries(ids).map(([kind, id]): [string, string] => {
		const named = id.split(',').map((one) => nameOf(words, kind, one, names));
		return [kind, LONG.has(kind) ? words.clauses(named.map(withinSentence)) : words.list(named)];
	});
	const pillar = pillarOf(ids);
	return {
		...Object.fromEntries(said),
		...(pillar && ids['indicator'] !== undefined ? { fact: factOf(words, reason, pillar, names) } : {})
	};
}

/** What several words name, often with an «and» of their own: semicolons tell them apart. */
const LONG: ReadonlySet<string> = new Set(['skill', 'trigger']);

/** A text of the data, which starts with a capital where it stands alone; an abbreviation keeps its capitals. */
const withinSentence = (text: string): string => text.replace(/^\p{Lu}(?![\p{Lu}\p{N}])/u, (first) => first.toLowerCase());

function nameOf({ t }: Words, kind: string, id: string, names: ReasonNames): string {
	if (isNamed(kind)) return names.name(kind, id) ?? id;
	if (kind === 'pillar' && isPillar(id)) return t(`pillar.${id}`);
	if (kind === 'gate' && isGate(id)) return t(`gate.${id}`);
	if (kind === 'answer' && isAnswer(id)) return t(`reason.answer.${id}`);
	return id;
}

function factOf(words: Words, { numbers, ids }: Reason, pillar: Pillar, names: ReasonNames): string {
	return fact(words, { id: ids['indicator']!, raw: numbers['value'] ?? null, year: numbers['year'] ?? null, pillar }, names);
}

/** Answers of a holder that may be missing. */
const ANSWERS = ['money', 'members', 'skills'] as const;

const isAnswer = (id: string): id is (typeof ANSWERS)[number] => (ANSWERS as readonly string[]).includes(id);
const isNamed = (kind: string): kind is Named => (NAMED as readonly string[]).includes(kind);
const isPillar = (id: string): id is Pillar => (PILLARS as readonly string[]).includes(id);
const isGate = (id: string): id is Gate => (GATES as readonly string[]).includes(id);
const pillarOf = ({ pillar }: Reason['ids']): Pillar | null => (pillar !== undefined && isPillar(pillar) ? pillar : null);
