import { createRoute, z } from '@hono/zod-openapi';
import { FEASIBILITY } from '#lib/core/idea/gate.ts';
import { IDEA_HOLDERS, IDEA_STAGES } from '#lib/core/idea/idea.ts';
import { RUBRIC } from '#lib/core/idea/jury.ts';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import { CHANNELS, STATUSES, type StatusOf } from '#lib/core/submission/submission.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { IdeaError, moveIdea } from '../../db/living/idea-moves.ts';
import { findIdea, listIdeas, type OfficeIdea } from '../../db/living/ideas.ts';
import { ideasForJuror, JuryError, juryOf, sendScores, sendToJury } from '../../db/living/jury.ts';
import { listMeetings, meetingCounts } from '../../db/living/meetings.ts';
import { MoveError } from '../../db/living/submissions.ts';
import type { ApiDeps } from '../deps.ts';
import { chainId, needKind, paging, query } from '../parameters.ts';
import { Problem, quoted } from '../problem.ts';
import * as schemas from '../schemas.ts';
import { allowed, type Office } from './office.ts';

const texts = z.object({ title: z.string().optional(), pitch: z.string().optional(), resource: z.string().optional() });

const officeIdea = z
	.object({
		id: z.string(),
		status: z.enum(STATUSES.idea),
		region: z.string(),
		province: z.string().nullable(),
		commune: z.string().nullable(),
		chain: z.string().nullable(),
		language: z.enum(LANGUAGES),
		channel: z.enum(CHANNELS),
		meeting: z.string().nullable(),
		createdAt: z.string(),
		texts: texts.openapi({ description: 'Empty once they are erased.' }),
		need: z.enum(NEED_KINDS),
		holder: z.enum(IDEA_HOLDERS),
		members: z.int().nullable(),
		stage: z.enum(IDEA_STAGES),
		ownMeansMad: z.int().nullable(),
		gate: schemas.list(z.enum(FEASIBILITY)),
		duplicateOf: z.string().nullable(),
		sheet: z.object({ model: z.string(), chain: z.string() }).nullable(),
		followUpDue: z.string().nullable()
	})
	.openapi('OfficeIdea');

const verdict = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('waiting'), scored: z.int(), wanted: z.int() }),
	z.object({
		kind: z.literal('decided'),
		mean: z.number(),
		spread: z.int(),
		totals: schemas.list(z.int()),
		counted: schemas.list(z.int())
	})
]);

const params = z.object({ id: z.string().max(64) });
const json = <S extends z.ZodType>(schema: S) => ({ body: { required: true, content: { 'application/json': { schema } } } });
const done = z.object({ id: z.string(), status: z.string() });

const listRoute = createRoute({
	method: 'get',
	path: '/ideas',
	summary: 'Ideas in the regions of the account, newest first',
	request: {
		query: query({
			status: z.enum(STATUSES.idea).optional(),
			need: needKind,
			chain: chainId,
			meeting: z.string().max(16).optional(),
			limit: paging.limit,
			offset: paging.offset
		})
	},
	responses: schemas.responses(z.object({ items: schemas.list(officeIdea), total: z.int() }), 'Never with a contact.')
});

const oneRoute = createRoute({
	method: 'get',
	path: '/ideas/{id}',
	summary: 'One idea and how far its jury is',
	request: { params },
	responses: schemas.responses(
		officeIdea.extend({ jury: z.object({ seats: z.int(), recused: z.int(), verdict }) }),
		'Jurors are named nowhere, and no total is told before all are there.'
	)
});

/** Steps that need nothing but words; a project sheet is made on the page, which reserves it too. */
const STEPS = ['received', 'rejected', 'mentored', 'winner', 'created', 'followed-up'] as const satisfies StatusOf<'idea'>[];

const moveRoute = createRoute({
	method: 'post',
	path: '/ideas/{id}/move',
	summary: 'Move an idea one step along its pipeline',
	request: {
		params,
		...json(
			z.discriminatedUnion('to', [
				z.strictObject({ to: z.literal('screened'), gate: z.array(z.enum(FEASIBILITY)), note: z.string().max(1_000).optional() }),
				z.strictObject({ to: z.literal('duplicate'), of: z.string().max(64), note: z.string().max(1_000).optional() }),
				z.strictObject({ to: z.literal('pitched'), note: z.string().max(1_000).optional() }),
				z.strictObject({ to: z.enum(STEPS), note: z.string().max(1_000).optional() })
			])
		)
	},
	responses: schemas.responses(done, 'The status it has now; `pitched` sends it to two jurors.')
});

