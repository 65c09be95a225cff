import { createRoute, z } from '@hono/zod-openapi';
import {
	OFFICE_LEVELS,
	OFFICE_PRESENCES,
	OFFICE_TIES,
	OUTLET_KINDS,
	type NamedOffice,
	type Outlet,
	type Partner,
	type PartnerDirectory,
	type PublicMeeting
} from '#lib/core/support/partner.ts';
import { codesAround, outletsHere, partnersHere } from '#lib/core/support/partners-here.ts';
import type { OpenedRelease } from '../release.ts';
import { placeFor } from './cooperatives.ts';
import { pageOf, releaseFor, type Api, type ApiDeps } from './deps.ts';
import { paging, query, territoryCode } from './parameters.ts';
import { Problem, quoted } from './problem.ts';
import * as schemas from './schemas.ts';
import { citation, list, text } from './schemas.ts';

const named = z
	.object({
		id: z.string().openapi({ example: 'PN04' }),
		partner: z.string(),
		name: text,
		tie: z.enum(OFFICE_TIES),
		territories: list(z.string()),
		asOf: z.string().nullable(),
		note: text.nullable(),
		source: citation
	})
	.openapi('NamedOffice') satisfies z.ZodType<NamedOffice>;

const partner = z
	.object({
		id: z.string().openapi({ example: 'odco-delegation' }),
		level: z.enum(OFFICE_LEVELS),
		presence: z.enum(OFFICE_PRESENCES),
		name: text,
		does: text,
		funding: list(z.string()),
		training: list(z.string()),
		steps: list(z.string()),
		vintage: z.string(),
		confidence: z.enum(['high', 'medium', 'low']),
		source: citation
	})
	.openapi('Partner') satisfies z.ZodType<Partner>;

const meeting = z
	.object({
		id: z.string(),
		region: z.string(),
		place: text,
		date: z.string().nullable(),
		partners: text.nullable(),
		source: citation
	})
	.openapi('PublicMeeting') satisfies z.ZodType<PublicMeeting>;

const outlet = z
	.object({
		id: z.string(),
		kind: z.enum(OUTLET_KINDS),
		name: text,
		what: text,
		territories: list(z.string()),
		asOf: z.string().nullable(),
		programme: z.string().nullable(),
		source: citation
	})
	.openapi('Outlet') satisfies z.ZodType<Outlet>;

const request = { query: query({ territory: territoryCode, ...paging }) };

const partnersRoute = createRoute({
	method: 'get',
	path: '/partners',
	summary: 'Types of office that help cooperatives, with those that sources name',
	request,
	responses: schemas.responses(
		schemas.collection(partner.extend({ named: list(named) }).openapi('PartnerWithNamed')),
		'Every type; of a territory the named ones of it and its region, of a region those of its provinces too. No address, telephone number or person.'
	)
});

const meetingsRoute = createRoute({
	method: 'get',
	path: '/partners/meetings',
	summary: 'Public meetings on the bank of cooperative projects, spring 2025',
	request,
	responses: schemas.responses(schemas.collection(meeting), 'Those of the region of a territory. A day that no source gives is null.')
});

const outletsRoute = createRoute({
	method: 'get',
	path: '/partners/outlets',
	summary: 'Places and ways to sell that sources name, beside weekly markets',
	request,
	responses: schemas.responses(
		schemas.collection(outlet),
		'Those of a territory, then those of the whole country. Weekly markets are the indicators weekly_souks and weekly_souks_per_10000.'
	)
});

/** Adds the routes of partners and outlets. */
export function addPartners(api: Api, deps: ApiDeps): void {
	api.openapi(partnersRoute, async (c) => {
		const asked = c.req.valid('query');
		const { opened, directory, codes } = await around(deps, asked);
		const here = partnersHere(directory, codes ?? new Set(directory.named.flatMap(({ territories }) => territories)));
		const all = new Map([...here.province, ...here.region, ...here.national].map((one) => [one.partner.id, one.named]));
		const items = directory.partners.map((one) => ({ ...one, named: all.get(one.id) ?? [] }));
		return c.json(pageOf(items, asked, opened), 200);
	});
	api.openapi(meetingsRoute, async (c) => {
		const asked = c.req.valid('query');
		const { opened, directory, codes } = await around(deps, asked);
		return c.json(
			pageOf(
				directory.meetings.filter(({ region }) => codes?.has(region) ?? true),
				asked,
				opened
			),
			200
		);
	});
	api.openapi(outletsRoute, async (c) => {
		const asked = c.req.valid('query');
		const { opened, directory, codes } = await around(deps, asked);
		return c.json(pageOf(codes === null ? directory.outlets : outletsHere(directory.outlets, codes), asked, opened), 200);
	});
}

interface Around {
	readonly opened: OpenedRelease;
	readonly directory: PartnerDirectory;
	/** Codes around the territory asked for; null for the whole country. */
	readonly codes: ReadonlySet<string> | null;
}

/** The directory of the release asked for and the codes around the territory asked for. Throws a problem that names what is not there. */
async function around(deps: ApiDeps, asked: { release?: string | undefined; territory?: string | undefined }): Promise<Around> {
	const opened = await releaseFor(deps, asked.release);
	const directory = await opened.partners();
	if (directory === null) {
		throw new Problem(
			'bad-parameter',
			`release must be one with a directory of partners; ${quoted(opened.release.id)} was made before there was one.`
		);
	}
	const place = await placeFor(opened, asked.territory);
	const codes = place === undefined ? null : codesAround(place, await opened.bank.territories.list({ level: 'province' }));
	return { opened, directory, codes };
}
