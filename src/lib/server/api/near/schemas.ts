import { z } from '@hono/zod-openapi';
import { PROJECT_GATES, type NearAnswer, type Reason, type SectorAnswer } from '#lib/core/recommendation/answer.ts';
import { HOLDERS, type Profile } from '#lib/core/recommendation/profile.ts';
import { REASON_KINDS } from '#lib/core/recommendation/reason-kinds.ts';
import { GATES } from '#lib/core/scoring/table.ts';
import { grade } from '../projects/model-schemas.ts';
import { list } from '../schemas.ts';

const share = z.number().min(0).max(1).nullable().default(null);

/** The six answers of a holder; what is left out is not said. Nothing of it is kept. */
export const profile = z
	.strictObject({
		holder: z.enum(HOLDERS).nullable().default(null),
		members: z.int().min(1).max(100_000).nullable().default(null),
		womenShare: share,
		youthShare: share,
		ownMoneyMad: z.number().min(0).max(1e9).nullable().default(null),
		skills: list(z.string().max(64)).default([]),
		branches: list(z.string().max(64)).default([])
	})
	.openapi('Profile') satisfies z.ZodType<Profile>;

const reason = z
	.object({
		kind: z.enum(REASON_KINDS),
		numbers: z.record(z.string(), z.number()).readonly(),
		ids: z.record(z.string(), z.string()).readonly(),
		sources: list(z.object({ id: z.string(), year: z.string().nullable() }))
	})
	.openapi('Reason') satisfies z.ZodType<Reason>;

const confidence = z.enum(['A', 'B', 'C']);
const known = z.number().nullable();
const at = z.object({ code: z.string(), km: z.number() });

const sector = z
	.object({
		chain: z.string(),
		status: z.enum(['scored', 'not-documented', 'ineligible', 'insufficient']),
		gate: z.enum(GATES).nullable(),
		score: known.openapi({ description: '0–100.' }),
		scoreHalf: known.openapi({ description: 'With half the radius.' }),
		scoreDouble: known.openapi({ description: 'With twice the radius.' }),
		top: z.number(),
		pillars: z.object({ need: known, potential: known, room: known, access: known }),
		isRoomProxy: z.boolean(),
		resourceKm: known,
		resourceTerritory: z.string().nullable(),
		confidence,
		models: list(z.string()),
		reasons: list(reason),
		limits: list(reason),
		change: reason.nullable()
	})
	.openapi('SectorNear') satisfies z.ZodType<SectorAnswer>;

const project = z
	.object({
		model: z.string(),
		chain: z.string(),
		fit: z.number().openapi({ description: '0–100: place, means, finance and quality of evidence; never a rate of return.' }),
		parts: z.object({ place: z.number(), means: known, finance: known, evidence: z.number() }),
		grade,
		reasons: list(reason),
		limits: list(reason),
		confidence,
		change: reason.nullable()
	})
	.openapi('ProjectNear');

export const nearAnswer = z
	.object({
		surroundings: z.object({
			position: z.tuple([z.number(), z.number()]).readonly(),
			radiusKm: z.number(),
			communes: list(at),
			people: z.number(),
			weightedPeople: z.number(),
			inheritedShare: z.number(),
			cooperatives: list(z.object({ id: z.string(), km: z.number() })),
			hasRegister: z.boolean().openapi({ description: 'False: the cooperatives are examples from public sources, not a census.' }),
			counted: z.number().nullable().openapi({ description: 'Cooperatives that a register counts in these communes; null without one.' }),
			towns: list(at.extend({ minutes: z.number().openapi({ description: 'Estimated: straight line × 1.3 at 50 km/h.' }) }))
		}),
		empty: z.literal('no-commune-in-radius').nullable(),
		sectors: list(sector),
		projects: list(project),
		excluded: list(z.object({ model: z.string(), gate: z.enum(PROJECT_GATES), isOnlyGate: z.boolean(), why: reason })),
		needsFounders: z.boolean()
	})
	.openapi('NearAnswer') satisfies z.ZodType<NearAnswer>;
