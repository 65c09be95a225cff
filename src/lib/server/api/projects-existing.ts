import { createRoute } from '@hono/zod-openapi';
import { placeFor } from './cooperatives.ts';
import { pageOf, releaseFor, type Api, type ApiDeps } from './deps.ts';
import { paging, query, territoryCode } from './parameters.ts';
import * as schemas from './schemas.ts';

const route = createRoute({
	method: 'get',
	path: '/existing-projects',
	summary: 'Projects and programme totals named in public sources',
	request: { query: query({ territory: territoryCode, ...paging }) },
	responses: schemas.responses(
		schemas.collection(schemas.project),
		'Those of a region include those of its provinces. A programme total is the sum of many projects: it is not to be added to single ones.'
	)
});

/** Adds the route of existing projects. */
export function addExistingProjects(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const place = await placeFor(opened, asked.territory);
		const all = await opened.bank.projects.list();
		if (place === undefined) return c.json(pageOf(all, asked, opened), 200);
		const within = new Set([place.code, ...(await opened.bank.territories.list({ parent: place.code })).map(({ code }) => code)]);
		const found = all.filter(({ territory }) => within.has(territory));
		return c.json(pageOf(found, asked, opened), 200);
	});
}
