import { createRoute, z } from '@hono/zod-openapi';
import { matchFunding } from '#lib/core/support/match-funding.ts';
import { pageOf, releaseFor, type Api, type ApiDeps } from '../deps.ts';
import { common, paging, query } from '../parameters.ts';
import * as schemas from '../schemas.ts';
import { fundingAnswer, fundingQuestion, instrument } from './schemas.ts';

const listRoute = createRoute({
	method: 'get',
	path: '/funding',
	summary: 'Ways to be financed or helped',
	request: { query: query(paging) },
	responses: schemas.responses(
		schemas.collection(instrument),
		'Each with its vintage, what was seen of 2025/26, and how sure it is. Null is «no source says».'
	)
});

const matchRoute = createRoute({
	method: 'post',
	path: '/funding/match',
	summary: 'Which instruments fit a group and its project',
	request: { query: query(common), body: { required: true, content: { 'application/json': { schema: fundingQuestion } } } },
	responses: schemas.responses(
		fundingAnswer.extend({ release: z.string() }).openapi('FundingMatch'),
		'Every instrument judged, with why not; what is not said refuses nothing. The layers of the plan add up to the need.'
	)
});

/** Adds the routes of funding. */
export function addFunding(api: Api, deps: ApiDeps): void {
	api.openapi(listRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const { instruments } = await opened.guide();
		return c.json(pageOf(instruments, asked, opened), 200);
	});
	api.openapi(matchRoute, async (c) => {
		const opened = await releaseFor(deps, c.req.valid('query').release);
		const { instruments } = await opened.guide();
		return c.json({ ...matchFunding(instruments, c.req.valid('json')), release: opened.release.id }, 200);
	});
}
