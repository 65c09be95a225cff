import { listAsked, rowsAt } from '#lib/server/db/living/import-rows.ts';
import { askedIn, importAt } from '../../asked.server.ts';
import { decideFrom, questionOf } from '../../decide.server.ts';
import { shownQuestion } from '../../shown.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Texts that are asked about on one page. */
const PAGE = 20;

/** What rows ask of one kind, the most frequent text first, in the regions of who reviews. */
export const load: PageServerLoad = async (event) => {
	const asked = await askedIn(event);
	const { app, account, names } = asked;
	const { id, state, file } = await importAt(asked, event);
	const question = questionOf(event.url.searchParams.get('ask')) ?? 'place';
	const from = Math.max(0, Math.trunc(Number(event.url.searchParams.get('from'))) || 0);
	const { items, total } = state === 'read' ? await listAsked(app.living, account, id, question, { limit: PAGE, offset: from }) : NOTHING;
	const rows = new Map(
		(
			await rowsAt(
				app.living,
				id,
				items.map(({ line }) => line)
			)
		).map((row) => [row.line, row])
	);
	const at = (offset: number): string => `?ask=${question}&from=${offset}`;
	return {
		...{ id, file, question, from, total },
		questions: await Promise.all(items.map((one) => shownQuestion(question, rows.get(one.line)!, one.rows, id, asked))),
		chains: app.releases.current.snapshot.chains.map((chain) => ({ id: chain.id, name: names.name('chain', chain.id) ?? chain.id })),
		previous: from > 0 ? at(Math.max(0, from - PAGE)) : null,
		next: from + PAGE < total ? at(from + PAGE) : null
	};
};

const NOTHING = { items: [], total: 0 };

export const actions: Actions = {
	decide: async (event) => {
		const asked = await askedIn(event);
		const { id } = await importAt(asked, event);
		return decideFrom(event, id, asked);
	}
};
