import { currentApp } from '#lib/server/app.ts';
import { namesIn } from '#lib/server/names.ts';
import { sectionsFor } from './sections.ts';
import { wordsAsked } from '#lib/i18n/words.ts';
import type { LayoutServerLoad } from './$types';

/** Who is signed in, and the sections he sees; null at the door, which every page behind it leads to by itself. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const { account } = locals;
	if (!account) return { account: null };
	const words = await wordsAsked(params.lang);
	const names = await namesIn(currentApp().releases.current, words);
	const regions = account.regions === 'all' ? null : account.regions.map((code) => names.name('territory', code) ?? code);
	return { account: { name: account.name, role: account.role, regions, sections: sectionsFor(account) } };
};
