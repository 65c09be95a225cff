import { fail, redirect } from '@sveltejs/kit';
import { fileSentence, mostUploaded } from '#lib/i18n/import-words.ts';
import { nationalIn } from '../asked.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ limit: mostUploaded((await nationalIn(event)).words) });

/** Takes the file as it comes, to the disk and never whole into memory: the form is not read here. */
export const actions: Actions = {
	default: async (event) => {
		const { app, account, words, root } = await nationalIn(event);
		const received = await app.imports.receive(account, event.request);
		if (received.ok) redirect(303, `${root}/${received.id}`);
		return fail(received.fault.kind === 'too-large' ? 413 : 422, { issue: fileSentence(words, received.fault) });
	}
};
