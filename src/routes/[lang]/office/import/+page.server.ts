import { listImports } from '#lib/server/db/living/imports.ts';
import { registerCoverage, registerNote } from '#lib/server/db/living/register.ts';
import { askedIn } from './asked.server.ts';
import type { PageServerLoad } from './$types';

/** The files that were sent, newest first, and what the register holds. */
export const load: PageServerLoad = async (event) => {
	const { app, account, isNational } = await askedIn(event);
	const { entries } = await registerCoverage(app.living, account);
	return {
		isNational,
		entries,
		asOf: (await registerNote(app.living))?.asOf ?? null,
		imports: (await listImports(app.living, account)).map(({ id, file, asOf, state, rowsRead, createdAt }) => ({
			...{ id, file, asOf, state, rowsRead },
			sent: createdAt.slice(0, 10)
		}))
	};
};
