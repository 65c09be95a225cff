import { z } from '@hono/zod-openapi';
import { ALERTS, type Evaluation, type LoanCase, type Returns, type YearRow } from '#lib/core/finance/evaluation.ts';
import { list } from '../schemas.ts';

const year = z
	.object({
		year: z.int(),
		capacity: z.number(),
		revenue: z.number(),
		variable: z.number(),
		labour: z.number(),
		fixed: z.number(),
		ebitda: z.number(),
		depreciation: z.number(),
		interest: z.number(),
		tax: z.number(),
		surplus: z.number(),
		replacement: z.number(),
		workingCapital: z.number(),
		cashFlow: z.number().openapi({ description: 'Flow of the project, before any loan.' })
	})
	.openapi('YearRow') satisfies z.ZodType<YearRow>;

const returnsShape = {
	npv: z.number(),
	irr: z.number().nullable().openapi({ description: 'Null when the flows have one sign. Never compare it between grades.' }),
	isIrrAmbiguous: z.boolean().openapi({ description: 'True when the flows change sign more than once.' }),
	payback: z.number().nullable(),
	discountedPayback: z.number().nullable(),
	benefitCostRatio: z.number().nullable()
};
const returns = z.object(returnsShape).openapi('Returns') satisfies z.ZodType<Returns>;

const loan = z
	.object({
		ownShare: z.number(),
		own: z.number(),
		grant: z.number(),
		loan: z.number(),
		rate: z.number(),
		years: z.number(),
		graceYears: z.number(),
		schedule: list(z.object({ year: z.int(), interest: z.number(), principal: z.number(), payment: z.number(), balance: z.number() })),
		dscr: list(z.number().nullable()),
		dscrMin: z.number().nullable(),
		dscrAverage: z.number().nullable()
	})
	.openapi('LoanCase') satisfies z.ZodType<LoanCase>;

export const evaluation = z
	.object({
		model: z.string(),
		discountRate: z.number(),
		capex: z.number(),
		workingCapital: z.number(),
		capital: z.number(),
		full: z.object({
			revenue: z.number(),
			variable: z.number(),
			labour: z.number(),
			fixed: z.number(),
			ebitda: z.number(),
			depreciation: z.number(),
			surplus: z.number()
		}),
		years: list(year),
		flows: list(z.number()),
		flowsWithGrant: list(z.number()),
		residual: z.number(),
		withoutGrant: returns,
		withGrant: z.object({ ...returnsShape, share: z.number(), amount: z.number() }),
		breakEvenRevenue: z.number().nullable(),
		breakEvenShare: z.number().nullable(),
		loan,
		memberLabour: z.number(),
		memberPurchases: z.number(),
		grossPerMember: z.number().openapi({ description: 'MAD a year, before the member’s own costs.' }),
		payPerDay: z.number().nullable(),
		alerts: list(
			z.object({
				kind: z.enum(ALERTS),
				level: z.enum(['danger', 'caution']),
				numbers: z.record(z.string(), z.number()).readonly()
			})
		)
	})
	.openapi('Evaluation') satisfies z.ZodType<Evaluation>;
