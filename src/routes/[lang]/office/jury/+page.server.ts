import { wordsAsked } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import { ideasForJuror } from '#lib/server/db/living/jury.ts';
import { namesIn } from '#lib/server/names.ts';
import { totalOf } from '#lib/core/idea/jury.ts';
import { allowedIn } from '../guard.server.ts';
import type { PageServerLoad } from './$types';

/** The ideas a juror was asked about; of no other juror and no holder is anything told. */
export const load: PageServerLoad = async (event) => {
	const account = await allowedIn(event, 'score-ideas');
	const { living, releases } = currentApp();
	const words = await wordsAsked(event.params.lang);
	const names = await namesIn(releases.current, words);
	const ideas = await ideasForJuror(living, account);
	return {
		ideas: ideas.map(({ id, texts, province, region, scores }) => ({
			id,
			title: texts.title ?? null,
			place: names.name('territory', province ?? region) ?? region,
			total: scores && totalOf(scores)
		}))
	};
};
