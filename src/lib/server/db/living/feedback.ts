import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Actor } from '#lib/core/account/actor.ts';
import { formatAbout, type About } from '#lib/core/feedback/about.ts';
import type { CorrectionFact, EvidenceFact, FeedbackType, Seen, SentFeedback } from '#lib/core/feedback/feedback.ts';
import { isFeedbackStatus, tallyOf, type FeedbackStatus, type Tally } from '#lib/core/feedback/tally.ts';
import type { Step, Submission } from '#lib/core/submission/submission.ts';
import type { FeedbackRow } from './schema/feedback.ts';
import type { SubmissionRow } from './schema/submissions.ts';
import type { Living, LivingTables, Writing } from './schema.ts';
import { move, parseSubmission, stepsOf, submit, textsOf, within, type NewSubmission } from './submissions.ts';

/** A piece of feedback as the office lists it; nothing in it says who. */
export interface Feedback extends Submission {
	readonly type: FeedbackType;
	/** Reference of the value. */
	readonly about: string;
	/** Territory of the value, `MA` for the nation; null for what has none. */
	readonly territory: string | null;
	/** Release in which the sender saw the value, and what he saw. */
	readonly release: string;
	readonly seen: Seen;
	/** What it should be; null when no number was proposed. */
	readonly value: number | null;
	readonly year: string | null;
}

/** A piece of feedback with its words, its history and the fact that was made of it. Words are empty once they are erased. */
export interface FeedbackFile extends Feedback {
	readonly texts: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
}

/** What a piece of feedback is about, as it was when it was sent. */
export interface Subject {
	readonly about: About;
	readonly territory: string | null;
	readonly release: string;
	readonly seen: Seen;
}

/** Which feedback to list, newest first. */
export interface FeedbackFilter {
	readonly status?: FeedbackStatus | undefined;
	readonly type?: FeedbackType | undefined;
	readonly about?: string | undefined;
	readonly province?: string | undefined;
	readonly limit: number;
	readonly offset?: number | undefined;
}

/** Keeps what somebody wrote about a value; returns its id and its tracking code. `by` is the delegate who types in a sheet of paper, null for the public. */
export function sendFeedback(
	living: Living,
	by: Actor | null,
	common: Omit<NewSubmission, 'kind' | 'texts'>,
	{ about, territory, release, seen }: Subject,
	{ type, words, value, unit, year, source }: SentFeedback
): Promise<{ id: string; code: string }> {
	const written = { words, unit: unit ?? '', title: source?.title ?? '', where: source?.where ?? '' };
	const texts = Object.fromEntries(Object.entries(written).filter(([, text]) => text !== ''));
	return submit(living, by, { ...common, kind: 'feedback', texts }, async (writing, submission) => {
		await writing
			.insertInto('feedback')
			.values({ submission, type, about: formatAbout(about), territory, release, seen: JSON.stringify(seen), value, year })
			.execute();
	});
}

/** Feedback in the regions of `actor`, newest first, with how many there are in all. */
export async function listFeedback(
	{ db }: Pick<Living, 'db'>,
	actor: Actor,
	{ status, type, about, province, limit, offset = 0 }: FeedbackFilter
): Promise<{ items: Feedback[]; total: number }> {
	let query = joined(db, actor);
	if (status !== undefined) query = query.where('status', '=', status);
	if (type !== undefined) query = query.where('feedback.type', '=', type);
	if (about !== undefined) query = query.where('feedback.about', '=', about);
	if (province !== undefined) query = query.where('province', '=', province);
	const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const rows = await query
		.selectAll('submission')
		.selectAll('feedback')
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.limit(limit)
		.offset(offset)
		.execute();
	return { items: rows.map(parseFeedback), total };
}

/** The feedback of an id with its words and history; null when there is none in the regions of `actor`. */
export async function findFeedback({ db }: Pick<Living, 'db'>, actor: Actor, id: string): Promise<FeedbackFile | null> {
	const row = await joined(db, actor).selectAll('submission').selectAll('feedback').where('id', '=', id).executeTakeFirst();
	return row ? { ...parseFeedback(row), texts: await textsOf({ db }, id), steps: await stepsOf({ db }, id) } : null;
}

/**
 * Accepts a piece of feedback: `fact` enters the next release with its source, whatever else was known of it before. Returns false when
 * `actor` sees no such feedback; throws a MoveError when a colleague was quicker.
 */
