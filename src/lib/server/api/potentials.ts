import { createRoute } from '@hono/zod-openapi';
import { pageOf, releaseFor, territoryFor, type Api, type ApiDeps } from './deps.ts';
import { chainId, paging, query, territoryCode } from './parameters.ts';
import { Problem, quoted } from './problem.ts';
import * as schemas from './schemas.ts';

const route = createRoute({
	method: 'get',
	path: '/potentials',
	summary: 'Documented potentials with their sources',
	request: { query: query({ territory: territoryCode, chain: chainId, ...paging }) },
	responses: schemas.responses(schemas.collection(schemas.evidence), 'A piece of evidence that speaks for two chains comes twice.')
});

/** Adds the route of potentials. */
export function addPotentials(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		if (asked.territory !== undefined) await territoryFor(opened, asked.territory);
		if (asked.chain !== undefined && !opened.snapshot.chains.some(({ id }) => id === asked.chain)) {
			throw new Problem('unknown-sector', `There is no value chain ${quoted(asked.chain)}; /api/v1/sectors lists them.`);
		}
		const found = await opened.bank.potentials.list({ territory: asked.territory, chain: asked.chain });
		return c.json(pageOf(found, asked, opened), 200);
	});
}
