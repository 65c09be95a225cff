import { may, type Actor } from '#lib/core/account/actor.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { acceptedCorrections } from '#lib/server/db/living/accepted.ts';
import { listClaims } from '#lib/server/db/living/claims.ts';
import { countFeedback } from '#lib/server/db/living/feedback.ts';
import { registerCoverage, registerNote } from '#lib/server/db/living/register.ts';
import { qualityOf, type Gap } from '#lib/server/feedback/quality.ts';
import { allowedIn } from '../guard.server.ts';
import type { PageServerLoad } from './$types';

/** How complete the entries of the register are, in the order of the page. */
const REGISTER_GAPS = [
	'withoutProvince',
	'withoutCommune',
	'withoutChain',
	'withoutPosition',
	'withoutYear',
	'withoutMembers',
	'withoutStatus'
] as const;

/** How far the data can be trusted in the regions of who is signed in, and where each gap is mended. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'read-quality');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const quality = await qualityOf(releases.current, account);
	const lines = (gaps: readonly Gap[]) => gaps.map((gap) => told(gap, words));
	return {
		release: releases.current.release.id,
		figures: quality.figures,
		evidence: { all: quality.evidence.all, recalled: lines(quality.evidence.recalled), unsourced: lines(quality.evidence.unsourced) },
		models: quality.models.map((model) => ({ ...told(model, words), unanchored: model.unanchored, figures: model.figures })),
		cooperatives: { all: quality.cooperatives.all, unlocated: lines(quality.cooperatives.unlocated) },
		coverage: quality.coverage.map(({ indicator, ...row }) => ({ ...row, id: indicator.id, name: words.of(indicator.name) })),
		register: await registerOf(account),
		mayImport: may(account, 'import-register'),
		waiting: {
			feedback: (await countFeedback(living, account)).received ?? 0,
			claims: (await listClaims(living, account, { status: 'received', limit: 1 })).total,
			// They are brought to the tables of the nation, so they are counted for those who see it.
			corrections: account.regions === 'all' ? (await acceptedCorrections(living)).filter(({ release }) => release === null).length : null
		}
	};
};

const told = ({ id, name, place, mend }: Gap, { of }: Words) => ({ id, name: of(name), place: place && of(place), mend });

/** Entries and gaps of the register; null while none is imported. */
async function registerOf(account: Actor) {
	const { living } = currentApp();
	const note = await registerNote(living);
	if (!note) return null;
	const coverage = await registerCoverage(living, account);
	return { asOf: note.asOf, entries: coverage.entries, gaps: REGISTER_GAPS.map((gap) => ({ gap, count: coverage[gap] })) };
}
