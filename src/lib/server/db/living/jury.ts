import { randomBytes } from 'node:crypto';
import { covers, type Actor, type Regions, type Role } from '#lib/core/account/actor.ts';
import type { IdeaStage, IdeaTexts } from '#lib/core/idea/idea.ts';
import { disagree, JURY, RUBRIC, totalOf, verdictOf, type Scores, type Verdict } from '#lib/core/idea/jury.ts';
import type { NeedKind } from '#lib/core/need/kinds.ts';
import { change } from './audit.ts';
import type { SeatRow } from './schema/ideas.ts';
import type { Living, Writing } from './schema.ts';
import { findSubmission, move } from './submissions.ts';

/** Why a jury cannot be called or scores cannot be taken. */
export type JuryFault = 'too-few-jurors' | 'already-sent' | 'closed';

/** Thrown by what calls jurors and takes their scores. */
export class JuryError extends Error {
	readonly fault: JuryFault;

	constructor(fault: JuryFault) {
		super(`jury: ${fault}`);
		this.fault = fault;
	}
}

/**
 * An idea as a juror sees it: what it says and the province it must fit. Not who sent it, not his commune, not what kind of holder he is, and
 * nothing of other jurors.
 */
export interface JurorIdea {
	readonly id: string;
	readonly texts: Partial<IdeaTexts>;
	readonly need: NeedKind;
	readonly stage: IdeaStage;
	readonly members: number | null;
	readonly region: string;
	readonly province: string | null;
	readonly chain: string | null;
	/** His own points, once sent; null before. */
	readonly scores: Scores | null;
}

/** What the office sees of a jury: how far it is, never who sits in it. */
export interface JuryState {
	/** Jurors asked, those who have sent their points among them. */
	readonly seats: number;
	/** Jurors who said that they know the holder. */
	readonly recused: number;
	readonly verdict: Verdict;
}

/** Sends an idea to two jurors whom nobody chose. False when `actor` sees no such idea; throws a MoveError, or a JuryError when fewer than two can be asked. */
export const sendToJury = (living: Living, actor: Actor, id: string, note: string | null): Promise<boolean> =>
	move(living, actor, { id, to: 'pitched', note }, async (writing, { region }, at) => {
		const asked = await fill(writing, id, region, at);
		if (asked < JURY.first) throw new JuryError('too-few-jurors');
	});

/** Asks jurors for the seats that are empty: somebody knew the holder, or a third was needed and none was there. Throws a JuryError when there is still nobody. */
export async function fillSeats(living: Living, actor: Actor, id: string): Promise<boolean> {
	const found = await findSubmission(living, actor, id);
	if (found?.kind !== 'idea' || found.status !== 'pitched') return false;
	await change(living, { actor, action: 'jury.fill', subject: id, region: found.region }, async (writing, at) => {
		const asked = await fill(writing, id, found.region, at);
		if (asked < (await wantedSeats(writing, id))) throw new JuryError('too-few-jurors');
	});
	return true;
}

/** Ideas a juror was asked about: those that wait for his points first, then those he sent, each part oldest first. */
export async function ideasForJuror(living: Living, juror: Actor): Promise<JurorIdea[]> {
	const seats = await living.db
		.selectFrom('idea_seat')
		.innerJoin('submission', 'submission.id', 'idea_seat.idea')
		.where('juror', '=', juror.id)
		.where((eb) => eb.or([eb.and([eb('state', '=', 'asked'), eb('submission.status', '=', 'pitched')]), eb('state', '=', 'sent')]))
		.select('idea_seat.idea')
		.orderBy('state')
		.orderBy('asked_at')
		.orderBy('idea_seat.idea')
		.execute();
	const ideas = await Promise.all(seats.map(({ idea }) => ideaForJuror(living, juror, idea)));
	return ideas.filter((idea) => idea !== null);
}

/** One idea of a juror; null when he was not asked about it, said that he knows the holder, or it was taken back. */
export async function ideaForJuror({ db }: Pick<Living, 'db'>, juror: Actor, id: string): Promise<JurorIdea | null> {
	const row = await db
		.selectFrom('idea_seat')
		.innerJoin('idea', 'idea.submission', 'idea_seat.idea')
		.innerJoin('submission', 'submission.id', 'idea_seat.idea')
		.where('idea_seat.idea', '=', id)
		.where('idea_seat.juror', '=', juror.id)
		.where('state', '!=', 'recused')
		.where('submission.status', '!=', 'withdrawn')
		.select(['idea.need', 'idea.stage', 'idea.members', 'submission.region', 'submission.province', 'submission.chain', 'scores'])
		.executeTakeFirst();
	if (!row) return null;
	const texts = await db.selectFrom('submission_text').select(['field', 'text']).where('submission', '=', id).execute();
	return {
		...row,
		id,
		need: row.need as NeedKind,
		stage: row.stage as IdeaStage,
		scores: parseScores(row.scores),
		texts: Object.fromEntries(texts.map(({ field, text }) => [field, text])) as Partial<IdeaTexts>
	};
}

/**
 * Takes the points of a juror, for good. When the first two are too far apart a third is asked in the same breath, if there is one. Returns
 * false when he was not asked; throws a JuryError when he has sent them before or the idea is no longer before the jury.
 */
