import { createRoute, z } from '@hono/zod-openapi';
import { pageOf, type Api, type ApiDeps } from './deps.ts';
import { paging, query } from './parameters.ts';
import * as schemas from './schemas.ts';

const register = z
	.object({
		asOf: z.string(),
		rows: z.number(),
		counted: z.object({ region: z.number(), province: z.number(), commune: z.number() }),
		chains: schemas.list(z.string()),
		source: z.string(),
		credit: schemas.text
	})
	.openapi('RegisterNote', { description: 'The register of cooperatives that room is told from.' });

const accepted = z.object({ evidence: z.number(), corrections: z.number(), source: z.string() }).openapi('AcceptedNote', {
	description: 'Documented potentials and fields of named cooperatives that people sent and the office accepted.'
});

const release = z
	.object({
		id: z.string(),
		date: z.string(),
		data: z.string(),
		method: z.string(),
		register: register.optional(),
		accepted: accepted.optional(),
		base: z.string().optional().openapi({ description: 'The release it was made from, by adding a register or accepted facts.' }),
		current: z.boolean()
	})
	.openapi('Release');

const health = z.object({ status: z.literal('ok'), release: z.string() }).openapi('Health');

const { limit, offset } = paging;

const listRoute = createRoute({
	method: 'get',
	path: '/releases',
	summary: 'The releases of data and method this server holds',
	request: { query: query({ limit, offset }) },
	responses: schemas.responses(schemas.collection(release), 'Newest first; `release` is the current one.')
});

const healthRoute = createRoute({
	method: 'get',
	path: '/health',
	summary: 'Whether the server can answer',
	responses: schemas.responses(health, 'The bank was just read.')
});

/** Adds the routes of releases and health. */
export function addReleases(api: Api, { releases }: ApiDeps): void {
	api.openapi(listRoute, async (c) => {
		const items = (await releases.list()).map((one) => ({ ...one, current: one.id === releases.current.release.id }));
		return c.json(pageOf(items, c.req.valid('query'), releases.current), 200);
	});
	api.openapi(healthRoute, async (c) => {
		await releases.current.bank.sectors.branches();
		return c.json({ status: 'ok' as const, release: releases.current.release.id }, 200, { 'cache-control': 'no-store' });
	});
}
