import { z } from '@hono/zod-openapi';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import { AGGREGATORS, PRESETS, type PillarWeights } from '#lib/core/scoring/method.ts';
import { checkWeights } from '#lib/core/scoring/weights.ts';
import { HOT_SPOT_STATISTICS } from '#lib/core/statistics/spatial/hot-spots.ts';
import { LEVELS } from '#lib/core/territory/territory.ts';
import type { Bbox } from '../db/cooperatives.ts';
import { PERMUTATIONS } from '../hot-spots.ts';
import { Problem, quoted } from './problem.ts';

/** Says which values a parameter takes and which one came. */
const mustBe = (name: string, allowed: string) => (issue: { input?: unknown }) => `${name} must be ${allowed}, got ${quoted(issue.input)}.`;
const oneOf = <const V extends readonly [string, ...string[]]>(name: string, values: V) =>
	z.enum(values, { error: mustBe(name, `one of ${values.join(', ')}`) });
const text = (name: string) => z.string({ error: mustBe(name, 'given once') }).min(1, { error: `${name} must not be empty, got "".` });
const whole = (name: string, from: number, to: number) => {
	const error = mustBe(name, `a whole number from ${from} to ${to}`);
	return z
		.string({ error })
		.refine((value) => /^\d{1,7}$/.test(value) && Number(value) >= from && Number(value) <= to, { error })
		.transform(Number);
};

const LIMIT = 10_000;

/** Parameters every route takes. */
export const common = {
	release: text('release').optional().openapi({
		description: 'Id of a release; without it the current one answers. See /api/v1/releases.',
		example: '2026.11-1a2b3c4d'
	})
};

/** Parameters every collection takes. */
export const paging = {
	...common,
	limit: whole('limit', 1, LIMIT)
		.optional()
		.openapi({ description: `At most so many items, 1–${LIMIT}; all without it.`, example: '20' }),
	offset: whole('offset', 0, 1_000_000).optional().openapi({ description: 'Leave out so many items from the start.', example: '0' })
};

/** Parameters that say how pillars are weighed and joined. */
export const lens = {
	preset: oneOf('preset', PRESETS)
		.optional()
		.openapi({ description: 'A set of weights of the method; balanced without it. Not together with weights.' }),
	weights: text('weights').optional().openapi({
		description: 'Need, potential, room, access: four numbers ≥ 0 on any scale, not all zero. Not together with preset.',
		example: '0.4,0.25,0.2,0.15'
	}),
	aggregator: oneOf('aggregator', AGGREGATORS)
		.optional()
		.openapi({ description: 'How the pillars become one score; geometric without it.' })
};

/** Parameters that ask how sure ranks are. */
export const uncertainty = {
	uncertainty: whole('uncertainty', 100, 5000)
		.optional()
		.openapi({ description: 'Adds the interval of every rank, from so many seeded draws, 100–5000.', example: '1000' }),
	seed: whole('seed', 0, 9_999_999)
		.optional()
		.openapi({ description: 'Where the draws start; that of the method without it.', example: '7' })
};

/** A level; the caller says what a missing one means. */
export const level = oneOf('level', LEVELS).optional();
/** A level at which anybody publishes counts. */
export const countedLevel = oneOf('level', ['region', 'province'])
	.optional()
	.openapi({ description: 'Both without it; nobody publishes counts of communes.' });
/** A level at which what people send is counted. */
export const countLevel = oneOf('level', ['nation', 'region', 'province']).optional().openapi({ description: 'Province without it.' });
/** A kind of declared need. */
export const needKind = oneOf('need', NEED_KINDS)
	.optional()
	.openapi({ description: 'One kind; without it every kind, and all of them together.' });
/** A level whose places can form a zone. */
export const zoneLevel = oneOf('level', ['province', 'commune']).optional().openapi({ description: 'Province without it.' });
/** Whether outlines are sent along. */
export const geometry = oneOf('geometry', ['true', 'false'])
	.optional()
	.openapi({ description: 'true adds the outline of every zone as GeoJSON.' });
