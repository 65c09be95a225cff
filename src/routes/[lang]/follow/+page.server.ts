import { redirect } from '@sveltejs/kit';
import { readTrackingCode } from '#lib/core/submission/tracking-code.ts';
import type { PageServerLoad } from './$types';

/** The question for a code; a code that came with the question leads to its page. */
export const load: PageServerLoad = ({ params, url }) => {
	const unknown = url.searchParams.get('unknown');
	const typed = url.searchParams.get('code');
	const code = typed === null ? null : readTrackingCode(typed);
	if (code) redirect(303, `/${params.lang}/follow/${code}`);
	return { typed: (unknown ?? typed)?.slice(0, 40) ?? null };
};
