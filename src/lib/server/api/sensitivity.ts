import { createRoute, z } from '@hono/zod-openapi';
import { PILLARS } from '#lib/core/scoring/method.ts';
import { ASSUMPTIONS } from '#lib/core/uncertainty/assumptions.ts';
import { sensitivityFor } from '../sensitivity.ts';
import { chainFor, lensFor, releaseFor, territoryFor, type Api, type ApiDeps } from './deps.ts';
import { common, lens, query } from './parameters.ts';
import * as schemas from './schemas.ts';

const pillarName = z.enum(PILLARS);

const sensitivity = z
	.object({
		territory: z.string(),
		chain: z.string(),
		level: schemas.levelName,
		rank: z.int().nullable().openapi({ description: 'Among all of the level; null when there is no score, and then the rest is empty.' }),
		drivers: schemas
			.list(z.object({ assumption: z.enum(ASSUMPTIONS), first: z.number(), total: z.number() }))
			.openapi({ description: 'Sobol indices of the rank, largest total effect first: alone, and taking part with others.' }),
		counterfactual: z
			.object({
				target: z.number(),
				top: z.int(),
				isReached: z.boolean(),
				factor: z.number(),
				pillars: schemas.list(z.object({ pillar: pillarName, value: z.number(), needed: z.number().nullable() }))
			})
			.nullable()
			.openapi({
				description:
					'What would bring it into the top quartile, one pillar at a time; needed is null where that pillar alone is not enough.'
			}),
		swaps: schemas
			.list(
				z.object({
					territory: z.string(),
					rank: z.int(),
					pillars: schemas.list(z.object({ pillar: pillarName, from: z.number(), to: z.number().nullable() }))
				})
			)
			.openapi({
				description: 'The places ranked just before and after, and the share of a weight at which they tie; geometric mean only.'
			}),
		removals: schemas
			.list(z.object({ indicator: z.string(), rank: z.int() }))
			.openapi({ description: 'Its rank without an indicator, where that moves it.' }),
		release: z.string()
	})
	.openapi('Sensitivity');

const route = createRoute({
	method: 'get',
	path: '/sensitivity/{code}/{sector}',
	summary: 'What the rank of a territory rests on',
	request: {
		params: z.object({ code: z.string().openapi({ example: 'MA-HAJ' }), sector: z.string().openapi({ example: 'olive' }) }),
		query: query({ ...lens, ...common })
	},
	responses: schemas.responses(
		sensitivity,
		'Assumptions that move it, what would lift it, where it swaps with its neighbours, what it is without one indicator.'
	)
});

/** Adds the route of sensitivity. */
export function addSensitivity(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const asked = c.req.valid('query');
		const path = c.req.valid('param');
		const opened = await releaseFor(deps, asked.release);
		const { code: territory, level } = await territoryFor(opened, path.code);
		const chain = (await chainFor(opened, path.sector, 'Sensitivities')).id;
		const found = await sensitivityFor(opened, { ...lensFor(opened, asked), level, chain, territory });
		return c.json({ territory, chain, level, ...found, release: opened.release.id }, 200);
	});
}
