import type { Selectable } from 'kysely';
import type { Actor } from '#lib/core/account/actor.ts';
import type { BoardIdea, Sheet } from '#lib/core/idea/board.ts';
import { duplicatesOf, type Candidate, type Comparable } from '#lib/core/idea/duplicates.ts';
import { isFeasible, readGate, type FeasibilityGate } from '#lib/core/idea/gate.ts';
import type { Idea, IdeaFacts, IdeaHolder, IdeaStage, IdeaTexts } from '#lib/core/idea/idea.ts';
import type { NeedKind } from '#lib/core/need/kinds.ts';
import { isPublic, STATUSES, type StatusOf, type Submission } from '#lib/core/submission/submission.ts';
import { change } from './audit.ts';
import type { IdeaRow } from './schema/ideas.ts';
import type { Living } from './schema.ts';
import { findSubmission, parseSubmission, submit, within, type NewSubmission, type SubmissionFilter } from './submissions.ts';

/** What the office adds to an idea on its way. */
export interface IdeaFile {
	/** Feasibility questions answered with yes. */
	readonly gate: FeasibilityGate;
	/** Id of the idea that is kept when this one says the same. */
	readonly duplicateOf: string | null;
	/** The project sheet it became. */
	readonly sheet: Sheet | null;
	/** ISO date; null before the cooperative is created. */
	readonly followUpDue: string | null;
}

/** An idea as the office sees it; who sent it is not in it. Its texts are empty once they are erased. */
export interface OfficeIdea extends Submission, IdeaFacts, IdeaFile {
	readonly texts: Partial<IdeaTexts>;
}

/** Which ideas to list, newest first. */
export interface IdeaFilter extends Omit<SubmissionFilter, 'kind'> {
	readonly region?: string | undefined;
	readonly need?: string | undefined;
	readonly chain?: string | undefined;
	/** Code of a meeting. */
	readonly meeting?: string | undefined;
}

/** Keeps an idea; `by` is the delegate who types in a sheet of paper, null for the public. Returns its id and its tracking code, told once. */
export async function submitIdea(
	living: Living,
	by: Actor | null,
	common: Omit<NewSubmission, 'kind' | 'texts'>,
	{ texts, need, holder, stage, members, ownMeansMad }: Idea
): Promise<{ id: string; code: string }> {
	const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
	return submit(living, by, { ...common, kind: 'idea', texts: said }, async (writing, submission) => {
		const row = { submission, need, holder, stage, members, own_means_mad: ownMeansMad, gate: '[]' };
		await writing
			.insertInto('idea')
			.values({ ...row, duplicate_of: null, model: null, model_chain: null, follow_up_due: null })
			.execute();
	});
}

/** Ideas in the regions of `actor`, newest first, with how many there are in all. */
export async function listIdeas(living: Living, actor: Actor, filter: IdeaFilter): Promise<{ items: OfficeIdea[]; total: number }> {
	const { status, region, province, need, chain, meeting, limit, offset = 0 } = filter;
	let query = within(living.db.selectFrom('submission'), actor).innerJoin('idea', 'idea.submission', 'submission.id');
	if (status !== undefined) query = query.where('submission.status', '=', status);
	if (region !== undefined) query = query.where('submission.region', '=', region);
	if (province !== undefined) query = query.where('submission.province', '=', province);
	if (chain !== undefined) query = query.where('submission.chain', '=', chain);
	if (meeting !== undefined) query = query.where('submission.meeting', '=', meeting);
	if (need !== undefined) query = query.where('idea.need', '=', need);
	const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const page = query.selectAll('submission').orderBy('submission.created_at', 'desc').orderBy('submission.id');
	const rows = await page.limit(limit).offset(offset).execute();
	return { items: await withDetails(living, rows.map(parseSubmission)), total };
}

/** The idea of an id; null when there is none in the regions of `actor`. */
export async function findIdea(living: Pick<Living, 'db'>, actor: Actor, id: string): Promise<OfficeIdea | null> {
	const submission = await findSubmission(living, actor, id);
	return submission?.kind === 'idea' ? (await withDetails(living, [submission]))[0]! : null;
}

