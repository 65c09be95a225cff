import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { lettersOf } from '#lib/core/idea/idea.ts';
import { MOST_CHARACTERS } from '#lib/core/need/need.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { checkReservation, MONTHS_RESERVED, type CheckedReservation } from '#lib/core/reservation/reservation.ts';
import { type Words, wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { reserve } from '#lib/server/db/living/projects.ts';
import { namesIn } from '#lib/server/names.ts';
import type { SentIssues } from '../../../send/form.ts';
import { fieldOf, openForm, readSent, typedIn } from '../../../send/sent.server.ts';
import { chainOf } from '../asked.server.ts';
import type { Actions, PageServerLoad } from './$types';

const wordsFor = ({ params }: Pick<RequestEvent, 'params'>) => wordsAsked(params['lang']);

/** The form that reserves a sheet in a commune; `at` has chosen the commune before. */
export const load: PageServerLoad = async (event) => {
	const words = await wordsFor(event);
	const { releases } = currentApp();
	const model = await modelAsked(event, words);
	const names = await namesIn(releases.current, words);
	return {
		query: event.url.search,
		model: { id: model.id, name: words.of(model.name) },
		chains: model.chains.map((id) => ({ value: id, name: names.name('chain', id) ?? id })),
		chain: chainOf(model, event.url.searchParams),
		choices: await openForm(event),
		most: MOST_CHARACTERS,
		months: MONTHS_RESERVED
	};
};

/** The sheet of an address. Throws 404 when there is none. */
async function modelAsked({ params }: Pick<RequestEvent, 'params'>, { t }: Words): Promise<EconomicModel> {
	const { models } = await currentApp().releases.current.projects();
	const model = models.find(({ id }) => id === params['id']);
	if (!model) error(404, t('projects.unknown', { id: (params['id'] ?? '').slice(0, 32) }));
	return model;
}

export const actions: Actions = {
	default: async (event) => {
		const words = await wordsFor(event);
		const model = await modelAsked(event, words);
		const form = await event.request.formData();
		const typed = typedIn(form);
		const { living } = currentApp();
		const [members, planned, chain, said] = ['members', 'planned', 'chain', 'words'].map((name) => fieldOf(form, name)) as [
			string,
			string,
			string,
			string
		];
		const checked = checkReservation({ members, planned }, living.now().toISOString().slice(0, 10));
		const issues = {
			...issuesOf(checked, words),
			...(model.chains.includes(chain) ? {} : { chain: words.t('reservations.issue.chain') }),
			...(lettersOf(said) <= MOST_CHARACTERS ? {} : { words: words.t('reservations.issue.words', { most: words.n(MOST_CHARACTERS) }) }),
			...(fieldOf(form, 'commune') === '' ? { commune: words.t('reservations.issue.commune') } : {})
		};
		if (!checked.ok || Object.keys(issues).length > 0) return fail(422, { typed, issues });
		const sent = await readSent(event, form);
		if (!sent.ok) return fail(sent.status, { typed, issues: sent.issues });
		const { region, province, commune, ...common } = sent.common;
		const { code } = await reserve(living, null, {
			...{ ...common, region, province: province!, commune: commune!, chain, model: model.id, idea: null },
			...{ members: checked.members, planned: checked.planned },
			texts: said === '' ? {} : { words: said }
		});
		redirect(303, `/${event.params.lang}/follow/${code}?new`);
	}
};

/** One sentence by field that says what to change. */
function issuesOf(checked: CheckedReservation, { t }: Words): SentIssues {
	if (checked.ok) return {};
	return Object.fromEntries(Object.entries(checked.issues).map(([field, issue]) => [field, t(`reservations.issue.${issue}`)]));
}
