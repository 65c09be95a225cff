import { createRoute, z } from '@hono/zod-openapi';
import { AGGREGATORS, PILLARS } from '#lib/core/scoring/method.ts';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { EXPECTATION_BASES, GATES } from '#lib/core/scoring/table.ts';
import type { Band, Bands } from '#lib/core/uncertainty/bands.ts';
import { ROBUSTNESS } from '#lib/core/uncertainty/robustness.ts';
import { bandsFor } from '../robustness.ts';
import { bestChain, explanationOf, REASONS, scoreRows, type ScoreRow } from '../scores.ts';
import { sentencesOf } from '../sentences.ts';
import { chainFor, chainsFor, lensFor, pageOf, releaseFor, territoryFor, type Api, type ApiDeps } from './deps.ts';
import { common, lens, level, paging, query, sector, uncertainty } from './parameters.ts';
import * as schemas from './schemas.ts';

const certainty = z
	.object({
		rank: z.int().openapi({ description: 'Rank among all of the level, nothing varied.' }),
		median: z.number(),
		low: z.int().openapi({ description: 'Nine draws in ten rank it from low to high.' }),
		high: z.int(),
		ranked: z.int(),
		top: z.number().openapi({ description: 'Share of the draws in which it is in the top quartile.' }),
		first: z.number().openapi({ description: 'Share of the draws in which nothing ranks before it.' }),
		robustness: z.enum(ROBUSTNESS),
		tied: z
			.int()
			.nullable()
			.openapi({ description: 'Others that cannot be told apart from it; null where there are too many places to compare.' }),
		among: z
			.object({ rank: z.int(), low: z.int(), high: z.int(), ranked: z.int() })
			.nullable()
			.openapi({ description: 'The same among the communes of its province; null at other levels.' })
	})
	.openapi('Certainty');

const score = z
	.object({
		territory: z.string().openapi({ example: 'MA-HAJ' }),
		status: z.enum(STATUSES),
		score: z.number().nullable().openapi({ description: '0–100; null unless scored.' }),
		rank: z.int().nullable().openapi({ description: '1 is best; for a commune among those of its province.' }),
		ranked: z.int().openapi({ description: 'How many are ranked beside it.' }),
		chain: z.string().nullable().openapi({ description: 'The value chain the score is of: for a branch the best one.' }),
		reason: z.enum(REASONS).nullable().openapi({ description: 'Why there is no score; null when there is one.' }),
		certainty: certainty.nullable().optional().openapi({ description: 'Only when uncertainty is asked for; null unless scored.' })
	})
	.openapi('Score');

const term = z.object({
	id: z.string(),
	raw: z.number().nullable(),
	normalised: z.number().nullable(),
	reference: z.number().nullable(),
	weight: z.number(),
	contribution: z.number().nullable(),
	year: z.number().nullable(),
	inherited: z.boolean(),
	proxy: z.boolean()
});

const presence = z
	.object({
		count: z.number().nullable(),
		expected: z.number().nullable(),
		ratio: z.number().nullable(),
		interval: z.object({ lo: z.number(), hi: z.number() }).nullable(),
		base: z.enum(EXPECTATION_BASES),
		incomparable: z.enum(['too-few', 'no-base']).nullable()
	})
	.openapi('Presence', {
		description:
			'Of the room of a chain that a register counts: cooperatives counted and expected, their ratio with its exact 95 % interval.'
	});

const pillar = z.object({
	pillar: z.enum(PILLARS),
	value: z.number().nullable(),
	reference: z.number().nullable(),
	weight: z.number(),
	contribution: z.number().nullable(),
	proxy: z.boolean(),
	coverage: z.number(),
	presence: presence.optional(),
	terms: schemas.list(term)
});

const clause = z.object({
	pillar: z.enum(PILLARS),
	id: z.string(),
	raw: z.number().nullable(),
	year: z.number().nullable(),
	contribution: z.number()
});

