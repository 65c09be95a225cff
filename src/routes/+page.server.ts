import { redirect } from '@sveltejs/kit';
import { preferredLanguage } from '#lib/i18n/preferred.ts';
import type { PageServerLoad } from './$types';

/** Sends a visitor to the map in the language of the browser, in Arabic when that is unknown. */
export const load: PageServerLoad = ({ request, setHeaders }) => {
	setHeaders({ vary: 'accept-language' });
	redirect(302, `/${preferredLanguage(request.headers.get('accept-language'))}`);
};
