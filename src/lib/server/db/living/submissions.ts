import { randomBytes } from 'node:crypto';
import type { Selectable, SelectQueryBuilder } from 'kysely';
import { covers, type Actor } from '#lib/core/account/actor.ts';
import {
	CONSENT_VERSION,
	mayMove,
	MONTHS_KEPT,
	STATUSES,
	type Channel,
	type Contact,
	type Status,
	type Step,
	type Submission,
	type SubmissionKind
} from '#lib/core/submission/submission.ts';
import { trackingCode } from '#lib/core/submission/tracking-code.ts';
import type { Language } from '#lib/core/text/text.ts';
import { change } from './audit.ts';
import type { SubmissionRow } from './schema/submissions.ts';
import type { Living, LivingTables, Writing } from './schema.ts';
import { newId, tokenHash } from './secrets.ts';

/** What somebody sends, whatever its kind. The caller has checked the codes against the release. */
export interface NewSubmission {
	readonly kind: SubmissionKind;
	readonly region: string;
	readonly province: string | null;
	readonly commune: string | null;
	readonly chain: string | null;
	readonly language: Language;
	readonly channel: Channel;
	readonly meeting: string | null;
	/** Null when nobody is to be reached: the tracking code is enough. */
	readonly contact: Contact | null;
	/** Free text by field; erased with the contact. */
	readonly texts: Readonly<Record<string, string>>;
}

/** What a sender sees with his code. */
export interface Tracked {
	readonly submission: Submission;
	readonly steps: readonly Step[];
}

/** Which submissions to list, newest first. */
export interface SubmissionFilter {
	readonly kind?: SubmissionKind | undefined;
	readonly status?: string | undefined;
	readonly province?: string | undefined;
	readonly limit: number;
	readonly offset?: number | undefined;
}

/** Why something cannot be moved. `forbidden` is never said of what somebody may not see: that is not there for him. */
export class MoveError extends Error {
	readonly from: Status;
	readonly to: string;

	constructor(from: Status, to: string) {
		super(`no move from ${from} to ${to}`);
		this.from = from;
		this.to = to;
	}
}

/**
 * Keeps what somebody sent, with the rows of its kind that `details` writes in the same transaction, and returns its id and its tracking
 * code, told once and kept as a hash. `by` is the delegate who types in a sheet of paper, null for the public.
 */
export async function submit(
	living: Living,
	by: Actor | null,
	sent: NewSubmission,
	details: (writing: Writing, id: string, at: string) => Promise<void>
): Promise<{ id: string; code: string }> {
	const id = newId();
	const code = trackingCode(randomBytes(48));
	const { contact, texts, ...facts } = sent;
	await change(
		living,
		{ actor: by, action: `${sent.kind}.submit`, subject: id, region: sent.region, facts: { channel: sent.channel } },
		async (writing, at) => {
			const [status] = STATUSES[sent.kind];
			await writing
				.insertInto('submission')
				.values({ id, ...facts, code_hash: tokenHash(code), status, created_at: at, updated_at: at, keep_until: keepUntil(living.now()) })
				.execute();
			if (contact) {
				await writing
					.insertInto('submission_contact')
					.values({ submission: id, ...contact, consent: CONSENT_VERSION, consent_at: at })
					.execute();
			}
			for (const [field, text] of Object.entries(texts))
				await writing.insertInto('submission_text').values({ submission: id, field, text }).execute();
			await addStep(writing, id, at, status, null);
			await details(writing, id, at);
		}
	);
	return { id, code };
}

/** What the sender of a code sees; null when there is no such code. */
export async function track({ db }: Living, code: string): Promise<Tracked | null> {
	const row = await db.selectFrom('submission').selectAll().where('code_hash', '=', tokenHash(code)).executeTakeFirst();
	return row ? { submission: parseSubmission(row), steps: await stepsOf({ db }, row.id) } : null;
}

/** The history of a submission, oldest first. */
export async function stepsOf({ db }: Pick<Living, 'db'>, id: string): Promise<Step[]> {
	const rows = await db.selectFrom('submission_step').selectAll().where('submission', '=', id).orderBy('position').execute();
	return rows.map(({ at, status, note }) => ({ at, status: status as Status, note }));
}

/** Submissions in the regions of `actor`, newest first, with how many there are in all. */
export async function listSubmissions(
	{ db }: Living,
	actor: Actor,
	{ kind, status, province, limit, offset = 0 }: SubmissionFilter
): Promise<{ items: Submission[]; total: number }> {
	let query = within(db.selectFrom('submission'), actor);
	if (kind !== undefined) query = query.where('kind', '=', kind);
	if (status !== undefined) query = query.where('status', '=', status);
	if (province !== undefined) query = query.where('province', '=', province);
	const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const rows = await query.selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit).offset(offset).execute();
	return { items: rows.map(parseSubmission), total };
}

/** The submission of an id; null when there is none in the regions of `actor`. */
export async function findSubmission({ db }: Pick<Living, 'db'>, actor: Actor, id: string): Promise<Submission | null> {
	const row = await within(db.selectFrom('submission'), actor).selectAll().where('id', '=', id).executeTakeFirst();
	return row ? parseSubmission(row) : null;
}

/**
 * Moves a submission along its pipeline, with words to the sender; `also` writes what the move brings with it in the same transaction.
 * Returns false when `actor` sees no such submission; throws a MoveError when the pipeline has no such move, as when a colleague was quicker.
 */
