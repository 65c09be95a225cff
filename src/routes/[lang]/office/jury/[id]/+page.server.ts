import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { readScores, RUBRIC, totalOf, type Criterion } from '#lib/core/idea/jury.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { ideaForJuror, JuryError, recuse, sendScores } from '#lib/server/db/living/jury.ts';
import { namesIn } from '#lib/server/names.ts';
import { fieldOf } from '../../../send/sent.server.ts';
import { allowedIn } from '../../guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** One idea with the rubric: what it says and the province it must fit. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'score-ideas');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const idea = await ideaForJuror(living, account, event.params.id);
	if (!idea) error(404, words.t('office-ideas.missing'));
	const names = await namesIn(releases.current, words);
	return {
		idea: {
			...idea,
			place: names.name('territory', idea.province ?? idea.region) ?? idea.region,
			chainName: idea.chain === null ? null : names.name('chain', idea.chain)
		},
		rubric: RUBRIC,
		total: idea.scores && totalOf(idea.scores),
		territory: `/${words.language}/territory/${idea.province ?? idea.region}${idea.chain === null ? '' : `?chain=${idea.chain}`}`
	};
};

const back = ({ params }: Pick<RequestEvent, 'params'>): never => redirect(303, `/${params['lang']}/office/jury`);

export const actions: Actions = {
	send: async (event) => {
		const account = await allowedIn(event, 'score-ideas');
		const { t } = await wordsAsked(event.params.lang);
		const form = await event.request.formData();
		const typed = Object.fromEntries(RUBRIC.criteria.map((criterion) => [criterion, fieldOf(form, criterion)])) as Record<
			Criterion,
			string
		>;
		const read = readScores(typed);
		if (!read.ok) return fail(422, { typed, issues: [...read.issues], issue: null });
		try {
			if (!(await sendScores(currentApp().living, account, event.params.id, read.value))) error(404, t('office-ideas.missing'));
		} catch (thrown) {
			if (!(thrown instanceof JuryError)) throw thrown;
			return fail(409, { typed, issues: [] as Criterion[], issue: t(`office-ideas.fault.${thrown.fault}`) });
		}
		return back(event);
	},
	recuse: async (event) => {
		const account = await allowedIn(event, 'score-ideas');
		await recuse(currentApp().living, account, event.params.id);
		return back(event);
	}
};
