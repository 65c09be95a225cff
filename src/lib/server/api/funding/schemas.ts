import { z } from '@hono/zod-openapi';
import { INSTRUMENT_KINDS, SOFT_CONDITIONS, STAGES, type Instrument } from '#lib/core/support/instrument.ts';
import { REFUSALS, type FundingAnswer, type FundingQuestion } from '#lib/core/support/match.ts';
import { list, text } from '../schemas.ts';

export const instrument = z
	.object({
		id: z.string().openapi({ example: 'F01' }),
		name: text,
		operatorText: text,
		kind: z.enum(INSTRUMENT_KINDS),
		purpose: text,
		who: text,
		conditions: text.nullable(),
		contact: text.nullable(),
		territoryText: text,
		statusText: text,
		forCooperatives: z.enum(['yes', 'no', 'unconfirmed', 'indirect']),
		opening: z.enum(['open', 'unconfirmed', 'closed']),
		stages: list(z.enum(STAGES)),
		maxAgeYears: z.number().nullable(),
		minWomenShare: z.number().nullable(),
		minYouthShare: z.number().nullable(),
		minWomenOrYouthShare: z.number().nullable(),
		branches: list(z.string()).nullable(),
		chains: list(z.string()).nullable(),
		territories: list(z.string()).nullable(),
		setting: z.enum(['rural', 'urban']).nullable(),
		minInvestmentMad: z.number().nullable(),
		maxInvestmentMad: z.number().nullable(),
		maxTurnoverMad: z.number().nullable(),
		ceilingMad: z.number().nullable(),
		ceilingPer: z.enum(['project', 'hectare', 'head']).nullable(),
		rate: z.number().nullable(),
		rateHigh: z.number().nullable(),
		interest: z.number().nullable(),
		ownShare: z.number().nullable(),
		isExPost: z.boolean(),
		group: z.string().nullable(),
		order: z.number(),
		reading: z.object({
			meantFor: z.enum(['women', 'youth']).nullable(),
			soft: list(z.enum(SOFT_CONDITIONS)),
			ageFreeBranches: list(z.string()),
			wholeChains: list(z.string()).nullable(),
			ownShareKind: z.enum(['own-funds', 'contribution', 'rest']).nullable()
		}),
		vintage: z.string(),
		confidence: z.enum(['high', 'medium', 'low']),
		url: z.string().nullable()
	})
	.openapi('Instrument') satisfies z.ZodType<Instrument>;

const share = z.number().min(0).max(1).nullable().default(null);
const money = z.number().min(0).max(1e9).nullable().default(null);

/** The question as it is asked: what is left out is not said. */
export const fundingQuestion = z
	.strictObject({
		legalForm: z.enum(['cooperative', 'not-yet']).default('not-yet'),
		stage: z.enum(STAGES).default('creation'),
		ageYears: z.number().min(0).max(100).nullable().default(null),
		members: z.int().min(1).max(100_000).nullable().default(null),
		womenShare: share,
		youthShare: share,
		branch: z.string().max(64).nullable().default(null),
		chain: z.string().max(64).nullable().default(null),
		territories: list(z.string().max(32)).default([]),
		setting: z.enum(['rural', 'urban']).nullable().default(null),
		investmentMad: money,
		workingCapitalMad: money,
		turnoverMad: money,
		ownMoneyMad: money
	})
	.openapi('FundingQuestion') satisfies z.ZodType<FundingQuestion>;

const verdict = z.object({
	instrument,
	verdict: z.enum(['eligible', 'check', 'refused']),
	refusals: list(z.object({ reason: z.enum(REFUSALS), wanted: z.number().nullable(), given: z.number().nullable() })),
	unknowns: list(z.enum([...REFUSALS, 'status', 'cooperative-eligibility', 'amount'])),
	amountMad: z.number().nullable(),
	ownMad: z.number().nullable()
});

const layer = z.object({
	kind: z.enum(['own', 'grant', 'loan', 'gap']),
	instrument: z.string().nullable(),
	amountMad: z.number(),
	isExPost: z.boolean()
});

export const fundingAnswer = z
	.object({
		matches: list(verdict),
		plan: z
			.object({
				needMad: z.number(),
				layers: list(layer).openapi({ description: 'They add up to the need.' }),
				bridgeMad: z.number().openapi({ description: 'To be lent until grants that pay afterwards are paid.' }),
				gapMad: z.number()
			})
			.nullable()
	})
	.openapi('FundingAnswer') satisfies z.ZodType<FundingAnswer>;
