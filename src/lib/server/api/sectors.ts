import { createRoute, z } from '@hono/zod-openapi';
import { pageOf, releaseFor, type Api, type ApiDeps } from './deps.ts';
import { paging, query } from './parameters.ts';
import * as schemas from './schemas.ts';

const model = z.object({ id: z.string(), name: schemas.text, grade: z.string() }).openapi('ModelTitle');

const chain = z
	.object({
		id: z.string().openapi({ example: 'saffron' }),
		branch: z.string(),
		type: z.enum(['resource', 'local-market']),
		name: schemas.text,
		models: schemas.list(model)
	})
	.openapi('Chain');

const branch = z.object({ code: z.string(), name: schemas.text, chains: schemas.list(chain) }).openapi('Branch');

const route = createRoute({
	method: 'get',
	path: '/sectors',
	summary: 'Branches with their value chains',
	request: { query: query(paging) },
	responses: schemas.responses(schemas.collection(branch), 'In the order of the nomenclature; a branch without chains has no score.')
});

/** Adds the route of sectors. */
export function addSectors(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const { sectors } = opened.bank;
		const models = await sectors.models();
		const chains = (await sectors.chains()).map((one) => ({ ...one, models: models.filter(({ id }) => one.models.includes(id)) }));
		const branches = await sectors.branches();
		const items = branches.map((one) => ({ ...one, chains: chains.filter((candidate) => candidate.branch === one.code) }));
		return c.json(pageOf(items, asked, opened), 200);
	});
}
