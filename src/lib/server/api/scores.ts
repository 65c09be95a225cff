import { createRoute, z } from '@hono/zod-openapi';
import { AGGREGATORS, PILLARS } from '#lib/core/scoring/method.ts';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import { GATES } from '#lib/core/scoring/table.ts';
import { bestChain, explanationOf, REASONS, scoreRows } from '../scores.ts';
import { sentencesOf } from '../sentences.ts';
import { chainsFor, lensFor, pageOf, releaseFor, territoryFor, type Api, type ApiDeps } from './deps.ts';
import { common, lens, level, paging, query, sector } from './parameters.ts';
import * as schemas from './schemas.ts';

const score = z
	.object({
		territory: z.string().openapi({ example: 'MA-HAJ' }),
		status: z.enum(STATUSES),
		score: z.number().nullable().openapi({ description: '0–100; null unless scored.' }),
		rank: z.int().nullable().openapi({ description: '1 is best; for a commune among those of its province.' }),
		ranked: z.int().openapi({ description: 'How many are ranked beside it.' }),
		chain: z.string().nullable().openapi({ description: 'The value chain the score is of: for a branch the best one.' }),
		reason: z.enum(REASONS).nullable().openapi({ description: 'Why there is no score; null when there is one.' })
	})
	.openapi('Score');

const term = z.object({
	id: z.string(),
	raw: z.number().nullable(),
	normalised: z.number().nullable(),
	reference: z.number().nullable(),
	weight: z.number(),
	contribution: z.number().nullable(),
	year: z.number().nullable(),
	inherited: z.boolean(),
	proxy: z.boolean()
});

const pillar = z.object({
	pillar: z.enum(PILLARS),
	value: z.number().nullable(),
	reference: z.number().nullable(),
	weight: z.number(),
	contribution: z.number().nullable(),
	proxy: z.boolean(),
	coverage: z.number(),
	terms: schemas.list(term)
});

const clause = z.object({
	pillar: z.enum(PILLARS),
	id: z.string(),
	raw: z.number().nullable(),
	year: z.number().nullable(),
	contribution: z.number()
});

const explanation = z
	.object({
		territory: z.string(),
		sector: z.string(),
		chain: z.string(),
		level: schemas.levelName,
		weights: z.object({ need: z.number(), potential: z.number(), room: z.number(), access: z.number() }),
		aggregator: z.enum(AGGREGATORS),
		status: z.enum(STATUSES),
		gate: z.enum(GATES).nullable(),
		missingPillars: schemas.list(z.enum(PILLARS)),
		score: z.number().nullable(),
		rank: z.int().nullable(),
		ranked: z.int(),
		reference: z
			.number()
			.nullable()
			.openapi({ description: 'Score of the median profile; the contributions add up to score − reference.' }),
		pillars: schemas.list(pillar),
		confidence: z
			.object({
				value: z.number(),
				grade: z.enum(['A', 'B', 'C']),
				cap: z.enum(['proxy', 'weak-evidence']).nullable(),
				available: z.int(),
				total: z.int(),
				oldestYear: z.number().nullable(),
				inherited: z.int()
			})
			.nullable(),
		why: schemas.list(clause),
		held: schemas.list(clause),
		sentences: z.object({ why: schemas.text, strengthen: schemas.text }),
		release: z.string()
	})
	.openapi('Explanation');

const listRoute = createRoute({
	method: 'get',
	path: '/scores',
	summary: 'How promising every territory of a level is for one sector',
	request: { query: query({ sector, level: level.openapi({ description: 'Province without it.' }), ...lens, ...paging }) },
	responses: schemas.responses(schemas.collection(score), 'The scored by score, best first, then the others by code.')
});

const oneRoute = createRoute({
	method: 'get',
	path: '/scores/{code}/{sector}',
	summary: 'Why a territory has its score',
	request: {
		params: z.object({ code: z.string().openapi({ example: 'MA-HAJ' }), sector: z.string().openapi({ example: 'saffron' }) }),
		query: query({ ...lens, ...common })
	},
	responses: schemas.responses(explanation, 'Pillars, terms and contributions that add up, and the two sentences in three languages.')
});

/** Adds the routes of scores. */
export function addScores(api: Api, deps: ApiDeps): void {
	api.openapi(listRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const chains = await chainsFor(opened, asked.sector);
		const scorer = await opened.scorer(asked.level ?? 'province');
		return c.json(pageOf(scoreRows(scorer, chains, lensFor(opened, asked)), asked, opened), 200);
	});
	api.openapi(oneRoute, async (c) => {
		const asked = c.req.valid('query');
		const path = c.req.valid('param');
		const opened = await releaseFor(deps, asked.release);
		const territory = await territoryFor(opened, path.code);
		const chains = await chainsFor(opened, path.sector);
		const view = lensFor(opened, asked);
		const scorer = await opened.scorer(territory.level);
		const chain = bestChain(scorer, chains, territory.code, view);
		const explained = explanationOf(scorer, chain, territory.code, view);
		const sentences = await sentencesOf(opened, explained, territory, chain);
		const { level: at } = territory;
		return c.json({ ...explained, sector: path.sector, level: at, ...view, sentences, release: opened.release.id }, 200);
	});
}
