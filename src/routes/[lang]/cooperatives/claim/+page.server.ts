import { fail, redirect } from '@sveltejs/kit';
import { checkClaim } from '#lib/core/feedback/claim.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { sendClaim } from '#lib/server/db/living/claims.ts';
import type { NewSubmission } from '#lib/server/db/living/submissions.ts';
import { claimedRecord, type ClaimedRecord } from '#lib/server/feedback/claim-record.ts';
import { openForm, readSent, typedIn } from '../../send/sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The record of the cooperative of the address and the form that corrects it; an id that is none is said. */
export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	const words = await wordsAsked(params.lang);
	// A record of the register changes between two releases.
	setHeaders({ 'cache-control': 'no-store' });
	const asked = url.searchParams.get('id');
	const found = await recordAsked(url, words);
	if (!found) return { query: url.search, unknown: asked?.slice(0, 80) ?? null, claimed: null };
	const { id, name, record, region, province } = found;
	const at = new URL(url);
	at.searchParams.set('at', province ?? '');
	return {
		query: url.search,
		unknown: null,
		claimed: {
			id,
			name: words.of(name),
			record,
			needsPlace: region === null || province === null,
			choices: await openForm({ params, url: at })
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { params, url, request } = event;
		const form = await request.formData();
		const typed = typedIn(form);
		const words = await wordsAsked(params.lang);
		const { living, releases } = currentApp();
		const found = await recordAsked(url, words);
		if (!found) return fail(422, { typed, issues: { form: words.t('claim.unknown', { id: url.searchParams.get('id') ?? '' }) } });
		const { about, province, record } = found;
		if (province !== null) form.set('province', province);
		// What the record calls a commune is a field of its own, not the place of the sender.
		const checked = checkClaim(typed, record, { thisYear: living.now().getUTCFullYear() });
		const sent = await readSent(event, form, { contact: true });
		const own = checked.ok
			? {}
			: Object.fromEntries(Object.entries(checked.issues).map(([field, issue]) => [field, words.t(`claim.issue.${issue}`)]));
		if (!sent.ok) return fail(sent.status, { typed, issues: { ...sent.issues, ...own } });
		if (!checked.ok) return fail(422, { typed, issues: own });
		const kept = { about, release: releases.current.release.id };
		const { code } = await sendClaim(living, null, { ...sent.common, ...placeOf(found, sent.common) }, kept, checked.value);
		redirect(303, `/${params.lang}/follow/${code}?new`);
	}
};

type Place = Pick<NewSubmission, 'region' | 'province' | 'commune'>;

/** Where a cooperative is: whose delegate answers. Its record knows better than its sender; what it does not know he tells, when he is of its region. */
function placeOf({ region, province }: ClaimedRecord, told: Place): Place {
	if (region !== null && region !== told.region) return { region, province, commune: null };
	return { ...told, province: province ?? told.province };
}

/** The record of an address; null without one. */
async function recordAsked(url: URL, words: Words): Promise<ClaimedRecord | null> {
	const { living, releases } = currentApp();
	const asked = url.searchParams.get('id');
	return asked === null ? null : claimedRecord({ release: releases.current, living }, asked, words);
}
