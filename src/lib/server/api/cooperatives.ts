import { createRoute } from '@hono/zod-openapi';
import { ALL_BRANCHES } from '#lib/core/cooperative/stock.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { OpenedRelease } from '../release.ts';
import { pageOf, releaseFor, territoryFor, type Api, type ApiDeps } from './deps.ts';
import { bbox, branchCode, countedLevel, paging, parseBbox, query, territoryCode } from './parameters.ts';
import { Problem, quoted } from './problem.ts';
import * as schemas from './schemas.ts';

const listRoute = createRoute({
	method: 'get',
	path: '/cooperatives',
	summary: 'Cooperatives named in public sources: examples, not a census',
	request: { query: query({ bbox, territory: territoryCode, branch: branchCode, ...paging }) },
	responses: schemas.responses(schemas.collection(schemas.cooperative), 'With a bbox only those that are located, at locality level.')
});

const countsRoute = createRoute({
	method: 'get',
	path: '/cooperatives/counts',
	summary: 'Published counts of cooperatives, each with its own date: not to be ranked',
	request: { query: query({ level: countedLevel, territory: territoryCode, branch: branchCode, ...paging }) },
	responses: schemas.responses(
		schemas.collection(schemas.cooperativeStock),
		'The newest published stock of each territory that has one, by code. Who is not listed has no published count, which is not zero.'
	)
});

/** Adds the routes of cooperatives. */
export function addCooperatives(api: Api, deps: ApiDeps): void {
	api.openapi(listRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const box = asked.bbox === undefined ? undefined : parseBbox(asked.bbox);
		await checkBranch(opened, asked.branch);
		const within = await placeFor(opened, asked.territory);
		const found = await opened.bank.cooperatives.list({ bbox: box, branch: asked.branch, within });
		return c.json(pageOf(found, asked, opened), 200);
	});
	api.openapi(countsRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		if (asked.branch !== ALL_BRANCHES) await checkBranch(opened, asked.branch);
		const place = await placeFor(opened, asked.territory);
		const found = await opened.bank.cooperatives.stocks({ level: asked.level, territory: place?.code, branch: asked.branch });
		return c.json(pageOf(found, asked, opened), 200);
	});
}

async function checkBranch({ bank }: OpenedRelease, branch: string | undefined): Promise<void> {
	if (branch === undefined || (await bank.sectors.branches()).some(({ code }) => code === branch)) return;
	throw new Problem('unknown-sector', `There is no branch ${quoted(branch)}; /api/v1/sectors lists them.`);
}

/** The region or province of a code; sources name no commune by code. Throws a problem that says so. */
export async function placeFor(opened: OpenedRelease, code: string | undefined): Promise<Territory | undefined> {
	if (code === undefined) return undefined;
	const place = await territoryFor(opened, code);
	if (place.level !== 'commune') return place;
	throw new Problem('bad-parameter', `territory must be a region or a province, got the commune ${quoted(code)}.`);
}
