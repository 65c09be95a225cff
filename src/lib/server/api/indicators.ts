import { createRoute, z } from '@hono/zod-openapi';
import { LEVELS } from '#lib/core/territory/territory.ts';
import { pageOf, releaseFor, type Api, type ApiDeps } from './deps.ts';
import { level, paging, query, year } from './parameters.ts';
import { Problem, quoted } from './problem.ts';
import * as schemas from './schemas.ts';

const source = z
	.object({
		id: z.string(),
		publisher: z.string(),
		title: z.string(),
		url: z.string().nullable(),
		licence: z.string(),
		credit: schemas.text
	})
	.openapi('Source');

const indicator = z
	.object({
		id: z.string().openapi({ example: 'unemployment_rate' }),
		name: schemas.text,
		unit: schemas.text,
		dimension: z.enum(['economic', 'social', 'infrastructure', 'environmental']),
		role: z.enum(['need', 'potential', 'access', 'context']),
		direction: z.enum(['higher', 'lower', 'neutral']),
		decimals: z.int(),
		year: z.string(),
		isCount: z.boolean(),
		coverage: z
			.object({ region: z.int(), province: z.int(), commune: z.int() })
			.openapi({ description: 'Territories with a value of the newest year.' }),
		years: z
			.object({ region: z.array(z.string()), province: z.array(z.string()), commune: z.array(z.string()) })
			.openapi({ description: 'Years there are figures of, newest first, per level.' }),
		source: source.nullable(),
		licence: z.string().nullable()
	})
	.openapi('Indicator');

const value = z
	.object({
		territory: z.string(),
		value: z.number().nullable().openapi({ description: 'Null is unknown, never zero.' }),
		year: z.string().nullable(),
		unit: schemas.text,
		source: z.string().nullable().openapi({ description: 'Id of a source; /api/v1/sources names it.' }),
		status: z.enum(['published', 'derived', 'computed', 'inherited', 'proxy', 'missing']),
		note: schemas.text.nullable()
	})
	.openapi('IndicatorValue');

const listRoute = createRoute({
	method: 'get',
	path: '/indicators',
	summary: 'What is measured, with unit, year, source, licence and coverage',
	request: { query: query(paging) },
	responses: schemas.responses(schemas.collection(indicator), 'In the order of the catalogue.')
});

const valuesRoute = createRoute({
	method: 'get',
	path: '/indicators/{id}/values',
	summary: 'The figures of one indicator at one level',
	request: {
		params: z.object({ id: z.string().openapi({ example: 'unemployment_rate' }) }),
		query: query({ level: level.openapi({ description: `One of ${LEVELS.join(', ')}; province without it.` }), year, ...paging })
	},
	responses: schemas.responses(schemas.collection(value), 'Every territory of the level by code, those without a figure as `missing`.')
});

const sourcesRoute = createRoute({
	method: 'get',
	path: '/sources',
	summary: 'Publishers, titles, licences and credit lines',
	request: { query: query(paging) },
	responses: schemas.responses(schemas.collection(source), 'In the order of the fact tables.')
});

/** Adds the routes of indicators and their sources. */
export function addIndicators(api: Api, deps: ApiDeps): void {
	api.openapi(listRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const sources = new Map((await opened.bank.sources.all()).map((one) => [one.id, one]));
		const years = await opened.bank.indicators.years();
		const items = (await opened.bank.indicators.all()).map((one) => {
			const from = sources.get(one.source) ?? null;
			const { region = [], province = [], commune = [] } = years.get(one.id) ?? {};
			return {
				...one,
				years: { region: [...region], province: [...province], commune: [...commune] },
				source: from,
				licence: from?.licence ?? null
			};
		});
		return c.json(pageOf(items, asked, opened), 200);
	});
	api.openapi(valuesRoute, async (c) => {
		const { level: wanted = 'province', ...asked } = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const { id } = c.req.valid('param');
		const { bank } = opened;
		const found = await bank.indicators.find(id);
		if (!found) throw new Problem('unknown-indicator', `There is no indicator ${quoted(id)}; /api/v1/indicators lists them.`);
		const known = new Map((await bank.indicators.values(id, wanted, asked.year)).map((one) => [one.territory, one]));
		const items = (await bank.territories.list({ level: wanted })).map(({ code }) => {
			const one = known.get(code);
			const { value = null, year: of = null, source: from = null, status = 'missing' as const, note = null } = one ?? {};
			return { territory: code, value, year: of, unit: found.unit, source: from, status, note };
		});
		return c.json(pageOf(items, asked, opened), 200);
	});
	api.openapi(sourcesRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		return c.json(pageOf(await opened.bank.sources.all(), asked, opened), 200);
	});
}
