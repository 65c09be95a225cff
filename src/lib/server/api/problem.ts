import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';

/** What can be wrong with a request. The name is stable: programs may depend on `urn:furas:problem:<name>`. */
const TITLES = {
	'bad-parameter': 'A parameter cannot be read',
	'bad-weights': 'The weights cannot be used',
	'bad-bbox': 'The bounding box cannot be used',
	'bad-body': 'The body cannot be read',
	'body-too-large': 'The body is too large',
	'bad-position': 'There is nothing to find at this position',
	'bad-case': 'The numbers of this case cannot be used',
	'unknown-route': 'There is nothing at this address',
	'unknown-territory': 'There is no such territory',
	'unknown-indicator': 'There is no such indicator',
	'unknown-sector': 'There is no such sector',
	'unknown-project': 'There is no such project sheet',
	'no-diagnostic': 'There is no diagnostic of this',
	'unscored-sector': 'This branch has no value chain to score',
	'not-one-chain': 'This needs one value chain',
	'too-few-territories': 'There are too few territories for a spatial test',
	'nothing-known': 'There is no figure to look for a pattern in',
	'constant-values': 'Equal values have no pattern',
	'inherited-values': 'These are the figures of the level above',
	'unknown-release': 'This release is not here',
	'not-signed-in': 'Nobody is signed in',
	'not-allowed': 'This account may not do this',
	'foreign-origin': 'This came from another page',
	'too-often': 'This was tried too often',
	'not-found': 'There is nothing of this id',
	unprocessable: 'This cannot be kept as it is',
	conflict: 'Somebody was quicker',
	'method-not-allowed': 'This address does not take this method',
	'server-fault': 'The server failed'
} as const;
const STATUS = {
	'bad-parameter': 400,
	'bad-weights': 400,
	'bad-bbox': 400,
	'bad-body': 400,
	'body-too-large': 413,
	'bad-position': 422,
	'bad-case': 422,
	'unknown-route': 404,
	'unknown-territory': 404,
	'unknown-indicator': 404,
	'unknown-sector': 404,
	'unknown-project': 404,
	'no-diagnostic': 404,
	'unscored-sector': 422,
	'not-one-chain': 422,
	'too-few-territories': 422,
	'nothing-known': 422,
	'constant-values': 422,
	'inherited-values': 422,
	'unknown-release': 404,
	'not-signed-in': 401,
	'not-allowed': 403,
	'foreign-origin': 403,
	'too-often': 429,
	'not-found': 404,
	unprocessable: 422,
	conflict: 409,
	'method-not-allowed': 405,
	'server-fault': 500
} as const satisfies Record<ProblemKind, number>;
export type ProblemKind = keyof typeof TITLES;

/** An answer of the 4xx kind, thrown from anywhere below a route; `detail` is one sentence that names the offending value. */
export class Problem extends Error {
	readonly kind: ProblemKind;

	constructor(kind: ProblemKind, detail: string) {
		super(detail);
		this.kind = kind;
	}
}

/** The one error shape of the API (RFC 9457). */
export const problemSchema = z
	.object({
		type: z.string().openapi({ example: 'urn:furas:problem:unknown-sector' }),
		title: z.string().openapi({ example: 'There is no such sector' }),
		status: z.int().openapi({ example: 404 }),
		detail: z.string().openapi({ example: 'There is no value chain and no branch "unobtainium"; /api/v1/sectors lists them.' }),
		instance: z.string().openapi({ example: '/api/v1/scores?sector=unobtainium' })
	})
	.openapi('Problem');

/** The problem as a response, with the address that was asked for as its instance. */
export function problemResponse(c: Context, { kind, message }: Problem): Response {
	const { pathname, search } = new URL(c.req.url);
	const body = {
		type: `urn:furas:problem:${kind}`,
		title: TITLES[kind],
		status: STATUS[kind],
		detail: message,
		instance: pathname + search
	};
	const headers = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };
	return c.body(
		JSON.stringify(body),
		STATUS[kind],
		kind === 'method-not-allowed' ? { ...headers, allow: 'GET, HEAD, OPTIONS, POST' } : headers
	);
}

/** A value as a sentence quotes it: in quotes, on one line, at most 60 characters. */
export function quoted(value: unknown): string {
	if (value === undefined) return 'nothing';
	const text = Array.isArray(value) ? value.join('" and "') : String(value);
	return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
