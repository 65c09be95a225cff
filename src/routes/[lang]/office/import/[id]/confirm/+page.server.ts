import { error, fail, redirect } from '@sveltejs/kit';
import { isRemovable, type ImportState } from '#lib/core/import/import.ts';
import { UndoRefused } from '#lib/server/db/living/entering.ts';
import { countsOf } from '#lib/server/db/living/import-rows.ts';
import { ImportConflict } from '#lib/server/db/living/imports.ts';
import { importAt, nationalIn } from '../../asked.server.ts';
import type { Actions, PageServerLoad } from './$types';

const DEEDS = ['enter', 'undo', 'remove'] as const;
type Deed = (typeof DEEDS)[number];

const deedOf = (asked: unknown): Deed | undefined => DEEDS.find((deed) => deed === asked);

/** States in which each can be done. */
const POSSIBLE: Readonly<Record<Deed, (state: ImportState) => boolean>> = {
	enter: (state) => state === 'read',
	undo: (state) => state === 'committed',
	remove: isRemovable
};

/** What is about to be done to an import, asked once more. */
export const load: PageServerLoad = async (event) => {
	const asked = await nationalIn(event);
	const { id, file, state } = await importAt(asked, event);
	const deed = deedOf(event.url.searchParams.get('deed'));
	if (!deed) error(404, asked.words.t('import.unknown'));
	if (!POSSIBLE[deed](state)) redirect(303, `${asked.root}/${id}`);
	const { rows, states } = await countsOf(asked.app.living, asked.account, id);
	return { id, file, deed, ready: states.ready, left: rows - states.ready };
};

export const actions: Actions = {
	default: async (event) => {
		const { app, account, words, root, ...asked } = await nationalIn(event);
		const { id } = await importAt({ app, account, words, root, ...asked }, event);
		const deed = deedOf((await event.request.formData()).get('deed'));
		try {
			if (deed === 'enter') await app.imports.startEntering(account, id);
			if (deed === 'undo') await app.imports.undo(account, id);
			if (deed === 'remove') await app.imports.remove(account, id);
		} catch (thrown) {
			if (thrown instanceof ImportConflict) return fail(409, { issue: words.t('import.conflict') });
			if (thrown instanceof UndoRefused)
				return fail(409, { issue: words.t('import.undo.refused', { count: thrown.entries, shown: words.n(thrown.entries) }) });
			throw thrown;
		}
		redirect(303, deed === 'remove' ? root : `${root}/${id}`);
	}
};
