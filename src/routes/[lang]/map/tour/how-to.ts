import type { Words } from '#lib/i18n/words.ts';
import type { View } from '#lib/view/view.ts';

/** What is said of a map: what its colours mean, compared with what, what its marks mean, and what not to conclude. */
const PARTS = ['colour', 'against', 'marks', 'caution'] as const;

/** A kind of map that is read in a way of its own. */
export type HowTo = 'score' | 'types' | 'hot-spots' | 'needs' | 'indicator' | 'potentials' | 'cooperatives';

/** How the map of a view is read. The composite need has no hot spots, and no types. */
export function howToOf({ lens, aspect, indicator }: Pick<View, 'lens' | 'aspect' | 'indicator'>): HowTo {
	switch (lens) {
		case 'zones':
			return aspect;
		case 'needs':
			if (indicator === null) return 'needs';
			return aspect === 'hot-spots' ? 'hot-spots' : 'indicator';
		case 'potentials':
		case 'cooperatives':
			return lens;
	}
}

/** The sentences that say how a map is read, in the order they are read. */
export const sentencesOf = ({ t }: Pick<Words, 't'>, of: HowTo): readonly string[] => PARTS.map((part) => t(`howto.${of}.${part}`));

/** What the page says to somebody who is new here, as the server writes it: the texts of the tour itself stay behind until it is asked for. */
export interface Guide {
	readonly of: HowTo;
	readonly title: string;
	readonly sentences: readonly string[];
	/** The words on the link that begins the tour, of its offer, and of the answer «no». */
	readonly start: string;
	readonly offer: string;
	readonly decline: string;
}

/** The guide of a view. Only the server has its words from the start. */
export function guideOf(words: Pick<Words, 't'>, view: View): Guide {
	const { t } = words;
	const of = howToOf(view);
	return {
		of,
		title: t('howto.title'),
		sentences: sentencesOf(words, of),
		start: t('tour.start'),
		offer: t('tour.offer'),
		decline: t('tour.decline')
	};
}