/** A territory code in a query. */
export const territoryCode = text('territory').optional().openapi({ example: 'MA-HAJ' });
/** The id of a value chain. */
export const chainId = text('chain').optional().openapi({ example: 'saffron' });
/** The code of a branch. */
export const branchCode = text('branch').optional().openapi({ example: 'agriculture' });
/** A value chain or a branch. */
export const sector = text('sector').openapi({ description: 'Id of a value chain, or code of a branch.', example: 'saffron' });
/** Words to search for. */
export const search = text('q')
	.optional()
	.openapi({ description: 'Any spelling in Arabic, Latin or Tifinagh; accents and hamza do not matter.', example: 'الحاجب' });
/** A year as published. */
export const year = text('year').optional().openapi({ description: 'As published: 2024, 2014, 2019-2023.', example: '2024' });
/** What hot spots are looked for in, and how. */
export const hotSpotQuestion = {
	indicator: text('indicator')
		.optional()
		.openapi({ description: 'Id of an indicator. Not together with sector.', example: 'illiteracy_rate_10p' }),
	sector: text('sector')
		.optional()
		.openapi({ description: 'Id of a value chain, or code of a branch. Not together with indicator.', example: 'honey' }),
	statistic: oneOf('statistic', HOT_SPOT_STATISTICS)
		.optional()
		.openapi({ description: 'Local Moran (itself against its neighbours; without it) or Gi* (itself with them).' }),
	permutations: whole('permutations', PERMUTATIONS.fewest, PERMUTATIONS.most)
		.optional()
		.openapi({
			description: `${PERMUTATIONS.fewest}–${PERMUTATIONS.most}, for communes to ${PERMUTATIONS.mostOfCommunes}; ${PERMUTATIONS.usual} without it, for communes ${PERMUTATIONS.usualOfCommunes}.`,
			example: '9999'
		}),
	seed: whole('seed', 0, 9_999_999).optional().openapi({ description: 'One seed gives one answer, always; 1 without it.', example: '1' })
};
/** A bounding box as text. */
export const bbox = text('bbox').optional().openapi({ description: 'west,south,east,north in degrees.', example: '-6,33,-5,34' });
/** A parent code in a query. */
export const parentCode = text('parent').optional().openapi({ description: 'Code of the territory one level up.', example: 'MA-03' });

/** An object of query parameters that refuses any other, so that a misspelt filter is not taken for no filter. */
export function query<S extends z.ZodRawShape>(shape: S) {
	const known = Object.keys(shape).join(', ');
	return z.strictObject(shape, {
		error: (issue) =>
			issue.code === 'unrecognized_keys' ? `There is no parameter "${issue.keys.join('", "')}" here; there are ${known}.` : undefined
	});
}

/** Weights from the text of a request. Throws a problem that names what cannot be read. */
export function parseWeights(value: string): PillarWeights {
	const parts = value.split(',').map((part) => part.trim());
	const unreadable = parts.find((part) => part === '' || !Number.isFinite(Number(part)));
	if (unreadable !== undefined) throw new Problem('bad-weights', `weights must be numbers, got "${unreadable}" in ${quoted(value)}.`);
	const checked = checkWeights(parts.map(Number));
	if (!checked.ok) throw new Problem('bad-weights', `The weights ${quoted(value)} cannot be used: ${checked.issue}.`);
	return checked.value;
}

/** A bounding box from the text of a request. Throws a problem that names what is wrong with it. */
export function parseBbox(value: string): Bbox {
	const refuse = (why: string): never => {
		throw new Problem('bad-bbox', `The bbox ${quoted(value)} cannot be used: ${why}.`);
	};
	const parts = value.split(',').map((part) => part.trim());
	if (parts.length !== 4) return refuse(`it needs four numbers (west,south,east,north) and has ${parts.length}`);
	const unreadable = parts.find((part) => part === '' || !Number.isFinite(Number(part)));
	if (unreadable !== undefined) return refuse(`"${unreadable}" is not a number`);
	const [west, south, east, north] = parts.map(Number) as [number, number, number, number];
	if (Math.abs(west) > 180 || Math.abs(east) > 180) return refuse('longitudes run from -180 to 180');
	if (Math.abs(south) > 90 || Math.abs(north) > 90) return refuse('latitudes run from -90 to 90');
	if (west >= east) return refuse(`west (${west}) must be less than east (${east})`);
	if (south >= north) return refuse(`south (${south}) must be less than north (${north})`);
	return [west, south, east, north];
}
