import { z } from '@hono/zod-openapi';
import type { Cooperative, CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import { STOCK_MEASURES } from '#lib/core/cooperative/stock.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { ExistingProject } from '#lib/core/release/records.ts';
import { LEVELS, type Territory } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import { problemSchema } from './problem.ts';

/** A list that the API only reads. */
export const list = <S extends z.ZodType>(item: S) => z.array(item).readonly();

export const text = z
	.object({ ar: z.string(), fr: z.string(), en: z.string() })
	.openapi('Text', { description: 'One text in the three languages.' }) satisfies z.ZodType<Text>;

/** Where a row comes from. */
export const citation = z.object({ title: z.string(), url: z.string().nullable() }).openapi('Citation');

export const levelName = z.enum(LEVELS).openapi('Level');

const position = z.tuple([z.number(), z.number()]).readonly().nullable().openapi({ description: '[longitude, latitude] in degrees.' });

export const place = z.object({ code: z.string(), name: text }).openapi('Place');

export const territory = z
	.object({
		code: z.string().openapi({ example: 'MA-HAJ' }),
		level: levelName,
		kind: z.enum(['region', 'province', 'prefecture', 'urban-commune', 'rural-commune']),
		parent: z.string().nullable(),
		name: text,
		aliases: list(z.string()),
		label: position,
		populationLegal: z.number(),
		populationMunicipal: z.number().nullable(),
		households: z.number(),
		areaKm2: z.number().nullable(),
		coastal: z.boolean()
	})
	.openapi('Territory') satisfies z.ZodType<Territory>;

export const evidence = z
	.object({
		id: z.string(),
		territory: z.string(),
		product: text,
		kind: z.enum(['IGP', 'AOP', 'port', 'area', 'production', 'heritage', 'arrivals']),
		scope: z.enum(['province', 'multi', 'region']),
		basis: z.enum(['stated', 'toponym', 'derived', 'recalled']),
		chain: z.string().nullable().openapi({ description: 'Null for context rows: shown, never scored.' }),
		value: z.number().nullable(),
		unit: text.nullable(),
		year: z.string().nullable(),
		source: citation
	})
	.openapi('Evidence') satisfies z.ZodType<Evidence>;

export const cooperative = z
	.object({
		id: z.string(),
		name: text,
		branch: z.string().nullable(),
		activity: text.nullable(),
		commune: z.string().nullable(),
		province: z.string().nullable(),
		region: z.string(),
		position,
		year: z.string().nullable(),
		members: z.number().nullable(),
		womenOnly: z.boolean().nullable(),
		source: citation
	})
	.openapi('Cooperative') satisfies z.ZodType<Cooperative>;

export const cooperativeCount = z
	.object({
		territory: z.string(),
		branch: z.string(),
		asOf: z.string().nullable(),
		count: z.number().nullable(),
		members: z.number().nullable(),
		womenMembers: z.number().nullable(),
		measure: z.string(),
		source: citation,
		note: text.nullable()
	})
	.openapi('CooperativeCount') satisfies z.ZodType<CooperativeCount>;

export const cooperativeStock = cooperativeCount
	.extend({
		asOf: z
			.string()
			.nullable()
			.openapi({ description: 'As published: 2024-07, 2013 H1; null when the source gives no date.', example: '2024-07' }),
		count: z.number(),
		measure: z.enum(STOCK_MEASURES).openapi({ description: 'Printed by the source, or computed from a share it prints.' })
	})
	.openapi('CooperativeStock');

export const project = z
	.object({
		id: z.string(),
		kind: z.string().openapi({ description: 'project, or programme total: the sum of many projects.' }),
		name: text,
		programme: z.string().nullable(),
		territory: z.string(),
		commune: z.string().nullable(),
		amountMad: z.number().nullable(),
		indhAmountMad: z.number().nullable().openapi({ description: 'The part of amountMad that INDH pays.' }),
		areaM2: z.number().nullable(),
		projectsCount: z.number().nullable(),
		beneficiaries: text.nullable(),
		period: z.string(),
		partners: text.nullable(),
		source: z.string()
	})
	.openapi('ExistingProject') satisfies z.ZodType<ExistingProject>;

/** What a collection answers. */
export const collection = <S extends z.ZodType>(item: S) =>
	z.object({
		items: list(item),
		total: z.int().openapi({ description: 'How many there are before limit and offset.' }),
		release: z.string().openapi({ description: 'Id of the release that answered.', example: '2026.11-1a2b3c4d' })
	});

/** The responses of a route: its answer, and a problem for everything else. */
export const responses = <S extends z.ZodType>(schema: S, description: string) => ({
	200: { description, content: { 'application/json': { schema } } },
	default: {
		description: 'What is wrong with the request, in one sentence.',
		content: { 'application/problem+json': { schema: problemSchema } }
	}
});
