import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Actor } from '#lib/core/account/actor.ts';
import { CLAIM_FIELDS, type ClaimField, type SentClaim } from '#lib/core/feedback/claim.ts';
import type { StatedSource } from '#lib/core/feedback/feedback.ts';
import type { Step, StatusOf, Submission } from '#lib/core/submission/submission.ts';
import { keepCorrection } from './feedback.ts';
import type { ClaimRow } from './schema/feedback.ts';
import type { SubmissionRow } from './schema/submissions.ts';
import type { Living, LivingTables, Writing } from './schema.ts';
import { move, parseSubmission, stepsOf, submit, textsOf, within, type NewSubmission } from './submissions.ts';

/** A cooperative that corrects its record. */
export interface Claim extends Submission {
	/** `cooperative:C001` of a release, `entry:<id>` of the register. */
	readonly about: string;
	readonly release: string;
}

/** A claim with what it wants changed and how that can be checked; both are empty once they are erased. */
export interface ClaimFile extends Claim {
	readonly changes: SentClaim['changes'];
	readonly proof: string;
	readonly steps: readonly Step[];
}

export type ClaimStatus = StatusOf<'claim'>;

/** Which claims to list, newest first. */
export interface ClaimFilter {
	readonly status?: ClaimStatus | undefined;
	readonly about?: string | undefined;
	readonly limit: number;
	readonly offset?: number | undefined;
}

/** Keeps the claim of a cooperative; returns its id and its tracking code. */
export function sendClaim(
	living: Living,
	by: Actor | null,
	common: Omit<NewSubmission, 'kind' | 'texts'>,
	record: { readonly about: string; readonly release: string },
	{ changes, proof }: SentClaim
): Promise<{ id: string; code: string }> {
	const texts = Object.fromEntries([['proof', proof], ...Object.entries(changes).map(([field, text]) => [textField(field), text])]);
	return submit(living, by, { ...common, kind: 'claim', texts }, async (writing, submission) => {
		await writing
			.insertInto('claim')
			.values({ submission, ...record })
			.execute();
	});
}

/** Claims in the regions of `actor`, newest first, with how many there are in all. */
export async function listClaims(
	{ db }: Pick<Living, 'db'>,
	actor: Actor,
	{ status, about, limit, offset = 0 }: ClaimFilter
): Promise<{ items: Claim[]; total: number }> {
	let query = joined(db, actor);
	if (status !== undefined) query = query.where('status', '=', status);
	if (about !== undefined) query = query.where('claim.about', '=', about);
	const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const rows = await query
		.selectAll('submission')
		.selectAll('claim')
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.limit(limit)
		.offset(offset)
		.execute();
	return { items: rows.map(parseClaim), total };
}

/** The claim of an id; null when there is none in the regions of `actor`. */
export async function findClaim({ db }: Pick<Living, 'db'>, actor: Actor, id: string): Promise<ClaimFile | null> {
	const row = await joined(db, actor).selectAll('submission').selectAll('claim').where('id', '=', id).executeTakeFirst();
	if (!row) return null;
	const texts = await textsOf({ db }, id);
	const changes = CLAIM_FIELDS.flatMap((field): [ClaimField, string][] => {
		const text = texts[textField(field)];
		return text === undefined ? [] : [[field, text]];
	});
	return { ...parseClaim(row), changes: Object.fromEntries(changes), proof: texts['proof'] ?? '', steps: await stepsOf({ db }, id) };
}

/**
 * Accepts the fields of a claim that the office has checked; `also` brings them to the register in the same transaction, where the record
 * is one of the register. Returns false when `actor` sees no such claim; throws a MoveError when a colleague was quicker.
 */
export function acceptClaim(
	living: Living,
	actor: Actor,
	{ id, note = null }: { readonly id: string; readonly note?: string | null },
	accepted: { readonly about: string; readonly changes: SentClaim['changes']; readonly source: StatedSource },
	also: (writing: Writing, at: string) => Promise<void> = async () => {}
): Promise<boolean> {
	return move(living, actor, { id, to: 'accepted', note }, async (writing, _, at) => {
		await writing.deleteFrom('accepted_correction').where('submission', '=', id).execute();
		for (const [field, value] of Object.entries(accepted.changes))
			await keepCorrection(writing, id, accepted.about, { field, value, year: null, source: accepted.source }, at);
		await also(writing, at);
	});
}

/** Moves a claim anywhere but to `accepted`; what was accepted before and is refused now leaves the facts. Returns and throws as `move`. */
export function moveClaim(
	living: Living,
	actor: Actor,
	moved: { readonly id: string; readonly to: Exclude<ClaimStatus, 'accepted' | 'published'>; readonly note?: string | null }
): Promise<boolean> {
	return move(living, actor, moved, async (writing) => {
		if (moved.to === 'rejected') await writing.deleteFrom('accepted_correction').where('submission', '=', moved.id).execute();
	});
}

const textField = (field: string): string => `change.${field}`;

/** Claims of the regions of `actor`, joined to their submission. */
function joined(db: Living['db'], actor: Actor): SelectQueryBuilder<LivingTables, 'submission' | 'claim', object> {
	return within(db.selectFrom('submission'), actor).innerJoin('claim', 'claim.submission', 'submission.id');
}

const parseClaim = (row: Selectable<SubmissionRow> & Selectable<ClaimRow>): Claim => ({
	...parseSubmission(row),
	about: row.about,
	release: row.release
});
