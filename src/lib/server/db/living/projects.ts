import type { Selectable } from 'kysely';
import { covers, may, type Actor } from '#lib/core/account/actor.ts';
import { IN_PROGRESS, oldestNews, standingOf, type ReservationDetails } from '#lib/core/reservation/reservation.ts';
import type { Status, StatusOf, Submission } from '#lib/core/submission/submission.ts';
import { change } from './audit.ts';
import type { ReservationRow } from './schema/projects.ts';
import type { SubmissionRow } from './schema/submissions.ts';
import type { Living } from './schema.ts';
import { addStep, keepUntil, move, parseSubmission, submit, within, type NewSubmission, type SubmissionFilter } from './submissions.ts';

/** A project in progress as the office sees it; who sent it is not in it. */
export interface OfficeProject extends Submission, ReservationDetails {
	/** Where it stands today: lapsed after twelve months without news, whatever its status says. */
	readonly standing: StatusOf<'project'>;
	/** What the group wrote; empty when it wrote nothing, and once it is erased. */
	readonly words: string;
}

/** A reservation to be kept. The caller has checked model, chain and commune against the release. */
export interface NewReservation extends Omit<NewSubmission, 'kind' | 'province' | 'commune' | 'chain'>, ReservationDetails {
	readonly province: string;
	readonly commune: string;
	readonly chain: string;
}

/** Which projects to list, newest first; `status` is where they stand today. */
export type ProjectFilter = Omit<SubmissionFilter, 'kind'>;

/** How many projects of a chain are in progress in a commune. */
export interface PipelineCount {
	readonly province: string;
	readonly commune: string;
	readonly chain: string;
	readonly count: number;
}

/**
 * Keeps a reservation; returns its id and its tracking code. Of the public (`by` is null) it is received; somebody who may moderate its
 * region reserves at once. An idea has one reservation at most: for the same idea the first is returned, its code no more. Throws a
 * RangeError when `by` may not reserve there.
 */
export async function reserve(living: Living, by: Actor | null, wanted: NewReservation): Promise<{ id: string; code: string | null }> {
	const { model, members, planned, idea, ...sent } = wanted;
	if (by && !(may(by, 'moderate') && covers(by, sent.region))) throw new RangeError(`${by.id} may not reserve in ${sent.region}`);
	const first = idea === null ? null : await reservationOfIdea(living, idea);
	if (first) return { id: first.id, code: null };
	const kept = await submit(living, by, { ...sent, kind: 'project' }, async (writing, submission) => {
		await writing.insertInto('reservation').values({ submission, model, members, planned, idea }).execute();
	});
	if (by) await move(living, by, { id: kept.id, to: 'reserved' });
	return kept;
}

/** The reservation of a winning idea, where it stands today and since when; null when it has none. */
export async function reservationOfIdea(
	{ db, now }: Living,
	idea: string
): Promise<{ id: string; standing: StatusOf<'project'>; at: string } | null> {
	const row = await db
		.selectFrom('reservation')
		.innerJoin('submission', 'submission.id', 'reservation.submission')
		.select(['id', 'status', 'updated_at as updatedAt'])
		.where('idea', '=', idea)
		.executeTakeFirst();
	return row ? { id: row.id, standing: standingOf(row, now()) as StatusOf<'project'>, at: row.updatedAt } : null;
}

/** Projects in the regions of `actor`, newest first, with how many there are in all. */
export async function listProjects(
	living: Living,
	actor: Actor,
	{ status, province, limit, offset = 0 }: ProjectFilter
): Promise<{ items: OfficeProject[]; total: number }> {
	let query = projectsWithin(living, actor);
	if (status !== undefined) query = standingAt(query, status, oldestNews(living.now()));
	if (province !== undefined) query = query.where('province', '=', province);
	const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const rows = await query.selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit).offset(offset).execute();
	return { items: rows.map((row) => parseProject(row, living.now())), total };
}

/** The project of an id; null when there is none in the regions of `actor`. */
export async function findProject(living: Living, actor: Actor, id: string): Promise<OfficeProject | null> {
	const row = await projectsWithin(living, actor).selectAll().where('id', '=', id).executeTakeFirst();
	return row ? parseProject(row, living.now()) : null;
}

/**
 * Moves a project along its pipeline, with words to the sender. Returns false when `actor` sees no such project; throws a MoveError when
 * the pipeline has no such move.
 */
