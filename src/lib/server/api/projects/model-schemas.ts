import { z } from '@hono/zod-openapi';
import { FIGURE_STATUSES, type Figure, type ModelSource } from '#lib/core/project/figure.ts';
import { EVIDENCE_GRADES, type EconomicModel, type Skill } from '#lib/core/project/model.ts';
import type { Trigger } from '#lib/core/project/trigger.ts';
import { list, text } from '../schemas.ts';

export const grade = z.enum(EVIDENCE_GRADES).openapi('EvidenceGrade');

export const figure = z
	.object({
		value: z.number(),
		low: z.number().nullable(),
		high: z.number().nullable(),
		unit: text,
		year: z.number().nullable(),
		status: z.enum(FIGURE_STATUSES).openapi({ description: 'How well it is founded, best first: sourced to assumed.' }),
		sources: list(z.string()),
		note: text.nullable()
	})
	.openapi('Figure') satisfies z.ZodType<Figure>;

const test = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('documented'), chain: z.string(), km: z.number() }),
	z.object({ kind: z.literal('indicator'), indicator: z.string(), operator: z.enum(['at-least', 'at-most']), value: z.number() }),
	z.object({ kind: z.literal('town'), people: z.number(), km: z.number() }),
	z.object({ kind: z.literal('cooperatives'), operator: z.literal('at-least'), value: z.number() }),
	z.object({ kind: z.literal('coast'), km: z.number() }),
	z.object({ kind: z.literal('on-site') })
]);

const trigger = z
	.object({
		id: z.string(),
		kind: z.enum(['resource', 'need', 'market', 'saturation', 'infrastructure', 'people', 'climate']),
		text,
		isRequired: z.boolean().openapi({ description: 'True when the project makes no sense without it.' }),
		test: test.openapi({ description: 'How it is decided from the data; on-site: no data says.' })
	})
	.openapi('Trigger') satisfies z.ZodType<Trigger>;

export const skill = z.object({ id: z.string(), name: text, modules: list(z.string()) }).openapi('Skill') satisfies z.ZodType<Skill>;

export const modelSource = z
	.object({ id: z.string(), publisher: z.string(), title: z.string(), vintage: z.string(), url: z.string().nullable() })
	.openapi('ModelSource') satisfies z.ZodType<ModelSource>;

const capex = z.object({
	item: text,
	quantity: z.number(),
	quantityUnit: text,
	lifeYears: z.number(),
	grantable: z.boolean(),
	cost: figure
});
const revenue = z.object({ item: text, quantity: figure, price: figure });
const variable = z.object({
	item: text,
	quantity: z.number(),
	quantityUnit: text,
	member: z.enum(['purchase', 'labour']).nullable(),
	daysPerUnit: z.number().nullable().optional().openapi({ description: 'Days of work a unit takes, where the model says.' }),
	cost: figure
});
const labour = z.object({ item: text, member: z.boolean(), days: z.number().nullable(), cost: figure });
const fixed = z.object({ item: text, cost: figure });

export const economicModel = z
	.object({
		id: z.string().openapi({ example: 'M13' }),
		slug: z.string(),
		name: text,
		variantOf: z.string().nullable().openapi({ description: 'The model it is a smaller parameter set of.' }),
		branch: z.string(),
		chains: list(z.string()),
		members: z.number(),
		scale: text,
		ramp: list(z.number()).openapi({ description: 'Share of full capacity in years 1 to 10.' }),
		workingCapitalDays: z.number(),
		capex: list(capex),
		revenue: list(revenue),
		variable: list(variable),
		labour: list(labour),
		fixed: list(fixed),
		grant: z.object({ share: z.number(), ceilingMad: z.number().nullable(), basis: text, sources: list(z.string()) }),
		critical: list(z.object({ name: text, status: z.enum(FIGURE_STATUSES) })),
		criticalAnchored: z.number(),
		valueAnchored: z.number(),
		grade,
		isPublicInfrastructure: z.boolean(),
		permits: list(text),
		risks: list(text),
		places: list(z.object({ name: text, territory: z.string().nullable() })),
		triggers: list(trigger),
		skills: list(z.string()),
		remark: text.nullable(),
		sources: list(z.string())
	})
	.openapi('EconomicModel') satisfies z.ZodType<EconomicModel>;

/** What a list of sheets says of each. */
export const projectCard = z
	.object({
		id: z.string().openapi({ example: 'M13' }),
		name: text,
		variantOf: z.string().nullable(),
		branch: z.string(),
		chains: list(z.string()),
		members: z.number(),
		scale: text,
		grade,
		isPublicInfrastructure: z.boolean(),
		capital: z.number().openapi({ description: 'Investment and working capital of a full year, MAD.' }),
		payback: z.number().nullable().openapi({ description: 'Years, without a grant; null when it never comes.' }),
		grossPerMember: z.number().openapi({ description: 'MAD a year, before the member’s own costs.' }),
		permits: z.int().openapi({ description: 'How many permits it needs.' })
	})
	.openapi('ProjectCard');
