import { error, fail, redirect } from '@sveltejs/kit';
import { levelDifference, type LevelDifference } from '#lib/core/release/difference.ts';
import { isLanguage } from '#lib/core/text/text.ts';
import { LEVELS, type Level } from '#lib/core/territory/territory.ts';
import { wordsOf, type Words } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { findProposal } from '#lib/server/db/living/proposals.ts';
import { namesIn } from '#lib/server/names.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { allowedIn } from '../../guard.server.ts';
import { sentenceOf } from '../faults.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A proposal with what it changes at one level, before and after. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'propose-release');
	const { living, releases } = currentApp();
	const words = await wordsOf(isLanguage(event.params.lang) ? event.params.lang : 'ar');
	const proposal = await findProposal(living, event.params.id);
	if (!proposal) error(404, words.t('releases.fault.unknown'));
	const [before, after] = [await releases.find(proposal.before), await releases.find(proposal.release)];
	const asked = event.url.searchParams.get('level');
	const level = LEVELS.find((one) => one === asked) ?? 'province';
	return {
		id: proposal.id,
		release: proposal.release,
		before: proposal.before,
		kind: proposal.kind,
		asOf: proposal.asOf ?? '',
		status: proposal.status,
		isOwn: proposal.proposedBy === account.id,
		level,
		levels: LEVELS,
		difference: before && after ? await told(await differenceOf(before, after, level), after, words) : null
	};
};

async function differenceOf(before: OpenedRelease, after: OpenedRelease, level: Level): Promise<LevelDifference> {
	const sideOf = async (release: OpenedRelease) => {
		const zones = level === 'province' ? (await release.standings())?.zones : undefined;
		return { scorer: await release.scorer(level), ...(zones ? { zones } : {}) };
	};
	const weights = after.snapshot.method.presets.balanced;
	return levelDifference(await sideOf(before), await sideOf(after), { weights, aggregator: 'geometric' }, 15);
}

async function told({ chains, movers }: LevelDifference, release: OpenedRelease, words: Words) {
	const names = await namesIn(release, words);
	const { n, signed } = words;
	const arrow = (before: string, after: string): string => words.t('releases.arrow', { before, after });
	return {
		chains: chains.map((chain) => ({
			chain: chain.chain,
			name: names.name('chain', chain.chain) ?? chain.chain,
			room: chain.roomSource,
			ranked: arrow(n(chain.ranked.before), n(chain.ranked.after)),
			moved: `${n(chain.up)} / ${n(chain.down)}`,
			mean: n(chain.meanMove, 1),
			status: n(chain.statusChanged),
			zones: `${n(chain.zoneGained)} / ${n(chain.zoneLost)}`
		})),
		movers: movers.map(({ chain, territory, rank, score, presence }) => ({
			key: `${chain} ${territory}`,
			chain: names.name('chain', chain) ?? chain,
			place: names.name('territory', territory) ?? territory,
			rank: arrow(n(rank.before), n(rank.after)),
			score: arrow(n(score.before, 1), n(score.after, 1)),
			change: signed(score.before === null || score.after === null ? null : score.after - score.before, 1),
			presence:
				presence?.ratio == null
					? null
					: words.t('releases.presence.ratio', {
							ratio: n(presence.ratio, 2),
							lo: n(presence.interval?.lo ?? null, 2),
							hi: n(presence.interval?.hi ?? null, 2)
						})
		}))
	};
}

export const actions: Actions = {
	decide: async (event) => {
		const actor = await allowedIn(event, 'approve-release');
		const words = await wordsOf(isLanguage(event.params.lang) ? event.params.lang : 'ar');
		const approve = (await event.request.formData()).get('approve') === 'yes';
		try {
			await currentApp().publication.decide(actor, event.params.id, approve);
		} catch (thrown) {
			return fail(409, { issue: sentenceOf(thrown, words) });
		}
		redirect(303, `/${event.params.lang}/office/releases`);
	}
};
