import { createRoute, z } from '@hono/zod-openapi';
import type { Zone } from '#lib/core/zones/zones.ts';
import { outlineOf, zonesFor } from '../robustness.ts';
import { chainsFor, lensFor, pageOf, releaseFor, type Api, type ApiDeps } from './deps.ts';
import { geometry, lens, paging, query, sector, zoneLevel } from './parameters.ts';
import * as schemas from './schemas.ts';

const zone = z
	.object({
		id: z.string().openapi({ example: 'zone-saffron-MA-AZI' }),
		chain: z.string(),
		members: schemas.list(z.string()).openapi({ description: 'Codes of its territories, best score first.' }),
		around: z
			.object({ names: schemas.list(schemas.text), hasMore: z.boolean() })
			.openapi({ description: 'What it is called after: its one or two best members, and whether there are more.' }),
		people: z.number(),
		areaKm2: z.number().nullable(),
		isAreaApproximate: z.boolean().openapi({ description: 'True for communes: their areas are those of approximate cells.' }),
		score: z.object({ mean: z.number(), low: z.number(), high: z.number() }),
		promising: z.int(),
		priority: z.int(),
		leading: z.string().nullable(),
		outline: z
			.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) })
			.nullable()
			.openapi({ description: 'GeoJSON in WGS 84; null unless geometry=true.' })
	})
	.openapi('Zone');

const route = createRoute({
	method: 'get',
	path: '/zones',
	summary: 'Promising zones: neighbouring territories that promise for the same value chain',
	request: { query: query({ sector, level: zoneLevel, geometry, ...lens, ...paging }) },
	responses: schemas.responses(
		schemas.collection(zone),
		'For a branch those of each of its chains; inside a chain the one with most people first.'
	)
});

/** Adds the route of promising zones. */
export function addZones(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const chains = await chainsFor(opened, asked.sector);
		const level = asked.level ?? 'province';
		const view = lensFor(opened, asked);
		const zones: Zone[] = [];
		for (const { id } of chains) zones.push(...(await zonesFor(opened, { ...view, level, chain: id })));
		const { items, ...page } = pageOf(zones, asked, opened);
		const told = items.map(async (one) => ({
			...one,
			isAreaApproximate: level === 'commune',
			outline: asked.geometry === 'true' ? await outlineOf(opened, level, one) : null
		}));
		return c.json({ ...page, items: await Promise.all(told) }, 200);
	});
}