export function acceptFeedback(
	living: Living,
	actor: Actor,
	{ id, note = null }: { readonly id: string; readonly note?: string | null },
	fact: { readonly evidence: EvidenceFact } | { readonly correction: CorrectionFact; readonly about: string }
): Promise<boolean> {
	return move(living, actor, { id, to: 'accepted', note }, async (writing, _, at) => {
		await forgetFacts(writing, id);
		if ('evidence' in fact) await keepEvidence(writing, id, fact.evidence, at);
		else await keepCorrection(writing, id, fact.about, fact.correction, at);
	});
}

/** Moves a piece of feedback anywhere but to `accepted`; what was accepted before and is refused now leaves the facts. Returns and throws as `move`. */
export function moveFeedback(
	living: Living,
	actor: Actor,
	moved: { readonly id: string; readonly to: Exclude<FeedbackStatus, 'accepted' | 'published'>; readonly note?: string | null }
): Promise<boolean> {
	return move(living, actor, moved, async (writing) => {
		if (moved.to === 'rejected') await forgetFacts(writing, moved.id);
	});
}

/** How much feedback in the regions of `actor` stands at each status. */
export async function countFeedback({ db }: Pick<Living, 'db'>, actor: Actor): Promise<Readonly<Partial<Record<FeedbackStatus, number>>>> {
	const rows = await joined(db, actor)
		.select(['status', (eb) => eb.fn.countAll<number>().as('count')])
		.groupBy('status')
		.execute();
	return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** What the public is told of the feedback on one value, or on every value of some territories that has any, by reference. */
export async function tallies(
	{ db }: Pick<Living, 'db'>,
	asked: { readonly about: About } | { readonly territories: readonly string[] }
): Promise<ReadonlyMap<string, Tally>> {
	const query = db
		.selectFrom('submission')
		.innerJoin('feedback', 'feedback.submission', 'submission.id')
		.select(['about', 'status', (eb) => eb.fn.countAll<number>().as('count')])
		.groupBy(['about', 'status']);
	const rows = await (
		'about' in asked ? query.where('about', '=', formatAbout(asked.about)) : query.where('territory', 'in', asked.territories)
	).execute();
	return new Map(
		[...Map.groupBy(rows, ({ about }) => about)].map(([about, group]) => [
			about,
			tallyOf(Object.fromEntries(group.filter(({ status }) => isFeedbackStatus(status)).map(({ status, count }) => [status, count])))
		])
	);
}

/** How much feedback of the country stands at each status, and when the last of it came there: another answer is another set of tallies. */
export async function feedbackState({ db }: Pick<Living, 'db'>): Promise<readonly { status: string; count: number; last: string }[]> {
	return db
		.selectFrom('submission')
		.where('kind', '=', 'feedback')
		.select((eb) => ['status', eb.fn.countAll<number>().as('count'), eb.fn.max('updated_at').as('last')])
		.groupBy('status')
		.orderBy('status')
		.execute();
}

/** Feedback of the regions of `actor`, joined to its submission. */
function joined(db: Living['db'], actor: Actor): SelectQueryBuilder<LivingTables, 'submission' | 'feedback', object> {
	return within(db.selectFrom('submission'), actor).innerJoin('feedback', 'feedback.submission', 'submission.id');
}

async function forgetFacts(writing: Writing, submission: string): Promise<void> {
	await writing.deleteFrom('accepted_evidence').where('submission', '=', submission).execute();
	await writing.deleteFrom('accepted_correction').where('submission', '=', submission).execute();
}

async function keepEvidence(writing: Writing, submission: string, fact: EvidenceFact, accepted_at: string): Promise<void> {
	const { product, unit, source, sourceDate, ...rest } = fact;
	await writing
		.insertInto('accepted_evidence')
		.values({
			submission,
			...rest,
			product_ar: product.ar,
			product_fr: product.fr,
			product_en: product.en,
			unit_ar: unit?.ar ?? null,
			unit_fr: unit?.fr ?? null,
			unit_en: unit?.en ?? null,
			source_title: source.title,
			source_url: source.url,
			source_date: sourceDate,
			accepted_at,
			release: null
		})
		.execute();
}

/** Keeps one corrected field, to be called inside the change that accepts it. */
export async function keepCorrection(
	writing: Writing,
	submission: string,
	about: string,
	{ field, value, year, source }: CorrectionFact,
	accepted_at: string
): Promise<void> {
	await writing
		.insertInto('accepted_correction')
		.values({ submission, field, about, value, year, source_title: source.title, source_url: source.url, accepted_at, release: null })
		.execute();
}

const parseFeedback = (row: Selectable<SubmissionRow> & Selectable<FeedbackRow>): Feedback => ({
	...parseSubmission(row),
	type: row.type as FeedbackType,
	about: row.about,
	territory: row.territory,
	release: row.release,
	seen: JSON.parse(row.seen) as Seen,
	value: row.value,
	year: row.year
});
