import { error } from '@sveltejs/kit';
import { QUESTIONS } from '#lib/core/import/import.ts';
import { isField, REGISTER_FIELDS } from '#lib/core/register/field.ts';
import { findRow } from '#lib/server/db/living/import-rows.ts';
import { askedIn, importAt } from '../../../asked.server.ts';
import { decideFrom, written } from '../../../decide.server.ts';
import { shownQuestion, shownRow } from '../../../shown.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const lineOf = ({ params }: Pick<RequestEvent, 'params'>): number => Number(params.line) || 0;

/** One row: its cells to put right, what is wrong with it and what it asks. */
export const load: PageServerLoad = async (event) => {
	const asked = await askedIn(event);
	const { app, account, names, words } = asked;
	const { id, state, file, mapping } = await importAt(asked, event);
	const row = await findRow(app.living, account, id, lineOf(event));
	if (!row) error(404, words.t('import.unknown'));
	const used = new Set<string>(mapping.filter(isField));
	const questions = QUESTIONS.filter((question) => row.asks[question] !== undefined);
	return {
		...{ id, file, canChange: state === 'read' },
		row: shownRow(row, asked),
		// A field the file has no column for can still be told here where rows are wrong without it.
		cells: REGISTER_FIELDS.filter((field) => used.has(field) || NEEDED.has(field)).map((field) => ({
			field,
			text: row.cells[field] ?? ''
		})),
		questions: await Promise.all(questions.map((question) => shownQuestion(question, row, 1, id, asked))),
		chains: app.releases.current.snapshot.chains.map((chain) => ({ id: chain.id, name: names.name('chain', chain.id) ?? chain.id }))
	};
};

const NEEDED: ReadonlySet<string> = new Set(['name', 'commune', 'province']);

export const actions: Actions = {
	fix: async (event) => {
		const asked = await askedIn(event);
		const { id } = await importAt(asked, event);
		const form = await event.request.formData();
		const cells = Object.fromEntries(REGISTER_FIELDS.flatMap((field) => (form.has(field) ? [[field, String(form.get(field))]] : [])));
		return written(asked, { about: 'fix' }, () => asked.app.imports.fix(asked.account, id, lineOf(event), cells));
	},
	skip: async (event) => {
		const asked = await askedIn(event);
		const { id } = await importAt(asked, event);
		const skipped = (await event.request.formData()).get('skipped') === 'yes';
		return written(asked, { about: 'skip' }, () => asked.app.imports.skip(asked.account, id, lineOf(event), skipped));
	},
	decide: async (event) => {
		const asked = await askedIn(event);
		const { id } = await importAt(asked, event);
		return decideFrom(event, id, asked);
	}
};
