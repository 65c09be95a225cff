import { createRoute, z } from '@hono/zod-openapi';
import { FEEDBACK_TYPES } from '#lib/core/feedback/feedback.ts';
import { STATUSES } from '#lib/core/submission/submission.ts';
import { findFeedback, listFeedback, moveFeedback, type Feedback, type FeedbackFile } from '../../db/living/feedback.ts';
import type { Living } from '../../db/living/schema.ts';
import { MoveError } from '../../db/living/submissions.ts';
import { acceptTyped } from '../../feedback/accept.ts';
import type { ApiDeps } from '../deps.ts';
import { query, paging } from '../parameters.ts';
import { Problem, quoted } from '../problem.ts';
import * as schemas from '../schemas.ts';
import { allowed, type Office } from './office.ts';

const status = z.enum(STATUSES.feedback);
const seen = z.object({
	name: schemas.text,
	value: z.number().nullable(),
	unit: schemas.text.nullable(),
	decimals: z.int(),
	year: z.string().nullable(),
	source: schemas.citation.nullable()
});
const feedback = z
	.object({
		id: z.string(),
		kind: z.literal('feedback'),
		status,
		region: z.string(),
		province: z.string().nullable(),
		commune: z.string().nullable(),
		chain: z.string().nullable(),
		language: z.enum(['ar', 'fr', 'en']),
		channel: z.enum(['web', 'meeting', 'paper']),
		meeting: z.string().nullable(),
		createdAt: z.string(),
		updatedAt: z.string(),
		keepUntil: z.string(),
		type: z.enum(FEEDBACK_TYPES),
		about: z.string(),
		territory: z.string().nullable(),
		release: z.string(),
		seen,
		value: z.number().nullable(),
		year: z.string().nullable()
	})
	.openapi('Feedback');
const file = feedback
	.extend({
		texts: z.record(z.string(), z.string()),
		steps: schemas.list(z.object({ at: z.string(), status: z.string(), note: z.string().nullable() }))
	})
	.openapi('FeedbackFile');

const params = z.object({ id: z.string().max(64) });
const json = <S extends z.ZodType>(schema: S) => ({ body: { required: true, content: { 'application/json': { schema } } } });
const done = z.object({ id: z.string(), status: z.string() });

const listRoute = createRoute({
	method: 'get',
	path: '/feedback',
	summary: 'Feedback in the regions of the account, newest first',
	request: {
		query: query({
			status: status.optional(),
			type: z.enum(FEEDBACK_TYPES).optional(),
			about: z.string().optional(),
			limit: paging.limit,
			offset: paging.offset
		})
	},
	responses: schemas.responses(z.object({ items: schemas.list(feedback), total: z.int() }), 'Without words and without names.')
});

const oneRoute = createRoute({
	method: 'get',
	path: '/feedback/{id}',
	summary: 'One piece of feedback with its words and its history',
	request: { params },
	responses: schemas.responses(file, 'Never with a contact: reading that is a deed of its own, done on the page.')
});

const moveRoute = createRoute({
	method: 'post',
	path: '/feedback/{id}/move',
	summary: 'Answer, refuse, or set aside as a duplicate',
	request: {
		params,
		...json(z.strictObject({ to: z.enum(['answered', 'rejected', 'duplicate', 'received']), note: z.string().max(2000).optional() }))
	},
	responses: schemas.responses(done, 'The status it has now. An answer needs words to the sender.')
});

const acceptRoute = createRoute({
	method: 'post',
	path: '/feedback/{id}/accept',
	summary: 'Accept evidence or a correction, with the fact that enters the next release',
	request: { params, ...json(z.record(z.string(), z.string().max(2000))) },
	responses: schemas.responses(done, 'Fields as the page of the office has them; what is wrong with one is named.')
});

const LIMIT = 50;

/** Adds the feedback to the office. */
export function addOfficeFeedback(office: Office, { living, releases }: ApiDeps): void {
	office.openapi(listRoute, async (c) => {
		const { limit = LIMIT, ...asked } = c.req.valid('query');
		const { items, total } = await listFeedback(living, allowed(c, 'handle-feedback'), { ...asked, limit });
		return c.json({ items: items.map(plain), total }, 200);
	});
	office.openapi(oneRoute, async (c) => {
		const found = await fileOf(living, allowed(c, 'handle-feedback'), c.req.valid('param').id);
		return c.json({ ...plain(found), texts: found.texts, steps: found.steps }, 200);
	});
	office.openapi(moveRoute, async (c) => {
		const account = allowed(c, 'handle-feedback');
		const { to, note = null } = c.req.valid('json');
		const { id } = await fileOf(living, account, c.req.valid('param').id);
		if (to === 'answered' && !note?.trim()) throw new Problem('unprocessable', 'note must hold the answer to the sender.');
		await quickest(moveFeedback(living, account, { id, to, note }));
		return c.json({ id, status: to }, 200);
	});
	office.openapi(acceptRoute, async (c) => {
		const account = allowed(c, 'handle-feedback');
		const found = await fileOf(living, account, c.req.valid('param').id);
		const acceptance = await quickest(acceptTyped(living, releases.current, account, found, c.req.valid('json')));
		if (acceptance.kind === 'issues') {
			const [field, issue] = Object.entries(acceptance.issues)[0]!;
			throw new Problem('unprocessable', `${field}: ${issue}.`);
		}
		return c.json({ id: found.id, status: 'accepted' }, 200);
	});
}

async function fileOf(living: Living, ...[actor, id]: [Parameters<typeof findFeedback>[1], string]): Promise<FeedbackFile> {
	const found = await findFeedback(living, actor, id);
	if (found) return found;
	throw new Problem('not-found', `There is no feedback ${quoted(id)} in the regions of this account.`);
}

/** The result of a move, or a problem when the pipeline has none such. */
async function quickest<T>(moving: Promise<T>): Promise<T> {
	try {
		return await moving;
	} catch (error) {
		if (error instanceof MoveError)
			throw new Problem('conflict', `It stands at ${quoted(error.from)}, from where it cannot go to ${quoted(error.to)}.`);
		throw error;
	}
}

/** A piece of feedback as the API sends it. */
const plain = (one: Feedback) => ({
	id: one.id,
	kind: 'feedback' as const,
	status: status.parse(one.status),
	region: one.region,
	province: one.province,
	commune: one.commune,
	chain: one.chain,
	language: one.language,
	channel: one.channel,
	meeting: one.meeting,
	createdAt: one.createdAt,
	updatedAt: one.updatedAt,
	keepUntil: one.keepUntil,
	type: one.type,
	about: one.about,
	territory: one.territory,
	release: one.release,
	seen: one.seen,
	value: one.value,
	year: one.year
});