export async function sendScores(living: Living, juror: Actor, id: string, scores: Scores): Promise<boolean> {
	const seat = await seatOf(living, juror, id);
	if (!seat || seat.state === 'recused') return false;
	const done = { actor: juror, action: 'jury.score', subject: id, region: seat.region, facts: { rubric: RUBRIC.version } };
	await change(living, done, async (writing, at) => {
		const current = (await seatOf({ db: writing }, juror, id))!;
		if (current.state === 'sent') throw new JuryError('already-sent');
		if (current.status !== 'pitched' || current.state !== 'asked') throw new JuryError('closed');
		await writing
			.updateTable('idea_seat')
			.set({ state: 'sent', scores: JSON.stringify(scores), rubric: RUBRIC.version, sent_at: at })
			.where('idea', '=', id)
			.where('juror', '=', juror.id)
			.execute();
		await fill(writing, id, current.region, at);
	});
	return true;
}

/** A juror who knows the holder gives his seat back and another is asked, if there is one. False when he was not asked or has sent his points. */
export async function recuse(living: Living, juror: Actor, id: string): Promise<boolean> {
	const seat = await seatOf(living, juror, id);
	if (seat?.state !== 'asked' || seat.status !== 'pitched') return false;
	await change(living, { actor: juror, action: 'jury.recuse', subject: id, region: seat.region }, async (writing, at) => {
		await writing
			.updateTable('idea_seat')
			.set({ state: 'recused' })
			.where('idea', '=', id)
			.where('juror', '=', juror.id)
			.where('state', '=', 'asked')
			.execute();
		await fill(writing, id, seat.region, at);
	});
	return true;
}

/** How far the jury of an idea is, for somebody who has found the idea. */
export async function juryOf({ db }: Pick<Living, 'db'>, id: string): Promise<JuryState> {
	const seats = await db.selectFrom('idea_seat').select(['state', 'scores']).where('idea', '=', id).execute();
	const recused = seats.filter(({ state }) => state === 'recused').length;
	return { seats: seats.length - recused, recused, verdict: verdictOf(totalsOf(seats)) };
}

/** The verdict over an idea. */
export const verdictFor = async (living: Pick<Living, 'db'>, id: string): Promise<Verdict> => (await juryOf(living, id)).verdict;

const parseScores = (text: string | null): Scores | null => (text === null ? null : (JSON.parse(text) as Scores));

const totalsOf = (seats: readonly Pick<SeatRow, 'scores'>[]): number[] =>
	seats.flatMap(({ scores }) => {
		const points = parseScores(scores);
		return points ? [totalOf(points)] : [];
	});

const seatOf = ({ db }: Pick<Living, 'db'>, juror: Actor, id: string) =>
	db
		.selectFrom('idea_seat')
		.innerJoin('submission', 'submission.id', 'idea_seat.idea')
		.where('idea', '=', id)
		.where('juror', '=', juror.id)
		.select(['state', 'submission.status', 'submission.region'])
		.executeTakeFirst();

/** Seats an idea needs now: two, three when the first two disagree. */
async function wantedSeats(writing: Writing, id: string): Promise<number> {
	const seats = await writing.selectFrom('idea_seat').select(['state', 'scores']).where('idea', '=', id).execute();
	return disagree(totalsOf(seats)) ? JURY.first + 1 : JURY.first;
}

/** Asks as many jurors as seats are empty and as can be asked; returns how many seats are taken then. */
async function fill(writing: Writing, id: string, region: string, at: string): Promise<number> {
	const wanted = await wantedSeats(writing, id);
	const seats = await writing.selectFrom('idea_seat').selectAll().where('idea', '=', id).execute();
	const taken = seats.filter(({ state }) => state !== 'recused').length;
	const asked = (await freeJurors(writing, region, new Set(seats.map(({ juror }) => juror)))).slice(0, Math.max(0, wanted - taken));
	for (const juror of asked) {
		await writing
			.insertInto('idea_seat')
			.values({ idea: id, juror, state: 'asked', scores: null, rubric: null, asked_at: at, sent_at: null })
			.execute();
	}
	return taken + asked.length;
}

/** Active jurors of a region, those with the fewest open ideas first; among equals the lot decides, so that nobody can foretell who reads an idea. */
async function freeJurors(writing: Writing, region: string, besides: ReadonlySet<string>): Promise<string[]> {
	const accounts = await writing.selectFrom('account').selectAll().where('role', '=', 'juror').where('active', '=', 1).execute();
	const open = await writing
		.selectFrom('idea_seat')
		.where('state', '=', 'asked')
		.groupBy('juror')
		.select((eb) => ['juror', eb.fn.countAll<number>().as('count')])
		.execute();
	const load = new Map(open.map(({ juror, count }) => [juror, count]));
	return accounts
		.map(({ id, role, regions }): Actor => ({ id, role: role as Role, regions: parseRegions(regions) }))
		.filter((juror) => covers(juror, region) && !besides.has(juror.id))
		.map(({ id }) => ({ id, load: load.get(id) ?? 0, lot: randomBytes(8).readBigUInt64BE() }))
		.sort((a, b) => a.load - b.load || (a.lot < b.lot ? -1 : 1))
		.map(({ id }) => id);
}

const parseRegions = (text: string | null): Regions => (text === null ? 'all' : (JSON.parse(text) as string[]));
