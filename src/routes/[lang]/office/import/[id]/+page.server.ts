import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isAtWork, isRemovable, type ImportState } from '#lib/core/import/import.ts';
import { isField, LEFT_ALONE, REGISTER_FIELDS } from '#lib/core/register/field.ts';
import { fileSentence, mappingSentence, type FileFault } from '#lib/i18n/import-words.ts';
import { countsOf, listRows } from '#lib/server/db/living/import-rows.ts';
import { ImportConflict, type Import } from '#lib/server/db/living/imports.ts';
import { EndedEarly } from '#lib/server/apart/run.ts';
import { isTableProblem } from '#lib/server/table/table-problem.ts';
import { askedIn, importAt, nationalIn, type Asked } from '../asked.server.ts';
import { shownRow } from '../shown.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Rows shown of a file that was read. */
const FIRST = 10;

/** An import as it stands: its columns, how far it is read, what it says, or what entering it did. */
export const load: PageServerLoad = async (event) => {
	const asked = await askedIn(event);
	const found = await importAt(asked, event);
	const { words, isNational } = asked;
	const { id, state, file, asOf, rowsRead, rowsAbout, entered, brokeIn } = found;
	return {
		...{ id, state, file, asOf, rowsRead, entered, brokeIn, isNational },
		isAtWork: isAtWork(state),
		isRemovable: isNational && isRemovable(state),
		isComparing: state === 'reading' && rowsAbout !== null && rowsRead >= rowsAbout,
		rowsAbout: rowsAbout === null ? null : Math.max(rowsAbout, rowsRead),
		refusal: found.fault === null ? null : fileSentence(words, found.fault as FileFault),
		columns: isNational && choosesColumns(state, event.url) ? await columnsOf(found, asked) : null,
		read: state === 'read' ? await readOf(found, asked) : null
	};
};

/** What is to be chosen before a file is read, and may be chosen otherwise later. */
const choosesColumns = (state: ImportState, { searchParams }: URL): boolean =>
	state === 'uploaded' || state === 'mapped' || ((state === 'read' || state === 'broken-off') && searchParams.has('columns'));

async function columnsOf(found: Import, { app, words }: Asked) {
	const { headers, mapping, sheet, remembered, asOf } = found;
	const common = { sheet, remembered, asOf, today: app.living.now().toISOString().slice(0, 10), uses: [...REGISTER_FIELDS, ...LEFT_ALONE] };
	try {
		const { sheets, values } = await app.imports.sample(found);
		const columns = headers.map((header, column) => {
			const use = mapping[column] ?? 'ignored';
			// What is about a person is not shown either.
			return { header, use, values: use === 'personal' || use === 'address' ? null : (values[column] ?? []) };
		});
		return { ...common, sheets, columns, gone: null };
	} catch (thrown) {
		const fault = faultOf(thrown);
		if (!fault && (thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
		return { ...common, sheets: [], columns: [], gone: fault ? fileSentence(words, fault) : words.t('import.map.gone') };
	}
}

/** What keeps a file from being looked into; null for what is no fault of it. */
function faultOf(thrown: unknown): FileFault | null {
	if (isTableProblem(thrown)) return thrown.fault;
	return thrown instanceof EndedEarly ? { kind: 'ended-early' } : null;
}

async function readOf({ id, headers, mapping, comparedWith }: Import, asked: Asked) {
	const { app, account } = asked;
	const left = (uses: readonly string[]): string[] => headers.filter((_, column) => uses.includes(mapping[column] ?? 'ignored'));
	const first = await listRows(app.living, account, id, { limit: FIRST });
	return {
		counts: await countsOf(app.living, account, id),
		personal: left(['personal', 'address']),
		ignored: left(['ignored']).filter((header) => header !== ''),
		first: first.map((row) => shownRow(row, asked)),
		isCompared: comparedWith !== null
	};
}

export const actions: Actions = {
	map: async (event) => {
		const asked = await nationalIn(event);
		const { id, headers } = await importAt(asked, event);
		const form = await event.request.formData();
		const uses = headers.map((_, column) => String(form.get(`use-${column}`) ?? 'ignored'));
		const asOf = String(form.get('asOf') ?? '').slice(0, 10);
		return moved(event, asked, id, async () => {
			const mapped = await asked.app.imports.map(asked.account, id, { mapping: uses, asOf });
			if (mapped.ok) return asked.app.imports.startReading(asked.account, id);
			const issues = mapped.problems.filter(({ severity }) => severity === 'error').map((problem) => mappingSentence(asked.words, problem));
			return fail(422, {
				uses: uses.map((use) => (isField(use) || LEFT_ALONE.some((one) => one === use) ? use : 'ignored')),
				asOf,
				issues,
				badDate: mapped.badDate
			});
		});
	},
	sheet: async (event) => {
		const asked = await nationalIn(event);
		const { id } = await importAt(asked, event);
		const sheet = String((await event.request.formData()).get('sheet') ?? '');
		return moved(event, asked, id, async () => {
			try {
				return await asked.app.imports.chooseSheet(asked.account, id, sheet);
			} catch (thrown) {
				const fault = faultOf(thrown);
				if (fault) return fail(422, { issues: [fileSentence(asked.words, fault)] });
				throw thrown;
			}
		});
	},
	read: async (event) => {
		const asked = await nationalIn(event);
		const { id } = await importAt(asked, event);
		return moved(event, asked, id, () => asked.app.imports.startReading(asked.account, id));
	},
	reopen: async (event) => {
		const asked = await nationalIn(event);
		const { id } = await importAt(asked, event);
		return moved(event, asked, id, () => asked.app.imports.reopen(asked.account, id));
	}
};

/** Does what moves an import and shows where it stands then; that somebody was quicker is told. */
async function moved<F>(event: Pick<RequestEvent, 'url'>, { words, root }: Asked, id: string, deed: () => Promise<F>) {
	try {
		const failed = await deed();
		if (failed) return failed;
	} catch (thrown) {
		if (thrown instanceof ImportConflict) return fail(409, { issues: [words.t('import.conflict')] });
		throw thrown;
	}
	redirect(303, `${root}/${id}`);
}