export async function moveProject(
	living: Living,
	actor: Actor,
	{ id, to, note = null }: { readonly id: string; readonly to: Status; readonly note?: string | null }
): Promise<boolean> {
	return (await findProject(living, actor, id)) !== null && move(living, actor, { id, to, note });
}

/** Writes down that there is news of a project in progress, so that its twelve months begin anew. False when `actor` sees no such project or it is not in progress. */
export async function noteNews(living: Living, actor: Actor, id: string, note: string | null): Promise<boolean> {
	const found = await findProject(living, actor, id);
	if (!found || !isInProgress(found.status)) return false;
	const { status, region } = found;
	return change(living, { actor, action: 'project.news', subject: id, region }, async (writing, at) => {
		const { numUpdatedRows } = await writing
			.updateTable('submission')
			.set({ updated_at: at, keep_until: keepUntil(living.now()) })
			.where('id', '=', id)
			.where('status', '=', status)
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 0n) return false;
		await addStep(writing, id, at, status, note);
		return true;
	});
}

/** Writes down of everything in progress without news for twelve months that it has lapsed, for whoever follows it; returns how many. Counts do not wait for this. */
export async function lapseOutdated(living: Living): Promise<number> {
	const { db, now } = living;
	const due = await db
		.selectFrom('submission')
		.select('id')
		.where('kind', '=', 'project')
		.where('status', 'in', IN_PROGRESS)
		.where('updated_at', '<', oldestNews(now()))
		.execute();
	if (due.length === 0) return 0;
	const done = {
		actor: null,
		action: 'project.lapse',
		subject: now().toISOString().slice(0, 10),
		region: null,
		facts: { count: due.length }
	};
	await change(living, done, async (writing, at) => {
		for (const { id } of due) {
			await writing.updateTable('submission').set({ status: 'lapsed', updated_at: at }).where('id', '=', id).execute();
			await addStep(writing, id, at, 'lapsed', null);
		}
	});
	return due.length;
}

/** How many projects are in progress now, by commune and chain. Small numbers stand in it: not to be told as it is. */
export async function pipelineCounts({ db, now }: Pick<Living, 'db' | 'now'>): Promise<PipelineCount[]> {
	const rows = await db
		.selectFrom('submission')
		.innerJoin('reservation', 'reservation.submission', 'submission.id')
		.select(({ fn }) => ['province', 'commune', 'chain', fn.countAll<number>().as('count')])
		.where('status', 'in', IN_PROGRESS)
		.where('updated_at', '>=', oldestNews(now()))
		.groupBy(['province', 'commune', 'chain'])
		.orderBy('commune')
		.orderBy('chain')
		.execute();
	// `reserve` takes none without them.
	return rows.map(({ province, commune, chain, count }) => ({ province: province!, commune: commune!, chain: chain!, count }));
}

const isInProgress = (status: string): boolean => (IN_PROGRESS as readonly string[]).includes(status);

const projectsWithin = ({ db }: Pick<Living, 'db'>, actor: Actor) =>
	within(db.selectFrom('submission'), actor)
		.innerJoin('reservation', 'reservation.submission', 'submission.id')
		.leftJoin('submission_text', (join) =>
			join.onRef('submission_text.submission', '=', 'reservation.submission').on('field', '=', 'words')
		);

/** Those that stand at `status`, when what had no news since `oldest` has lapsed. */
function standingAt(query: ReturnType<typeof projectsWithin>, status: string, oldest: string): ReturnType<typeof projectsWithin> {
	if (isInProgress(status)) return query.where('status', '=', status).where('updated_at', '>=', oldest);
	if (status !== 'lapsed') return query.where('status', '=', status);
	return query.where((eb) =>
		eb.or([eb('status', '=', 'lapsed'), eb.and([eb('status', 'in', IN_PROGRESS), eb('updated_at', '<', oldest)])])
	);
}

type JoinedRow = Selectable<SubmissionRow> & Omit<ReservationRow, 'submission'> & { text: string | null };

function parseProject(row: JoinedRow, now: Date): OfficeProject {
	const submission = parseSubmission(row);
	return {
		...submission,
		standing: standingOf(submission, now) as StatusOf<'project'>,
		model: row.model,
		members: row.members,
		planned: row.planned,
		idea: row.idea,
		words: row.text ?? ''
	};
}
