import { z } from '@hono/zod-openapi';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { IndicatorLine } from '#lib/core/diagnostic/line.ts';
import type { Datum } from '#lib/core/diagnostic/datum.ts';
import type { Finding } from '#lib/core/diagnostic/findings.ts';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import { TYPES } from '#lib/core/scoring/typology.ts';
import { ROBUSTNESS } from '#lib/core/uncertainty/robustness.ts';
import { evidence, list, place, territory, text, cooperativeCount, project } from '../schemas.ts';

export const datum = z
	.object({
		value: z.number(),
		unit: text.nullable().openapi({ description: 'Null for a plain count, a rank or a score.' }),
		decimals: z.int().openapi({ description: 'Decimals a reader needs; the value is not rounded.' }),
		year: z.string().nullable(),
		status: z.enum(['published', 'derived', 'computed', 'inherited', 'proxy']),
		source: z.string(),
		cell: z.string().openapi({
			description: 'Address of the cell of the tables it comes from, or a rule over such addresses.',
			example: 'indicators/unemployment_rate/MA-HAJ/2024'
		})
	})
	.openapi('Datum') satisfies z.ZodType<Datum>;

const direction = z.enum(['higher', 'lower', 'neutral']);

const line = z
	.object({
		indicator: z.string(),
		name: text,
		unit: text,
		dimension: z.enum(['economic', 'social', 'infrastructure', 'environmental']),
		role: z.enum(['need', 'potential', 'access', 'context']),
		direction,
		decimals: z.int(),
		isCount: z.boolean(),
		here: datum,
		beside: datum.nullable().openapi({ description: 'The figure of the comparator.' }),
		reading: z.enum(['better', 'worse', 'alike']).nullable(),
		standing: z
			.object({
				rank: datum.nullable().openapi({ description: '1 is the most favourable; for a need it is the greatest need.' }),
				of: datum,
				lowest: datum,
				median: datum,
				highest: datum,
				isFirstQuarter: z.boolean(),
				isLastQuarter: z.boolean()
			})
			.nullable(),
		isStale: z.boolean()
	})
	.openapi('DiagnosticLine') satisfies z.ZodType<IndicatorLine>;

const typology = z.enum(TYPES).nullable();

const sector = z
	.object({
		chain: z.string(),
		name: text,
		branch: z.string(),
		status: z.enum(STATUSES),
		score: datum.nullable(),
		rank: datum.nullable(),
		ranked: datum,
		low: datum.nullable(),
		high: datum.nullable(),
		top: datum.nullable(),
		tied: datum.nullable(),
		robustness: z.enum(ROBUSTNESS).nullable(),
		type: typology,
		isPromising: z.boolean(),
		confidence: z.enum(['A', 'B', 'C']).nullable(),
		models: list(z.string())
	})
	.openapi('DiagnosticSector');

const standsAt = place.extend({ datum });

const finding = z
	.discriminatedUnion('rule', [
		z.object({ rule: z.enum(['indicator-first', 'indicator-last', 'indicator-best', 'indicator-weakest']), line }),
		z.object({ rule: z.literal('labels'), count: z.int(), products: list(text) }),
		z.object({ rule: z.enum(['documented']), count: z.int(), chains: list(z.string()) }),
		z.object({ rule: z.literal('model-missing'), chains: list(z.string()) }),
		z.object({
			rule: z.enum(['sector-promising', 'sector-likely', 'sector-first']),
			...{ chain: z.string(), name: text, type: typology, top: datum, score: datum }
		}),
		z.object({ rule: z.literal('zone'), chain: z.string(), zone: z.string(), people: datum, members: datum }),
		z.object({ rule: z.literal('sector-fragile'), chain: z.string(), name: text, low: datum, high: datum }),
		z.object({ rule: z.literal('many-documented'), chain: z.string(), name: text, count: datum, of: datum }),
		z.object({ rule: z.literal('population-falls'), change: datum }),
		z.object({ rule: z.literal('gap-inside'), indicator: z.string(), name: text, least: standsAt, most: standsAt }),
		z.object({ rule: z.enum(['risk-unknown', 'room-unknown', 'nothing-stands-out']) })
	])
	.openapi('Finding') satisfies z.ZodType<Finding>;

