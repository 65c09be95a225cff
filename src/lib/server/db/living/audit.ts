import { createHash } from 'node:crypto';
import type { Actor } from '#lib/core/account/actor.ts';
import type { AuditRow } from './schema/audit.ts';
import type { Living, Writing } from './schema.ts';

/** What was done, as the log keeps it. Codes and numbers only: a log outlives the person it would name. */
export interface Done {
	/** Null for the public and for the operator's commands. */
	readonly actor: Actor | null;
	/** `noun.verb`, as "idea.move". */
	readonly action: string;
	/** Id of what was changed. */
	readonly subject: string;
	readonly region: string | null;
	readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** A row of the log, read. */
export interface AuditEntry extends Omit<AuditRow, 'facts'> {
	readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** Identifiers, statuses, dates, hashes: nothing a name, a mail address or a telephone number would fit in. */
const CODE = /^[A-Za-z0-9._:/+-]{0,96}$/;
const TELEPHONE = /^\+?\d{9,15}$/;

/**
 * Runs `work` and appends what was done to the log, both in one transaction: neither is kept without the other. Every write to the
 * living store goes through here. `done` may depend on what the work found. Returns what the work returns; throws what it throws, with nothing written.
 */
export async function change<T>(
	{ db, now }: Living,
	done: Done | ((result: T) => Done),
	work: (writing: Writing, at: string) => Promise<T>
): Promise<T> {
	return db.transaction().execute(async (writing) => {
		const head = await writing
			.updateTable('audit_head')
			.set((eb) => ({ seq: eb('seq', '+', 1) }))
			.returning(['seq', 'hash'])
			.executeTakeFirstOrThrow();
		const at = now().toISOString();
		const result = await work(writing, at);
		const row = entry(typeof done === 'function' ? done(result) : done, head, at);
		await writing.insertInto('audit').values(row).execute();
		await writing.updateTable('audit_head').set({ hash: row.hash }).execute();
		return result;
	});
}

function entry({ actor, action, subject, region, facts = {} }: Done, head: { seq: number; hash: string }, at: string): AuditRow {
	for (const word of [action, subject, ...Object.values(facts)]) {
		if (typeof word === 'string' && (!CODE.test(word) || TELEPHONE.test(word)))
			throw new TypeError(`the log of ${action} would hold free text`);
	}
	const sorted = Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
	const row = { seq: head.seq, at, actor: actor?.id ?? null, action, subject, region, facts: JSON.stringify(sorted), previous: head.hash };
	return { ...row, hash: hashOf(row) };
}

const hashOf = ({ seq, at, actor, action, subject, region, facts, previous }: Omit<AuditRow, 'hash'>): string =>
	createHash('sha256')
		.update(JSON.stringify([seq, at, actor, action, subject, region, facts, previous]))
		.digest('hex');

/** What a walk along the chain found. */
export interface ChainCheck {
	readonly rows: number;
	/** Number of the first row that does not follow from the one before it; null when all do. */
	readonly brokenAt: number | null;
	/** Hash the chain ends with; empty when nothing was done yet. */
	readonly head: string;
}

/** Rows read at a time: a log of years does not fit into memory. */
const PAGE = 2_000;

/** Walks the whole chain and says where it breaks: a row changed, missing, or cut off at the end. */
export async function verifyChain({ db }: Pick<Living, 'db'>): Promise<ChainCheck> {
	const end = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
	let [seq, hash] = [0, ''];
	for (;;) {
		const rows = await db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(PAGE).execute();
		for (const row of rows) {
			if (row.seq !== seq + 1 || row.previous !== hash || row.hash !== hashOf(row)) return { rows: seq, brokenAt: seq + 1, head: end.hash };
			[seq, hash] = [row.seq, row.hash];
		}
		if (rows.length < PAGE) break;
	}
	return { rows: seq, brokenAt: seq === end.seq && hash === end.hash ? null : seq + 1, head: end.hash };
}

/** Which rows to read, newest first. */
export interface AuditFilter {
	readonly subject?: string | undefined;
	readonly action?: string | undefined;
	/** Only rows before this number. */
	readonly before?: number | undefined;
	readonly limit: number;
}

/** Rows of the log, newest first. */
export async function readAudit({ db }: Living, { subject, action, before, limit }: AuditFilter): Promise<AuditEntry[]> {
	let query = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit);
	if (subject !== undefined) query = query.where('subject', '=', subject);
	if (action !== undefined) query = query.where('action', '=', action);
	if (before !== undefined) query = query.where('seq', '<', before);
	return (await query.execute()).map((row) => ({ ...row, facts: JSON.parse(row.facts) as AuditEntry['facts'] }));
}
