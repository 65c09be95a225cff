import { fail, redirect } from '@sveltejs/kit';
import { parseAbout } from '#lib/core/feedback/about.ts';
import { checkFeedback } from '#lib/core/feedback/check-feedback.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { sendFeedback, tallies } from '#lib/server/db/living/feedback.ts';
import type { NewSubmission } from '#lib/server/db/living/submissions.ts';
import { subjectOf, type ResolvedSubject } from '#lib/server/feedback/subject.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { openForm, readSent, typedIn } from '../send/sent.server.ts';
import { tallyText } from './tally-text.ts';
import type { Actions, PageServerLoad } from './$types';

/** The value of the address as its reader sees it, and the form about it; a reference that is none is said. */
export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	const words = await wordsAsked(params.lang);
	const { living, releases } = currentApp();
	const { asked, subject } = await subjectAsked(releases.current, url);
	// How much feedback there is changes between two releases.
	setHeaders({ 'cache-control': 'no-store' });
	if (!subject) return { query: url.search, unknown: asked, asked: null };
	const at = new URL(url);
	at.searchParams.set('at', subject.place?.level === 'region' ? '' : (subject.territory ?? ''));
	if (subject.chain !== null) at.searchParams.set('chain', subject.chain);
	const tally = (await tallies(living, { about: subject.about })).get(subject.reference);
	return {
		query: url.search,
		unknown: null,
		asked: {
			subject: toldSubject(subject, words),
			release: releases.current.release.id,
			tally: tally ? tallyText(words, tally) : '',
			choices: await openForm({ params, url: at })
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { params, url, request } = event;
		const form = await request.formData();
		const typed = typedIn(form);
		const { t } = await wordsAsked(params.lang);
		const { living, releases } = currentApp();
		const { subject } = await subjectAsked(releases.current, url);
		if (!subject) return fail(422, { typed, issues: { form: t('feedback.unknown.gone') } });
		// Whose delegate answers follows from the value, whatever a form says.
		if (subject.province !== null) form.set('province', subject.province);
		const thisYear = living.now().getUTCFullYear();
		const checked = checkFeedback(typed, { isNumber: subject.isNumber, needsChain: needsChain(subject), thisYear });
		const sent = await readSent(event, form);
		const own = checked.ok
			? {}
			: Object.fromEntries(Object.entries(checked.issues).map(([field, issue]) => [field, t(`feedback.issue.${issue}`)]));
		if (!sent.ok) return fail(sent.status, { typed, issues: { ...sent.issues, ...own } });
		if (!checked.ok) return fail(422, { typed, issues: own });
		const { territory, about, seen } = subject;
		const common = { ...sent.common, ...placeOf(subject, sent.common) };
		const kept = { about, territory, seen, release: releases.current.release.id };
		const { code } = await sendFeedback(living, null, common, kept, checked.value);
		redirect(303, `/${params.lang}/follow/${code}?new`);
	}
};

/** Reference and value of an address; both null without one. */
async function subjectAsked(opened: OpenedRelease, url: URL): Promise<{ asked: string | null; subject: ResolvedSubject | null }> {
	const asked = url.searchParams.get('about');
	const about = asked === null ? null : parseAbout(asked);
	return { asked: asked?.slice(0, 80) ?? null, subject: about && (await subjectOf(opened, about)) };
}

/** Evidence about a place becomes a documented potential, which speaks for a chain. */
const needsChain = ({ about }: ResolvedSubject): boolean => about.kind !== 'cooperative' && about.kind !== 'model';

/** Where a value is: whose delegate answers. What has no place of its own belongs to the place its sender knows it from. */
function placeOf({ region, province, place }: ResolvedSubject, told: Place): Place {
	if (region === null) return told;
	const isNear = told.region === region;
	const commune = place?.level === 'commune' ? place.code : isNear ? told.commune : null;
	return { region, province: province ?? (isNear ? told.province : null), commune };
}

type Place = Pick<NewSubmission, 'region' | 'province' | 'commune'>;

function toldSubject(subject: ResolvedSubject, { of, quantity, n }: Words) {
	const { seen, place, province, reference, page, about, isNumber } = subject;
	return {
		reference,
		kind: about.kind,
		id: about.kind === 'cooperative' ? about.id : null,
		name: of(seen.name),
		place: place && of(place.name),
		value: seen.value === null ? null : seen.unit ? quantity(seen.value, of(seen.unit), seen.decimals) : n(seen.value, seen.decimals),
		unit: seen.unit && of(seen.unit),
		year: seen.year,
		source: seen.source,
		page,
		isNumber,
		needsPlace: province === null,
		needsChain: needsChain(subject)
	};
}
