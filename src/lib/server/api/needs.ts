import { createRoute, z } from '@hono/zod-openapi';
import { NEED_KINDS, type NeedKind } from '#lib/core/need/kinds.ts';
import { publicNeeds } from '../needs.ts';
import { linesOf, shown } from './counts-by-territory.ts';
import { pageOf, releaseFor, type Api, type ApiDeps } from './deps.ts';
import { countLevel, needKind, paging, query } from './parameters.ts';
import * as schemas from './schemas.ts';

const need = z
	.object({
		territory: z.string().nullable().openapi({ description: 'Null for the nation.', example: 'MA-HAJ' }),
		need: z.enum(NEED_KINDS).nullable().openapi({ description: 'Null for all kinds together.' }),
		...shown
	})
	.openapi('DeclaredNeeds');

const route = createRoute({
	method: 'get',
	path: '/needs',
	summary: 'Needs that cooperatives, associations and residents declared, counted by kind and territory',
	request: { query: query({ level: countLevel, need: needKind, ...paging }) },
	responses: schemas.responses(
		schemas.collection(need),
		'Only needs a delegate has qualified and nobody has met yet; never a name or a text. Small numbers are ranges, and no sum or difference tells them.'
	)
});

/** Adds the route of declared needs. They are not part of a release: it only says which provinces there are. */
export function addNeeds(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const { level = 'province', need: kind, ...asked } = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const lines = linesOf(await publicNeeds(deps.living, opened), level, kind === undefined ? [null, ...NEED_KINDS] : [kind]);
		const items = lines.map(({ kind: of, ...line }) => ({ ...line, need: of as NeedKind | null }));
		return c.json(pageOf(items, asked, opened), 200, { 'cache-control': 'no-store' });
	});
}
