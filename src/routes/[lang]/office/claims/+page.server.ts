import { STATUSES, type StatusOf } from '#lib/core/submission/submission.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { listClaims } from '#lib/server/db/living/claims.ts';
import { claimedRecord, entryOf } from '#lib/server/feedback/claim-record.ts';
import { namesIn } from '#lib/server/names.ts';
import { allowedIn } from '../guard.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

/** The claims of the regions of who is signed in: what waits first, unless another status is asked for. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'handle-feedback');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const names = await namesIn(releases.current, words);
	const search = event.url.searchParams;
	const asked = search.has('status') ? search.get('status')! : 'received';
	const status = STATUSES.claim.find((one): one is StatusOf<'claim'> => one === asked);
	const offset = Math.max(0, Math.trunc(Number(search.get('from'))) || 0);
	const { items, total } = await listClaims(living, account, { status, limit: PAGE, offset });
	const more = new URLSearchParams({ status: asked, from: String(offset + PAGE) });
	return {
		chosen: asked,
		statuses: STATUSES.claim,
		total,
		items: await Promise.all(
			items.map(async ({ id, about, status: stands, createdAt, province, region }) => {
				const claimed = await claimedRecord({ release: releases.current, living }, about, words);
				return {
					id,
					name: claimed ? words.of(claimed.name) : about,
					origin: entryOf(about) === null ? ('cooperative' as const) : ('entry' as const),
					place: names.name('territory', province ?? region),
					status: stands,
					on: createdAt.slice(0, 10)
				};
			})
		),
		older: offset + PAGE < total ? `?${more}` : null
	};
};