export async function move(
	living: Living,
	actor: Actor,
	{ id, to, note = null }: { readonly id: string; readonly to: Status; readonly note?: string | null },
	also: (writing: Writing, submission: Submission, at: string) => Promise<void> = async () => {}
): Promise<boolean> {
	const found = await findSubmission(living, actor, id);
	if (!found) return false;
	const facts = { from: found.status, to };
	await change(living, { actor, action: `${found.kind}.move`, subject: id, region: found.region, facts }, async (writing, at) => {
		const current = (await findSubmission({ db: writing }, actor, id)) ?? found;
		if (current.status !== found.status || !mayMove(current.kind, current.status, to)) throw new MoveError(current.status, to);
		await writing
			.updateTable('submission')
			.set({ status: to, updated_at: at, keep_until: keepUntil(living.now()) })
			.where('id', '=', id)
			.execute();
		await addStep(writing, id, at, to, note);
		await also(writing, current, at);
	});
	return true;
}

/** Takes back what the sender of a code sent, and erases who he is and what he wrote. False when there is no such code or it is past taking back. */
export async function withdraw(living: Living, code: string): Promise<boolean> {
	const found = await track(living, code);
	if (!found || !mayMove(found.submission.kind, found.submission.status, 'withdrawn')) return false;
	const { id, kind, region, status } = found.submission;
	await change(living, { actor: null, action: `${kind}.withdraw`, subject: id, region, facts: { from: status } }, async (writing, at) => {
		await writing.updateTable('submission').set({ status: 'withdrawn', updated_at: at }).where('id', '=', id).execute();
		await erase(writing, id);
		await addStep(writing, id, at, 'withdrawn', null);
	});
	return true;
}

/** Who sent it, for somebody who may ask; that it was read is written down. Null when nothing is kept or `actor` sees no such submission. */
export async function readContact(living: Living, actor: Actor, id: string): Promise<Contact | null> {
	const found = await findSubmission(living, actor, id);
	if (!found) return null;
	return change(living, { actor, action: 'contact.read', subject: id, region: found.region }, async (writing) => {
		const row = await writing.selectFrom('submission_contact').selectAll().where('submission', '=', id).executeTakeFirst();
		return row ? { name: row.name, phone: row.phone, email: row.email } : null;
	});
}

/** The free text of a submission by field, for somebody who has found it by one of the ways above; empty once it is erased. */
export async function textsOf({ db }: Pick<Living, 'db'>, id: string): Promise<Readonly<Record<string, string>>> {
	const rows = await db.selectFrom('submission_text').select(['field', 'text']).where('submission', '=', id).execute();
	return Object.fromEntries(rows.map(({ field, text }) => [field, text]));
}

/** Erases contact and free text of everything whose time is over; returns of how many. */
export async function eraseOutdated(living: Living): Promise<number> {
	const today = living.now().toISOString().slice(0, 10);
	const { db } = living;
	const due = await db
		.selectFrom('submission')
		.select('id')
		.where('keep_until', '<', today)
		.where((eb) =>
			eb.or([
				eb('id', 'in', eb.selectFrom('submission_contact').select('submission')),
				eb('id', 'in', eb.selectFrom('submission_text').select('submission'))
			])
		)
		.execute();
	if (due.length === 0) return 0;
	const done = { actor: null, action: 'submission.erase', subject: today, region: null, facts: { count: due.length } };
	await change(living, done, async (writing) => {
		for (const { id } of due) await erase(writing, id);
	});
	return due.length;
}

/** Only what belongs to the regions of `actor`; the one place where the region of a delegate meets SQL. */
export function within<O>(
	query: SelectQueryBuilder<LivingTables, 'submission', O>,
	{ regions }: Actor
): SelectQueryBuilder<LivingTables, 'submission', O> {
	return regions === 'all' ? query : query.where('submission.region', 'in', [...regions]);
}

/** Whether a delegate may type in a sheet for a region. */
export const mayReceive = (actor: Actor | null, region: string): boolean => actor === null || covers(actor, region);

/** ISO date until which contact and free text are kept when the last step was taken at `now`. */
export function keepUntil(now: Date): string {
	const end = new Date(now);
	end.setUTCMonth(end.getUTCMonth() + MONTHS_KEPT);
	return end.toISOString().slice(0, 10);
}

async function erase(writing: Writing, submission: string): Promise<void> {
	await writing.deleteFrom('submission_contact').where('submission', '=', submission).execute();
	await writing.deleteFrom('submission_text').where('submission', '=', submission).execute();
}

/** Adds to the history the sender sees, inside a change. */
export async function addStep(writing: Writing, submission: string, at: string, status: string, note: string | null): Promise<void> {
	const { steps } = await writing
		.selectFrom('submission_step')
		.where('submission', '=', submission)
		.select((eb) => eb.fn.countAll<number>().as('steps'))
		.executeTakeFirstOrThrow();
	await writing
		.insertInto('submission_step')
		.values({ submission, position: steps + 1, at, status, note })
		.execute();
}

/** A row as the rest of the program reads it. */
export const parseSubmission = (row: Selectable<SubmissionRow>): Submission => ({
	id: row.id,
	kind: row.kind as SubmissionKind,
	status: row.status as Status,
	region: row.region,
	province: row.province,
	commune: row.commune,
	chain: row.chain,
	language: row.language as Language,
	channel: row.channel as Channel,
	meeting: row.meeting,
	createdAt: row.created_at,
	updatedAt: row.updated_at,
	keepUntil: row.keep_until
});
