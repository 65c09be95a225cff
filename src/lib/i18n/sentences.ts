import { REGISTER } from '#lib/core/scoring/model.ts';
import type { Pillar } from '#lib/core/scoring/method.ts';
import type { Explanation, SentenceItem } from '#lib/core/scoring/outcome.ts';
import type { Words } from './words.ts';

/** The names a sentence needs, in the language of its words. */
export interface SentenceNames {
	readonly place: string;
	readonly chain: string;
	/** Name, unit and decimals of an indicator; null when the data has no such indicator. */
	indicator(id: string): { readonly name: string; readonly unit: string; readonly decimals: number } | null;
}

/** The two sentences of a place: why it has its score, and what could be strengthened. Never empty. */
export interface Sentences {
	readonly why: string;
	readonly strengthen: string;
}

/** Both sentences of `explanation`, with raw value, unit and year of every figure; the unscored get a sentence of their own. */
export function sentences(words: Words, explanation: Explanation, names: SentenceNames): Sentences {
	const { t } = words;
	const subject = { place: names.place, chain: names.chain };
	switch (explanation.status) {
		case 'scored':
			return scored(words, explanation, names);
		case 'not-documented':
			return { why: t('sentence.why.not-documented', subject), strengthen: t('sentence.strengthen.not-documented') };
		case 'ineligible':
			return {
				why: t('sentence.why.ineligible', { ...subject, reason: t(`gate.${explanation.gate ?? 'out-of-scope'}`) }),
				strengthen: t('sentence.strengthen.ineligible')
			};
		case 'insufficient':
			return { why: insufficient(words, explanation.missingPillars, subject), strengthen: t('sentence.strengthen.insufficient') };
	}
}

function scored(words: Words, explanation: Explanation, names: SentenceNames): Sentences {
	const { t } = words;
	const why = reasons(words, explanation.why, 'up', names);
	const held = reasons(words, explanation.held, 'down', names);
	const subject = { place: names.place, chain: names.chain, score: words.n(explanation.score, 1) };
	const unmoved = t(held === '' ? 'sentence.why.equal' : 'sentence.why.none', subject);
	return {
		why: why === '' ? unmoved : t('sentence.why.scored', { ...subject, reasons: why }),
		strengthen: held === '' ? t('sentence.strengthen.none') : t('sentence.strengthen.scored', { reasons: held })
	};
}

function insufficient({ t, list }: Words, missing: readonly Pillar[], subject: { place: string; chain: string }): string {
	if (missing.length === 0) return t('sentence.why.insufficient.unnamed', subject);
	return t('sentence.why.insufficient', { ...subject, pillars: list(missing.map((pillar) => t(`pillar.${pillar}`))) });
}

/** One reason per pillar, in the order of its largest item, with its facts in brackets; empty for no item. */
function reasons(words: Words, items: readonly SentenceItem[], way: 'up' | 'down', names: SentenceNames): string {
	const byPillar = new Map<Pillar, string[]>();
	for (const item of items) {
		if (item.contribution === 0) continue;
		byPillar.set(item.pillar, [...(byPillar.get(item.pillar) ?? []), fact(words, item, names)]);
	}
	return words.list([...byPillar].map(([pillar, facts]) => words.t(`sentence.reason.${pillar}.${way}`, { facts: words.clauses(facts) })));
}

/** One fact in words: name, value with unit, year; of a proxy of room it says that it is one. */
export function fact(
	words: Words,
	{ id, raw, year, pillar }: Omit<SentenceItem, 'contribution'>,
	names: Pick<SentenceNames, 'indicator'>
): string {
	const { t } = words;
	if (id === 'evidence' && !raw) return t('sentence.evidence.none');
	const { name, value } = figure(words, id, raw, names);
	if (value === null) return t('sentence.fact.novalue', { name });
	const told = year === null ? t('sentence.fact.noyear', { name, value }) : t('sentence.fact', { name, value, year: String(year) });
	return pillar === 'room' && id !== REGISTER ? t('sentence.fact.proxy', { fact: told }) : told;
}

/** Name and quantity of a term; a value of null means that there is no figure. */
export function figure(
	words: Words,
	id: string,
	raw: number | null,
	names: Pick<SentenceNames, 'indicator'>
): { name: string; value: string | null } {
	const { t, n } = words;
	if (id === REGISTER) return { name: t('term.register'), value: raw === null ? null : n(raw, Number.isInteger(raw) ? 0 : 1) };
	if (id === 'evidence') return { name: t('term.evidence'), value: evidenceValue(words, raw) };
	const known = names.indicator(id);
	// The market has no row in the catalogue of indicators: it is computed from people and distances.
	if (!known && isMarket(id)) return { name: t('term.market'), value: raw === null ? null : words.quantity(raw, t('term.market.unit')) };
	if (!known) return { name: id, value: raw === null ? null : n(raw, 1) };
	return { name: known.name, value: raw === null ? null : words.quantity(raw, known.unit, known.decimals) };
}

const isMarket = (id: string): boolean => id === 'market' || id === 'market_people';

const evidenceValue = ({ t, n }: Words, raw: number | null): string =>
	raw === null || raw === 0 ? t('sentence.evidence.none') : t('sentence.evidence.value', { value: n(100 * raw) });