const explanation = z
	.object({
		territory: z.string(),
		sector: z.string(),
		chain: z.string(),
		level: schemas.levelName,
		weights: z.object({ need: z.number(), potential: z.number(), room: z.number(), access: z.number() }),
		aggregator: z.enum(AGGREGATORS),
		status: z.enum(STATUSES),
		gate: z.enum(GATES).nullable(),
		missingPillars: schemas.list(z.enum(PILLARS)),
		score: z.number().nullable(),
		rank: z.int().nullable(),
		ranked: z.int(),
		reference: z
			.number()
			.nullable()
			.openapi({ description: 'Score of the median profile; the contributions add up to score − reference.' }),
		pillars: schemas.list(pillar),
		confidence: z
			.object({
				value: z.number(),
				grade: z.enum(['A', 'B', 'C']),
				cap: z.enum(['proxy', 'weak-evidence']).nullable(),
				available: z.int(),
				total: z.int(),
				oldestYear: z.number().nullable(),
				inherited: z.int()
			})
			.nullable(),
		why: schemas.list(clause),
		held: schemas.list(clause),
		sentences: z.object({ why: schemas.text, strengthen: schemas.text }),
		release: z.string()
	})
	.openapi('Explanation');

const listRoute = createRoute({
	method: 'get',
	path: '/scores',
	summary: 'How promising every territory of a level is for one sector',
	request: { query: query({ sector, level: level.openapi({ description: 'Province without it.' }), ...lens, ...uncertainty, ...paging }) },
	responses: schemas.responses(schemas.collection(score), 'The scored by score, best first, then the others by code.')
});

const oneRoute = createRoute({
	method: 'get',
	path: '/scores/{code}/{sector}',
	summary: 'Why a territory has its score',
	request: {
		params: z.object({ code: z.string().openapi({ example: 'MA-HAJ' }), sector: z.string().openapi({ example: 'saffron' }) }),
		query: query({ ...lens, ...common })
	},
	responses: schemas.responses(explanation, 'Pillars, terms and contributions that add up, and the two sentences in three languages.')
});

type Certainty = z.infer<typeof certainty>;

function withCertainty(rows: readonly ScoreRow[], { table }: Scorer, bands: Bands): (ScoreRow & { certainty: Certainty | null })[] {
	const known = new Map(bands.places.map((band) => [table.territories[band.place]!.code, certaintyOf(band, bands.ranked)]));
	return rows.map((row) => ({ ...row, certainty: known.get(row.territory) ?? null }));
}

function certaintyOf({ nominal, median, low, high, top, first, robustness, tied, among }: Band, ranked: number): Certainty {
	const inside = among && { rank: among.nominal, low: among.low, high: among.high, ranked: among.of };
	return { rank: nominal, median, low, high, ranked, top, first, robustness, tied, among: inside };
}

/** Adds the routes of scores. */
export function addScores(api: Api, deps: ApiDeps): void {
	api.openapi(listRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const chains = await chainsFor(opened, asked.sector);
		const scorer = await opened.scorer(asked.level ?? 'province');
		const view = lensFor(opened, asked);
		const rows = scoreRows(scorer, chains, view);
		if (asked.uncertainty === undefined) return c.json(pageOf(rows, asked, opened), 200);
		const chain = await chainFor(opened, asked.sector, 'Intervals');
		const seed = asked.seed ?? scorer.method.uncertainty.seed;
		const bands = await bandsFor(opened, { ...view, chain: chain.id, level: scorer.table.level, draws: asked.uncertainty, seed });
		return c.json(pageOf(withCertainty(rows, scorer, bands), asked, opened), 200);
	});
	api.openapi(oneRoute, async (c) => {
		const asked = c.req.valid('query');
		const path = c.req.valid('param');
		const opened = await releaseFor(deps, asked.release);
		const territory = await territoryFor(opened, path.code);
		const chains = await chainsFor(opened, path.sector);
		const view = lensFor(opened, asked);
		const scorer = await opened.scorer(territory.level);
		const chain = bestChain(scorer, chains, territory.code, view);
		const explained = explanationOf(scorer, chain, territory.code, view);
		const sentences = await sentencesOf(opened, explained, territory, chain);
		const { level: at } = territory;
		return c.json({ ...explained, sector: path.sector, level: at, ...view, sentences, release: opened.release.id }, 200);
	});
}
