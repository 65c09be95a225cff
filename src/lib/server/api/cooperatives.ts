import { createRoute } from '@hono/zod-openapi';
import { pageOf, releaseFor, territoryFor, type Api, type ApiDeps } from './deps.ts';
import { bbox, branchCode, paging, parseBbox, query, territoryCode } from './parameters.ts';
import { Problem, quoted } from './problem.ts';
import * as schemas from './schemas.ts';

const route = createRoute({
	method: 'get',
	path: '/cooperatives',
	summary: 'Cooperatives named in public sources: examples, not a census',
	request: { query: query({ bbox, territory: territoryCode, branch: branchCode, ...paging }) },
	responses: schemas.responses(schemas.collection(schemas.cooperative), 'With a bbox only those that are located, at locality level.')
});

/** Adds the route of cooperatives. */
export function addCooperatives(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const box = asked.bbox === undefined ? undefined : parseBbox(asked.bbox);
		const branches = asked.branch === undefined ? [] : await opened.bank.sectors.branches();
		if (asked.branch !== undefined && !branches.some(({ code }) => code === asked.branch)) {
			throw new Problem('unknown-sector', `There is no branch ${quoted(asked.branch)}; /api/v1/sectors lists them.`);
		}
		const within = asked.territory === undefined ? undefined : await territoryFor(opened, asked.territory);
		if (within?.level === 'commune') {
			throw new Problem('bad-parameter', `territory must be a region or a province, got the commune ${quoted(within.code)}.`);
		}
		const found = await opened.bank.cooperatives.list({ bbox: box, branch: asked.branch, within });
		return c.json(pageOf(found, asked, opened), 200);
	});
}
