import type { Explanation } from '#lib/core/scoring/outcome.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { registerParams } from '#lib/i18n/register.ts';
import { sentences, type SentenceNames, type Sentences } from '#lib/i18n/sentences.ts';
import type { Words } from '#lib/i18n/words.ts';
import { chainsHere, explanationOf, rankWithin, type ChainsHere } from './place.ts';
import { weightsOf, type View } from './view.ts';

/** Name, unit and decimals of an indicator in one language. */
export interface TermName {
	readonly name: string;
	readonly unit: string;
	readonly decimals: number;
}

/** What the panel and the territory page say about one place and one chain; plain data in one language, so that the server can send it. */
export interface PlaceScreen {
	readonly code: string;
	readonly name: string;
	readonly kind: Territory['kind'];
	/** From the region down to the territory above this one. */
	readonly parents: readonly { readonly code: string; readonly name: string }[];
	readonly chainName: string;
	readonly explanation: Explanation;
	/** Rank to be shown: of a whole level, or for a commune inside its province. */
	readonly rank: { readonly rank: number; readonly ranked: number; readonly inside: string | null } | null;
	/** How many others share the score. */
	readonly tied: number;
	readonly sentences: Sentences;
	readonly chains: ChainsHere;
	readonly terms: Readonly<Record<string, TermName>>;
	/** The register that its room is told from, in words; null where it is a proxy. */
	readonly register: { readonly date: string; readonly source: string } | null;
}

/** The place that a view selects; null when nothing is selected or its level is not loaded. */
export function placeScreen(atlas: Atlas, view: View, words: Words): PlaceScreen | null {
	const explanation = explanationOf(atlas, view);
	const chains = chainsHere(atlas, view);
	const territory = view.territory === null ? null : atlas.territory(view.territory);
	if (!explanation || !chains || !territory) return null;
	const chainName = words.of(atlas.chains.get(view.chain)!.name);
	const terms = termNames(atlas, explanation, words);
	const name = words.of(territory.name);
	const { register } = atlas.snapshot.release;
	return {
		code: territory.code,
		name,
		kind: territory.kind,
		parents: parentsOf(atlas, territory).map((parent) => ({ code: parent.code, name: words.of(parent.name) })),
		chainName,
		explanation,
		...rankShown(atlas, view, words, territory, explanation),
		sentences: sentences(words, explanation, sentenceNames(name, chainName, terms)),
		chains,
		terms,
		register: register?.chains.includes(view.chain) ? registerParams(words, register) : null
	};
}

/** The names a sentence needs, from those of a place. */
export const sentenceNames = (place: string, chain: string, terms: PlaceScreen['terms']): SentenceNames => ({
	place,
	chain,
	indicator: (id) => terms[id] ?? null
});

function parentsOf(atlas: Atlas, { parent }: Territory): Territory[] {
	const territory = parent === null ? null : atlas.territory(parent);
	return territory ? [...parentsOf(atlas, territory), territory] : [];
}

function rankShown(
	atlas: Atlas,
	view: View,
	words: Words,
	territory: Territory,
	{ rank, ranked }: Explanation
): Pick<PlaceScreen, 'rank' | 'tied'> {
	const scorer = atlas.scorer(view.level)!;
	const { score, rank: ranks } = scorer.scores(view.chain, weightsOf(view, scorer.method.presets), view.aggregator);
	if (rank === null) return { rank: null, tied: 0 };
	if (view.level === 'commune') {
		const inside = rankWithin(scorer, score, atlas.indexOf(territory.code));
		const province = territory.parent === null ? null : atlas.territory(territory.parent);
		return { rank: inside && { ...inside, inside: province ? words.of(province.name) : null }, tied: 0 };
	}
	return { rank: { rank, ranked, inside: null }, tied: ranks.filter((other) => other === rank).length - 1 };
}

function termNames(atlas: Atlas, { pillars }: Explanation, words: Words): Record<string, TermName> {
	const names: Record<string, TermName> = {};
	for (const { id } of pillars.flatMap(({ terms }) => terms)) {
		const indicator = atlas.indicators.get(id);
		if (indicator) names[id] = { name: words.of(indicator.name), unit: words.of(indicator.unit), decimals: indicator.decimals };
	}
	return names;
}
