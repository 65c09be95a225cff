import { ROW_STATES } from '#lib/core/import/import.ts';
import { countRows, listRows } from '#lib/server/db/living/import-rows.ts';
import { askedIn, importAt } from '../../asked.server.ts';
import { shownRow } from '../../shown.server.ts';
import type { PageServerLoad } from './$types';

/** Rows on one page. */
const PAGE = 50;

/** Rows of an import in the regions of who reviews, by where they stand. */
export const load: PageServerLoad = async (event) => {
	const asked = await askedIn(event);
	const { app, account } = asked;
	const { id, file } = await importAt(asked, event);
	const { searchParams } = event.url;
	const state = ROW_STATES.find((one) => one === searchParams.get('state'));
	const odd = searchParams.has('odd');
	const from = Math.max(0, Math.trunc(Number(searchParams.get('from'))) || 0);
	const total = await countRows(app.living, account, id, { state, odd });
	const rows = await listRows(app.living, account, id, { state, odd, limit: PAGE, offset: from });
	const at = (offset: number): string =>
		`?${new URLSearchParams({ ...(state && { state }), ...(odd && { odd: '1' }), from: String(offset) })}`;
	return {
		...{ id, file, total, state: state ?? null },
		rows: rows.map((row) => shownRow(row, asked)),
		previous: from > 0 ? at(Math.max(0, from - PAGE)) : null,
		next: from + PAGE < total ? at(from + PAGE) : null
	};
};
