import type { Explanation } from '#lib/core/scoring/outcome.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Language, Text } from '#lib/core/text/text.ts';
import { sentences, type Sentences } from '#lib/i18n/sentences.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import type { OpenedRelease } from './release.ts';

/** The two sentences of an explanation in the three languages: why the score, and what could be strengthened. */
export async function sentencesOf(
	{ snapshot }: OpenedRelease,
	explanation: Explanation,
	territory: Territory,
	chain: Chain
): Promise<{ why: Text; strengthen: Text }> {
	const indicators = new Map(snapshot.indicators.map((indicator) => [indicator.id, indicator]));
	const inLanguage = async (language: Language): Promise<Sentences> =>
		sentences(await wordsOf(language), explanation, {
			place: territory.name[language],
			chain: chain.name[language],
			indicator(id) {
				const known = indicators.get(id);
				return known ? { name: known.name[language], unit: known.unit[language], decimals: known.decimals } : null;
			}
		});
	const [ar, fr, en] = await Promise.all([inLanguage('ar'), inLanguage('fr'), inLanguage('en')]);
	return { why: { ar: ar.why, fr: fr.why, en: en.why }, strengthen: { ar: ar.strengthen, fr: fr.strengthen, en: en.strengthen } };
}