/** Ideas that may say the same as `idea`, the most similar first, each with how similar it is; only those `actor` sees. */
export async function candidatesFor(living: Living, actor: Actor, idea: OfficeIdea): Promise<(OfficeIdea & Candidate)[]> {
	let query = within(living.db.selectFrom('submission'), actor)
		.innerJoin('submission_text as title', (join) => join.onRef('title.submission', '=', 'submission.id').on('title.field', '=', 'title'))
		.innerJoin('submission_text as pitch', (join) => join.onRef('pitch.submission', '=', 'submission.id').on('pitch.field', '=', 'pitch'))
		.where('submission.kind', '=', 'idea')
		.where('submission.status', 'not in', ['duplicate', 'withdrawn']);
	query = idea.province === null ? query.where('submission.province', 'is', null) : query.where('submission.province', '=', idea.province);
	const rows = await query
		.select(['submission.id', 'submission.province', 'submission.chain', 'submission.created_at as createdAt'])
		.select(['title.text as title', 'pitch.text as pitch'])
		.execute();
	const found = duplicatesOf(comparable(idea), rows);
	const ideas = await Promise.all(found.map(({ id }) => findIdea(living, actor, id)));
	return found.flatMap((candidate, i) => (ideas[i] ? [{ ...ideas[i], ...candidate }] : []));
}

const comparable = ({ id, province, chain, createdAt, texts: { title = '', pitch = '' } }: OfficeIdea): Comparable => ({
	id,
	province,
	chain,
	createdAt,
	title,
	pitch
});

/** Keeps the answers to the feasibility questions. False when `actor` sees no such idea. */
export async function keepGate(living: Living, actor: Actor, id: string, gate: FeasibilityGate): Promise<boolean> {
	const found = await findIdea(living, actor, id);
	if (!found) return false;
	const facts = { yes: gate.length, open: isFeasible(gate) };
	await change(living, { actor, action: 'idea.gate', subject: id, region: found.region, facts }, (writing) =>
		writing
			.updateTable('idea')
			.set({ gate: JSON.stringify(gate) })
			.where('submission', '=', id)
			.execute()
	);
	return true;
}

/** Ideas that a moderator let pass and whose words are still kept, newest first: what anybody may read. */
export async function publicIdeas({ db }: Pick<Living, 'db'>): Promise<BoardIdea[]> {
	const rows = await db
		.selectFrom('submission')
		.innerJoin('idea', 'idea.submission', 'submission.id')
		.innerJoin('submission_text as title', (join) => join.onRef('title.submission', '=', 'submission.id').on('title.field', '=', 'title'))
		.innerJoin('submission_text as pitch', (join) => join.onRef('pitch.submission', '=', 'submission.id').on('pitch.field', '=', 'pitch'))
		.where('submission.status', 'in', STATUSES.idea.filter(isPublic))
		.select(['submission.id', 'status', 'region', 'province', 'submission.chain', 'language', 'need', 'stage', 'model', 'model_chain'])
		.select(['submission.created_at', 'title.text as title', 'pitch.text as pitch'])
		.orderBy('submission.created_at', 'desc')
		.orderBy('submission.id')
		.execute();
	return rows.map(({ created_at, model, model_chain, ...row }) => ({
		...row,
		sheet: sheetOf(model, model_chain),
		need: row.need as NeedKind,
		stage: row.stage as IdeaStage,
		status: row.status as StatusOf<'idea'>,
		month: created_at.slice(0, 7)
	}));
}

/** How many ideas of each region wait for a moderator; a region without any is left out. Not to be shown as it is: see `guarded`. */
export async function waitingByRegion({ db }: Pick<Living, 'db'>): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom('submission')
		.where('kind', '=', 'idea')
		.where('status', '=', 'received')
		.groupBy('region')
		.select((eb) => ['region', eb.fn.countAll<number>().as('count')])
		.execute();
	return new Map(rows.map(({ region, count }) => [region, count]));
}

async function withDetails({ db }: Pick<Living, 'db'>, submissions: readonly Submission[]): Promise<OfficeIdea[]> {
	if (submissions.length === 0) return [];
	const ids = submissions.map(({ id }) => id);
	const [rows, texts] = await Promise.all([
		db.selectFrom('idea').selectAll().where('submission', 'in', ids).execute(),
		db.selectFrom('submission_text').selectAll().where('submission', 'in', ids).execute()
	]);
	const byId = new Map(rows.map((row) => [row.submission, row]));
	return submissions.map((submission) => {
		const said = texts.filter((text) => text.submission === submission.id).map(({ field, text }) => [field, text]);
		return { ...submission, ...parseIdea(byId.get(submission.id)!), texts: Object.fromEntries(said) as Partial<IdeaTexts> };
	});
}

const sheetOf = (model: string | null, chain: string | null): Sheet | null => (model === null || chain === null ? null : { model, chain });

const parseIdea = (row: Selectable<IdeaRow>): IdeaFacts & IdeaFile => ({
	need: row.need as NeedKind,
	holder: row.holder as IdeaHolder,
	stage: row.stage as IdeaStage,
	members: row.members,
	ownMeansMad: row.own_means_mad,
	gate: readGate(JSON.parse(row.gate) as string[]),
	duplicateOf: row.duplicate_of,
	sheet: sheetOf(row.model, row.model_chain),
	followUpDue: row.follow_up_due
});
