import { comparisonOf } from '#lib/core/diagnostic/compare.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { releaseAsked } from '../../server/release.server.ts';
import { peersOf } from '../peers.server.ts';
import { comparisonAsked } from './asked.server.ts';
import { toldComparison } from './told.server.ts';
import type { PageServerLoad } from './$types';

/** Up to four territories of one level side by side, and what is left out of those asked for. */
export const load: PageServerLoad = async ({ params, url }) => {
	const words = await wordsAsked(params.lang);
	const { release, stale, current } = await releaseAsked(url.searchParams);
	const { diagnostics, issues } = await comparisonAsked(release, url.searchParams);
	const [first] = diagnostics;
	const level = first?.territory.level === 'region' ? 'region' : 'province';
	const sources = new Map((await release.bank.sources.all()).map((source) => [source.id, source]));
	// Without a first territory the list offers both levels; with one only its own.
	const groups = [
		...(first && level === 'province' ? [] : await peersOf(release, 'region', words)),
		...(first && level === 'region' ? [] : await peersOf(release, 'province', words))
	];
	return {
		query: url.search,
		stale,
		current,
		isCurrent: release.release.id === current,
		release: release.release,
		issues,
		groups,
		places: diagnostics.map(({ territory, parents }) => ({
			code: territory.code,
			name: words.of(territory.name),
			kind: words.t(`kind.${territory.kind}`),
			within: parents[0] ? words.of(parents[0].name) : ''
		})),
		told: first ? toldComparison(comparisonOf(diagnostics), first, words, sources) : null
	};
};
