import { createRoute, z } from '@hono/zod-openapi';
import { smallestP } from '#lib/core/statistics/spatial/conditional-permutation.ts';
import { CLUSTERS, HOT_SPOT_STATISTICS } from '#lib/core/statistics/spatial/hot-spots.ts';
import { FEWEST_TERRITORIES, USUAL_NEIGHBOURS, type SpatialRefusal } from '#lib/core/statistics/spatial/outcome.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { hotSpotSheet, indicatorColumn, PERMUTATIONS, RATE, scoreColumn, type Column } from '../hot-spots.ts';
import type { OpenedRelease } from '../release.ts';
import { chainsFor, lensFor, pageOf, releaseFor, type Api, type ApiDeps } from './deps.ts';
import { hotSpotQuestion, lens, level, paging, query, year } from './parameters.ts';
import { Problem, quoted } from './problem.ts';
import * as schemas from './schemas.ts';

const asked = query({ ...hotSpotQuestion, level: level.openapi({ description: 'Province without it.' }), year, ...lens, ...paging });
type Asked = z.infer<typeof asked>;

const hotSpot = z
	.object({
		territory: z.string().openapi({ example: 'MA-HOC' }),
		value: z.number().nullable().openapi({ description: 'Null is unknown, never zero.' }),
		cluster: z.enum(CLUSTERS).openapi({ description: 'The side where it counts; else why it is not marked.' }),
		side: z
			.enum(CLUSTERS)
			.nullable()
			.openapi({ description: 'Itself, then its neighbours, or hot or cold, whether it counts or not; null where it takes no part.' }),
		statistic: z.number().nullable().openapi({ description: 'Local Moran’s I, or Gi* as a standard deviate.' }),
		z: z.number().nullable(),
		p: z.number().nullable().openapi({ description: 'Two-sided, of the permutations: 1/(R+1) to 1.' }),
		adjustedP: z.number().nullable().openapi({ description: 'Smallest rate of false discoveries at which it counts.' }),
		significant: z.boolean().openapi({ description: `Counts at a rate of ${RATE}.` })
	})
	.openapi('HotSpot');

const answer = schemas
	.collection(hotSpot)
	.extend({
		indicator: z.string().nullable(),
		sector: z.string().nullable(),
		level: schemas.levelName,
		statistic: z.enum(HOT_SPOT_STATISTICS),
		permutations: z.int(),
		seed: z.int(),
		rate: z.number(),
		participants: z.int().openapi({ description: 'Territories with a figure and a neighbour that has one; the others take no part.' }),
		inherited: z
			.boolean()
			.openapi({ description: 'True when the scores of communes rest partly on their province: some likeness is by construction.' }),
		moran: z
			.object({ statistic: z.number(), expected: z.number(), z: z.number().nullable(), p: z.number() })
			.openapi({ description: 'Moran’s I of the whole map; p two-sided, of the same permutations.' })
	})
	.openapi('HotSpots');

const route = createRoute({
	method: 'get',
	path: '/hotspots',
	summary: 'Where high or low values lie together more than chance explains',
	request: { query: asked },
	responses: schemas.responses(answer, 'Every territory of the level by code, and Moran’s I of the whole.')
});

/** Adds the route of hot spots. */
export function addHotSpots(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const question = c.req.valid('query');
		const { statistic = 'local-moran', seed = 1, level: at = 'province' } = question;
		const permutations = permutationsFor(at, question.permutations);
		const opened = await releaseFor(deps, question.release);
		const column = await columnFor(opened, at, question);
		const found = await hotSpotSheet(opened, column, { statistic, permutations, seed, rate: RATE });
		if (!found.ok) throw refusal(found.reason, found.participants, column, question);
		const { rows, participants, moran } = found.value;
		const { indicator = null, sector = null } = question;
		const { inherited } = column;
		const how = { indicator, sector, level: at, statistic, permutations, seed, rate: RATE };
		return c.json({ ...pageOf(rows, question, opened), ...how, participants, inherited, moran }, 200);
	});
}

async function columnFor(opened: OpenedRelease, at: Level, question: Asked): Promise<Column> {
	const { indicator, sector } = question;
	if (sector !== undefined && indicator === undefined) {
		if (question.year !== undefined) throw new Problem('bad-parameter', `A score has no year: leave out year ${quoted(question.year)}.`);
		return scoreColumn(opened, at, await chainsFor(opened, sector), lensFor(opened, question));
	}
	if (indicator === undefined || sector !== undefined) {
		throw new Problem(
			'bad-parameter',
			`Give one of indicator and sector: got indicator ${quoted(indicator)} and sector ${quoted(sector)}.`
		);
	}
	const weighing = (['preset', 'weights', 'aggregator'] as const).find((name) => question[name] !== undefined);
	if (weighing) throw new Problem('bad-parameter', `An indicator is not weighed: leave out ${weighing} ${quoted(question[weighing])}.`);
	if (!(await opened.bank.indicators.find(indicator))) {
		throw new Problem('unknown-indicator', `There is no indicator ${quoted(indicator)}; /api/v1/indicators lists them.`);
	}
	const column = await indicatorColumn(opened, at, indicator, question.year);
	if (!column.inherited) return column;
	throw new Problem(
		'inherited-values',
		`A ${at} has the ${quoted(indicator)} of the territory above it: it would be like its neighbours by construction. Ask for level=province.`
	);
}

/** As many permutations as are asked for, where a level can bear them in the time of an answer. */
function permutationsFor(at: Level, wanted: number | undefined): number {
	if (at !== 'commune') return wanted ?? PERMUTATIONS.usual;
	if (wanted === undefined || wanted <= PERMUTATIONS.mostOfCommunes) return wanted ?? PERMUTATIONS.usualOfCommunes;
	throw new Problem('bad-parameter', `permutations must be at most ${PERMUTATIONS.mostOfCommunes} for communes, got "${wanted}".`);
}

function refusal(reason: SpatialRefusal, participants: number, { level: at, codes }: Column, { indicator, sector }: Asked): Problem {
	const what = quoted(indicator ?? sector);
	if (reason === 'nothing-known') return new Problem(reason, `No ${at} has a figure for ${what}.`);
	if (reason === 'constant') return new Problem('constant-values', `All ${participants} known values of ${what} are equal.`);
	const need = `Hot spots need at least ${FEWEST_TERRITORIES} territories that have a value and a neighbour with one`;
	if (codes.length >= FEWEST_TERRITORIES) {
		return new Problem('too-few-territories', `${need}; for ${what} ${participants} of the ${codes.length} have.`);
	}
	const least = smallestP(codes.length, USUAL_NEIGHBOURS).toFixed(3);
	return new Problem(
		'too-few-territories',
		`${need}; level "${at}" has ${codes.length}. With ${USUAL_NEIGHBOURS} neighbours the smallest p such a test can give there is ${least}, too large to survive ${codes.length} comparisons. Ask for level=province or level=commune.`
	);
}