const count = cooperativeCount
	.extend({ count: datum, members: datum.nullable(), womenMembers: datum.nullable(), isOld: z.boolean() })
	.openapi('DiagnosticCount');

const trait = z.object({ indicator: z.string(), name: text, here: datum, there: datum });

const model = z.object({ id: z.string(), name: text, grade: z.string(), investment: datum, members: datum.nullable() });

const existing = project
	.extend({ amountMad: datum.nullable(), indhAmountMad: datum.nullable(), projectsCount: datum.nullable(), areaM2: datum.nullable() })
	.openapi('DiagnosticProject');

/** The parts of a diagnostic that are lists of things with data. */
const fabric = z.object({
	stock: count.nullable().openapi({ description: 'The newest published total; null: not published, which is not zero.' }),
	counts: list(count),
	lines: list(line),
	series: list(
		z.object({
			at: z.number(),
			asOf: z.string(),
			count: datum,
			members: datum.nullable(),
			womenMembers: datum.nullable(),
			note: text.nullable()
		})
	),
	named: datum,
	examples: list(z.object({ id: z.string(), name: text, activity: text.nullable(), source: z.string() }))
});

const zone = z.object({
	id: z.string(),
	chain: z.string(),
	around: z.object({ names: list(text), hasMore: z.boolean() }),
	inside: list(place),
	members: datum,
	people: datum,
	areaKm2: datum.nullable(),
	mean: datum,
	low: datum,
	high: datum
});

const alike = place.extend({
	parent: place.nullable(),
	distance: datum,
	shared: list(trait),
	different: list(trait),
	ideas: list(z.string()).openapi({ description: 'Chains that promise there and are not documented here: to look into, not advice.' })
});

const multiple = z.object({
	indicator: z.string(),
	name: text,
	unit: text,
	direction,
	decimals: z.int(),
	places: list(place.extend({ datum: datum.nullable() })),
	whole: datum.nullable()
});

const quality = z.object({
	shown: z.int(),
	published: z.int(),
	derived: z.int(),
	computed: z.int(),
	proxies: z.int(),
	stale: z.int(),
	missing: list(z.object({ indicator: z.string(), name: text })),
	newest: z.string().nullable(),
	oldest: z.string().nullable(),
	chains: z.int(),
	statuses: z.record(z.enum(STATUSES), z.int()),
	hasRegister: z.boolean(),
	hasStock: z.boolean(),
	hasRisk: z.boolean()
});

export const diagnostic = z
	.object({
		release: z.object({ id: z.string(), date: z.string(), data: z.string(), method: z.string() }),
		territory,
		parents: list(place),
		children: list(place),
		comparator: z.object({
			kind: z.enum(['nation', 'region', 'alike', 'territory']),
			code: z.string().nullable(),
			name: text.nullable(),
			members: list(place)
		}),
		profile: z.object({
			population: datum,
			populationBefore: datum.nullable(),
			change: datum.nullable(),
			households: datum,
			areaKm2: datum.nullable(),
			density: datum.nullable(),
			children: datum,
			lines: list(line),
			coastal: z.boolean()
		}),
		needs: list(line),
		potentials: z.object({
			evidence: list(evidence.omit({ chain: true, unit: true }).extend({ chains: list(z.string()), value: datum.nullable() })),
			labels: list(z.object({ product: text, kind: z.enum(['IGP', 'AOP']), territory: z.string() })),
			documents: datum,
			lines: list(line)
		}),
		fabric,
		sectors: list(sector),
		findings: z.object({ strengths: list(finding), weaknesses: list(finding), opportunities: list(finding), threats: list(finding) }),
		zones: list(zone),
		alike: list(alike),
		projects: z.object({
			sectors: list(z.object({ chain: z.string(), name: text, models: list(model) })),
			existing: list(existing),
			programmes: list(line)
		}),
		multiples: list(multiple),
		quality
	})
	.openapi('Diagnostic') satisfies z.ZodType<Diagnostic>;