const jurorIdea = z
	.object({
		id: z.string(),
		texts,
		need: z.enum(NEED_KINDS),
		stage: z.enum(IDEA_STAGES),
		members: z.int().nullable(),
		region: z.string(),
		province: z.string().nullable(),
		chain: z.string().nullable(),
		scores: z.record(z.string(), z.int()).nullable()
	})
	.openapi('JurorIdea');

const juryRoute = createRoute({
	method: 'get',
	path: '/jury',
	summary: 'Ideas the account was asked to score',
	responses: schemas.responses(z.object({ items: schemas.list(jurorIdea) }), 'Without holder, commune and other jurors.')
});

const points = z.int().min(0).max(RUBRIC.most);
const scoreRoute = createRoute({
	method: 'post',
	path: '/jury/{id}/scores',
	summary: 'Send the points of an idea, for good',
	request: { params, ...json(z.strictObject({ social: points, economic: points, innovation: points, territorial: points })) },
	responses: schemas.responses(z.object({ id: z.string() }), 'Kept; they cannot be changed.')
});

const meetingsRoute = createRoute({
	method: 'get',
	path: '/meetings',
	summary: 'Meetings in the regions of the account, with what came from each',
	responses: schemas.responses(
		z.object({
			items: schemas.list(
				z.object({
					id: z.string(),
					code: z.string(),
					region: z.string(),
					province: z.string().nullable(),
					date: z.string(),
					place: z.string(),
					counts: z.object({ scanned: z.int(), paper: z.int(), public: z.int() })
				})
			)
		}),
		'The latest first.'
	)
});

const LIMIT = 50;

/** Adds ideas, juries and meetings to the office. */
export function addOfficeIdeas(office: Office, { living }: ApiDeps): void {
	office.openapi(listRoute, async (c) => {
		const { limit = LIMIT, ...asked } = c.req.valid('query');
		const { items, total } = await listIdeas(living, allowed(c, 'moderate'), { ...asked, limit });
		return c.json({ items: items.map(plain), total }, 200);
	});
	office.openapi(oneRoute, async (c) => {
		const { id } = c.req.valid('param');
		const found = await findIdea(living, allowed(c, 'moderate'), id);
		if (!found) throw missing(id);
		return c.json({ ...plain(found), jury: await juryOf(living, id) }, 200);
	});
	office.openapi(moveRoute, async (c) => {
		const { id } = c.req.valid('param');
		const { note = null, ...step } = c.req.valid('json');
		const account = allowed(c, step.to === 'pitched' ? 'assign-jury' : 'moderate');
		const moving = step.to === 'pitched' ? sendToJury(living, account, id, note) : moveIdea(living, account, id, step, note);
		if (!(await answered(moving))) throw missing(id);
		return c.json({ id, status: step.to }, 200);
	});
	office.openapi(juryRoute, async (c) => c.json({ items: await ideasForJuror(living, allowed(c, 'score-ideas')) }, 200));
	office.openapi(scoreRoute, async (c) => {
		const { id } = c.req.valid('param');
		if (!(await answered(sendScores(living, allowed(c, 'score-ideas'), id, c.req.valid('json'))))) throw missing(id);
		return c.json({ id }, 200);
	});
	office.openapi(meetingsRoute, async (c) => {
		const account = allowed(c, 'hold-meetings');
		const [meetings, counts] = await Promise.all([listMeetings(living, account), meetingCounts(living, account)]);
		const none = { scanned: 0, paper: 0, public: 0 };
		return c.json({ items: meetings.map((meeting) => ({ ...meeting, counts: counts.get(meeting.code) ?? none })) }, 200);
	});
}

const missing = (id: string): Problem => new Problem('not-found', `There is no idea ${quoted(id)} for this account.`);

/** The result of a deed, or a problem that says why it cannot be done. */
async function answered<T>(doing: Promise<T>): Promise<T> {
	try {
		return await doing;
	} catch (error) {
		if (error instanceof MoveError)
			throw new Problem('conflict', `It stands at ${quoted(error.from)}, from where it cannot go to ${quoted(error.to)}.`);
		if (error instanceof IdeaError || error instanceof JuryError) throw new Problem('unprocessable', SENTENCES[error.fault]);
		throw error;
	}
}

const SENTENCES = {
	'not-feasible': 'gate must hold all four questions: an idea passes with four times yes only.',
	'no-original': 'of must be another idea of these regions that is no duplicate itself.',
	'no-verdict': 'The jury has not finished.',
	'no-sheet': 'The sheet or the commune is none.',
	'too-few-jurors': 'Too few jurors are available for this region.',
	'already-sent': 'These points were sent before; they are final.',
	closed: 'The idea is no longer before the jury.'
} as const;

/** An idea as the API sends it. */
const plain = ({ kind: _, updatedAt: __, keepUntil: ___, status, ...one }: OfficeIdea) => ({ ...one, status: status as StatusOf<'idea'> });
