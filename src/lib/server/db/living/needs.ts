import type { Selectable } from 'kysely';
import type { Actor } from '#lib/core/account/actor.ts';
import type { NeedKind } from '#lib/core/need/kinds.ts';
import type { Declarer, NeedDetails, Urgency } from '#lib/core/need/need.ts';
import type { Status, Submission } from '#lib/core/submission/submission.ts';
import type { NeedRow } from './schema/needs.ts';
import type { SubmissionRow } from './schema/submissions.ts';
import type { Living, Writing } from './schema.ts';
import { move, parseSubmission, submit, within, type NewSubmission, type SubmissionFilter } from './submissions.ts';

/** A declared need as a delegate sees it; who sent it is not in it. */
export interface OfficeNeed extends Submission, NeedDetails {
	/** Id of the need that says the same and is kept; null unless it is a duplicate. */
	readonly duplicateOf: string | null;
	/** Empty once they are erased. */
	readonly words: string;
}

/** What a need is when it arrives, beside its details. */
export interface NewNeed extends Omit<NewSubmission, 'kind' | 'texts'> {
	readonly words: string;
}

/** Which needs to list, newest first. */
export interface NeedFilter extends Omit<SubmissionFilter, 'kind'> {
	readonly need?: NeedKind | undefined;
}

/** Thrown when a duplicate is not said of which need, or of one that is not there, is itself one, or was refused. */
export class DuplicateError extends Error {
	constructor(of: string | null) {
		super(of === null ? 'a duplicate of nothing' : `${of} is no need that a duplicate can point to`);
	}
}

/** So many needs that may say the same are offered, of so many of the province that are looked at. */
const MOST_ALIKE = 5;
const MOST_COMPARED = 200;
/** Statuses of a need that another may be a duplicate of. */
const KEPT: readonly Status[] = ['received', 'qualified', 'met'];

/** Keeps a declared need; returns its id and its tracking code, told once. `by` is the delegate who types in a sheet of paper, null for the public. */
export function declareNeed(
	living: Living,
	by: Actor | null,
	{ words, ...sent }: NewNeed,
	{ need, declarer, urgency }: NeedDetails
): Promise<{ id: string; code: string }> {
	return submit(living, by, { ...sent, kind: 'need', texts: { words } }, async (writing, submission) => {
		await writing.insertInto('need').values({ submission, need, declarer, urgency, duplicate_of: null }).execute();
	});
}

/** Needs in the regions of `actor`, newest first, with how many there are in all. */
export async function listNeeds(
	living: Pick<Living, 'db'>,
	actor: Actor,
	{ status, need, province, limit, offset = 0 }: NeedFilter
): Promise<{ items: OfficeNeed[]; total: number }> {
	let query = needsWithin(living, actor);
	if (status !== undefined) query = query.where('status', '=', status);
	if (need !== undefined) query = query.where('need.need', '=', need);
	if (province !== undefined) query = query.where('province', '=', province);
	const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const rows = await query.selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit).offset(offset).execute();
	return { items: rows.map(parseNeed), total };
}

/** The need of an id; null when there is none in the regions of `actor`. */
export async function findNeed(living: Pick<Living, 'db'>, actor: Actor, id: string): Promise<OfficeNeed | null> {
	const row = await needsWithin(living, actor).selectAll().where('id', '=', id).executeTakeFirst();
	return row ? parseNeed(row) : null;
}

/** Needs of the same kind in the same province that may say the same: those of its commune first, then those of its chain, the newest first. */
export async function needsAlike(living: Living, actor: Actor, { id, need, province, commune, chain }: OfficeNeed): Promise<OfficeNeed[]> {
	if (province === null) return [];
	const { items } = await listNeeds(living, actor, { need, province, limit: MOST_COMPARED });
	const nearness = (other: OfficeNeed): number =>
		(commune !== null && other.commune === commune ? 2 : 0) + (chain !== null && other.chain === chain ? 1 : 0);
	return items
		.filter((other) => other.id !== id && KEPT.includes(other.status))
		.sort((a, b) => nearness(b) - nearness(a))
		.slice(0, MOST_ALIKE);
}

/**
 * Moves a need along its pipeline, with words to the sender. A duplicate names the need that is kept. Returns false when `actor` sees no
 * such need; throws a MoveError when the pipeline has no such move, and a DuplicateError when the kept need cannot be it.
 */
export async function moveNeed(
	living: Living,
	actor: Actor,
	{ id, to, note = null, duplicateOf = null }: { id: string; to: Status; note?: string | null; duplicateOf?: string | null }
): Promise<boolean> {
	if (!(await findNeed(living, actor, id))) return false;
	return move(living, actor, { id, to, note }, async (writing) => {
		const duplicate_of = to === 'duplicate' ? await keptNeed(writing, actor, id, duplicateOf) : null;
		await writing.updateTable('need').set({ duplicate_of }).where('submission', '=', id).execute();
	});
}

async function keptNeed(writing: Writing, actor: Actor, id: string, duplicateOf: string | null): Promise<string> {
	const kept = duplicateOf === null || duplicateOf === id ? null : await findNeed({ db: writing }, actor, duplicateOf);
	if (!kept || !KEPT.includes(kept.status)) throw new DuplicateError(duplicateOf);
	return kept.id;
}

/** How many needs are qualified and not met yet, by province and kind. Small numbers stand in it: `suppress` makes it fit to be told. */
export async function countNeeds({ db }: Pick<Living, 'db'>): Promise<{ province: string; need: NeedKind; count: number }[]> {
	const rows = await db
		.selectFrom('submission')
		.innerJoin('need', 'need.submission', 'submission.id')
		.select(({ fn }) => ['province', 'need.need', fn.countAll<number>().as('count')])
		.where('status', '=', 'qualified')
		.groupBy(['province', 'need.need'])
		.execute();
	return rows.flatMap(({ province, need, count }) => (province === null ? [] : [{ province, need: need as NeedKind, count }]));
}

const needsWithin = ({ db }: Pick<Living, 'db'>, actor: Actor) =>
	within(db.selectFrom('submission'), actor)
		.innerJoin('need', 'need.submission', 'submission.id')
		.leftJoin('submission_text', (join) => join.onRef('submission_text.submission', '=', 'need.submission').on('field', '=', 'words'));

type JoinedRow = Selectable<SubmissionRow> & Omit<NeedRow, 'submission'> & { text: string | null };

const parseNeed = (row: JoinedRow): OfficeNeed => ({
	...parseSubmission(row),
	need: row.need as NeedKind,
	declarer: row.declarer as Declarer,
	urgency: row.urgency as Urgency,
	duplicateOf: row.duplicate_of,
	words: row.text ?? ''
});
