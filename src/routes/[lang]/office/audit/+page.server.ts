import { currentApp } from '#lib/server/app.ts';
import { listAccounts } from '#lib/server/db/living/accounts.ts';
import { readAudit, verifyChain } from '#lib/server/db/living/audit.ts';
import { allowedIn } from '../guard.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 100;

/** The log, newest first, and whether its chain is whole. */
export const load: PageServerLoad = async (event) => {
	await allowedIn(event, 'read-audit');
	const { living } = currentApp();
	const asked = (name: string): string | undefined => event.url.searchParams.get(name)?.slice(0, 96) || undefined;
	const before = Number(asked('before'));
	const rows = await readAudit(living, {
		subject: asked('subject'),
		action: asked('action'),
		before: Number.isInteger(before) && before > 0 ? before : undefined,
		limit: PAGE
	});
	const names = new Map((await listAccounts(living)).map(({ id, name }) => [id, name]));
	const older = rows.length === PAGE ? new URLSearchParams([...event.url.searchParams, ['before', '']]) : null;
	older?.set('before', String(rows.at(-1)!.seq));
	return {
		chain: await verifyChain(living),
		rows: rows.map(({ seq, at, actor, action, subject, region, facts }) => ({
			seq,
			at: at.slice(0, 19).replace('T', ' '),
			who: actor === null ? null : (names.get(actor) ?? actor),
			action,
			subject,
			facts: [...(region === null ? [] : [region]), ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ')
		})),
		older: older?.toString() ?? null
	};
};
