import { error, fail, redirect } from '@sveltejs/kit';
import { levelDifference, type LevelDifference, type PlaceDifference } from '#lib/core/release/difference.ts';
import { LEVELS, type Level } from '#lib/core/territory/territory.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { findProposal } from '#lib/server/db/living/proposals.ts';
import { namesIn, type NamesInWords } from '#lib/server/names.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { allowedIn } from '../../guard.server.ts';
import { sentenceOf } from '../faults.server.ts';
import { addedFacts } from './added.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A proposal with what it changes at one level, before and after. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'propose-release');
	const { living, releases, publication } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const proposal = await findProposal(living, event.params.id);
	if (!proposal) error(404, words.t('releases.fault.unknown'));
	const [before, after] = [await releases.find(proposal.before), await publication.release(proposal)];
	const asked = event.url.searchParams.get('level');
	const level = LEVELS.find((one) => one === asked) ?? 'province';
	return {
		id: proposal.id,
		release: proposal.release,
		before: proposal.before,
		kind: proposal.kind,
		asOf: proposal.asOf ?? '',
		accepted: after?.release.accepted ?? null,
		status: proposal.status,
		isOwn: proposal.proposedBy === account.id,
		level,
		levels: LEVELS,
		...(await compared(before, after, level, words))
	};
};

/** What changes from one release to another; nothing where this server does not hold both any more. */
async function compared(before: OpenedRelease | null, after: OpenedRelease | null, level: Level, words: Words) {
	if (!before || !after) return { added: [], difference: null };
	const names = await namesIn(after, words);
	return {
		added: await addedFacts(before, after, names, words),
		difference: told(await differenceOf(before, after, level), names, words)
	};
}

async function differenceOf(before: OpenedRelease, after: OpenedRelease, level: Level): Promise<LevelDifference> {
	const sideOf = async (release: OpenedRelease) => {
		const zones = level === 'province' ? (await release.standings())?.zones : undefined;
		return { scorer: await release.scorer(level), ...(zones ? { zones } : {}) };
	};
	const weights = after.snapshot.method.presets.balanced;
	return levelDifference(await sideOf(before), await sideOf(after), { weights, aggregator: 'geometric' }, 15);
}

function told({ chains, movers }: LevelDifference, names: NamesInWords, words: Words) {
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
			presence: presenceText(words, presence)
		}))
	};
}

/** How many cooperatives there are for each that is expected; null where that cannot be told. */
function presenceText({ t, n }: Words, presence: PlaceDifference['presence']): string | null {
	if (!presence || presence.ratio === null) return null;
	const { ratio, interval } = presence;
	return t('releases.presence.ratio', { ratio: n(ratio, 2), lo: n(interval?.lo ?? null, 2), hi: n(interval?.hi ?? null, 2) });
}

export const actions: Actions = {
	decide: async (event) => {
		const actor = await allowedIn(event, 'approve-release');
		const words = await wordsAsked(event.params.lang);
		const approve = (await event.request.formData()).get('approve') === 'yes';
		try {
			await currentApp().publication.decide(actor, event.params.id, approve);
		} catch (thrown) {
			return fail(409, { issue: sentenceOf(thrown, words) });
		}
		redirect(303, `/${event.params.lang}/office/releases`);
	}
};
