import { createRoute, z } from '@hono/zod-openapi';
import { publicProjects } from '../projects-in-progress.ts';
import { linesOf, shown } from './counts-by-territory.ts';
import { pageOf, releaseFor, type Api, type ApiDeps } from './deps.ts';
import { chainId, countLevel, paging, query } from './parameters.ts';
import { Problem, quoted } from './problem.ts';
import * as schemas from './schemas.ts';

const projects = z
	.object({
		territory: z.string().nullable().openapi({ description: 'Null for the nation.', example: 'MA-HAJ' }),
		chain: z.string().nullable().openapi({ description: 'Null for all value chains together.', example: 'honey' }),
		...shown
	})
	.openapi('ProjectsInProgress');

const route = createRoute({
	method: 'get',
	path: '/reservations',
	summary: 'Projects in progress, counted by value chain and territory',
	request: { query: query({ level: countLevel, chain: chainId, ...paging }) },
	responses: schemas.responses(
		schemas.collection(projects),
		'Sheets that a group has reserved and a delegate has confirmed, until the cooperative exists or twelve months pass without news. Never a name; small numbers are ranges.'
	)
});

/** Adds the route of projects in progress. */
export function addReservations(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const { level = 'province', chain, ...asked } = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		if (chain !== undefined && !opened.snapshot.chains.some(({ id }) => id === chain))
			throw new Problem('unknown-sector', `There is no value chain ${quoted(chain)}; /api/v1/sectors lists them.`);
		const counts = await publicProjects(deps.living, opened);
		const lines = linesOf(counts, level, chain === undefined ? [null, ...counts.kinds] : [chain]);
		const items = lines.map(({ kind, ...line }) => ({ ...line, chain: kind }));
		return c.json(pageOf(items, asked, opened), 200, { 'cache-control': 'no-store' });
	});
}
