import { createRoute, z } from '@hono/zod-openapi';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import { REASONS } from '../scores.ts';
import { territoryFacts } from '../territory-facts.ts';
import { lensFor, pageOf, releaseFor, territoryFor, type Api, type ApiDeps } from './deps.ts';
import { common, lens, level, paging, parentCode, query, search } from './parameters.ts';
import * as schemas from './schemas.ts';

const indicatorFact = z
	.object({
		indicator: z.string(),
		name: schemas.text,
		unit: schemas.text,
		dimension: z.enum(['economic', 'social', 'infrastructure', 'environmental']),
		role: z.enum(['need', 'potential', 'access', 'context']),
		direction: z.enum(['higher', 'lower', 'neutral']),
		decimals: z.int(),
		value: z.number(),
		year: z.string(),
		status: z.enum(['published', 'derived', 'computed', 'inherited', 'proxy']),
		source: z.string(),
		note: schemas.text.nullable(),
		national: z.object({ value: z.number(), year: z.string() }).nullable()
	})
	.openapi('IndicatorFact');

const chainFact = z
	.object({
		chain: z.string(),
		name: schemas.text,
		branch: z.string(),
		status: z.enum(STATUSES),
		score: z.number().nullable(),
		rank: z.int().nullable(),
		ranked: z.int(),
		reason: z.enum(REASONS).nullable()
	})
	.openapi('ChainFact');

const facts = z
	.object({
		territory: schemas.territory,
		parents: schemas.list(schemas.place),
		children: schemas.list(schemas.place),
		indicators: schemas.list(indicatorFact),
		evidence: schemas.list(schemas.evidence),
		cooperatives: z.object({ counts: schemas.list(schemas.cooperativeCount), named: schemas.list(schemas.cooperative) }),
		projects: schemas.list(schemas.project),
		chains: schemas.list(chainFact),
		release: z.string()
	})
	.openapi('TerritoryFacts');

const listRoute = createRoute({
	method: 'get',
	path: '/territories',
	summary: 'Regions, provinces and communes',
	request: { query: query({ level, parent: parentCode, q: search, ...paging }) },
	responses: schemas.responses(schemas.collection(schemas.territory), 'By code; for a search the best match first.')
});

const oneRoute = createRoute({
	method: 'get',
	path: '/territories/{code}',
	summary: 'What is known about one territory',
	request: { params: z.object({ code: z.string().openapi({ example: 'MA-HAJ' }) }), query: query({ ...lens, ...common }) },
	responses: schemas.responses(
		facts,
		'Names, figures beside the national ones, evidence, cooperatives, projects, and every value chain, best first.'
	)
});

/** Adds the routes of territories. */
export function addTerritories(api: Api, deps: ApiDeps): void {
	api.openapi(listRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		if (asked.parent !== undefined) await territoryFor(opened, asked.parent);
		const found = await opened.bank.territories.list({ level: asked.level, parent: asked.parent, search: asked.q });
		return c.json(pageOf(found, asked, opened), 200);
	});
	api.openapi(oneRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const { code } = await territoryFor(opened, c.req.valid('param').code);
		const found = await territoryFacts(opened, code, lensFor(opened, asked));
		return c.json({ ...found!, release: opened.release.id }, 200);
	});
}
