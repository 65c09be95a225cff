import { createRoute, z } from '@hono/zod-openapi';
import type { NearAnswer, NearQuestion } from '#lib/core/recommendation/answer.ts';
import type { RecommendationRules } from '#lib/core/project/rules.ts';
import { checkNear, type CheckedNear } from '#lib/core/recommendation/near-question.ts';
import { NO_PROFILE } from '#lib/core/recommendation/profile.ts';
import { pipelineCounts } from '../../db/living/projects.ts';
import { nearFor } from '../../near/near.ts';
import type { OpenedRelease } from '../../release.ts';
import { releaseFor, type Api, type ApiDeps } from '../deps.ts';
import { common, query } from '../parameters.ts';
import { Problem, quoted } from '../problem.ts';
import * as schemas from '../schemas.ts';
import { nearAnswer, profile } from './schemas.ts';

const number = (name: string, description: string, example: string) =>
	z
		.string({ error: (issue) => `${name} must be given once, got ${quoted(issue.input)}.` })
		.regex(/^-?\d{1,9}(\.\d{1,20})?$/, { error: (issue) => `${name} must be a number, got ${quoted(issue.input)}.` })
		.transform(Number)
		.openapi({ description, example });

const place = {
	lat: number('lat', 'Latitude in degrees.', '33.69'),
	lon: number('lon', 'Longitude in degrees.', '-5.37'),
	radius_km: number('radius_km', 'How far is looked, 5–100 km; 30 without it.', '30').optional()
};

/** The radius of who names none, km. */
export const USUAL_RADIUS = 30;

const nearRoute = createRoute({
	method: 'get',
	path: '/near',
	summary: 'What is viable near a point, for anybody',
	request: { query: query({ ...place, ...common }) },
	responses: schemas.responses(
		nearAnswer.extend({ release: z.string() }).openapi('Near'),
		'Value chains and project sheets, ranked, each with reasons, points to strengthen and what was left out and why.'
	)
});

const recommendationsRoute = createRoute({
	method: 'post',
	path: '/recommendations',
	summary: 'What is viable near a point, for a group',
	request: {
		query: query(common),
		body: {
			required: true,
			content: {
				'application/json': {
					schema: z
						.strictObject({ lat: z.number(), lon: z.number(), radiusKm: z.number().default(USUAL_RADIUS), profile: profile.optional() })
						.openapi('RecommendationQuestion')
				}
			}
		}
	},
	responses: schemas.responses(
		nearAnswer.extend({ release: z.string() }).openapi('Recommendations'),
		'As near, for the six answers of a group. Nothing of the question is kept.'
	)
});

/** Adds the routes of what lies near. */
export function addNear(api: Api, deps: ApiDeps): void {
	api.openapi(nearRoute, async (c) => {
		const { lat, lon, radius_km = USUAL_RADIUS, release } = c.req.valid('query');
		const opened = await releaseFor(deps, release);
		return c.json(
			told(opened, await nearFor(opened, await questionOf(opened, lon, lat, radius_km), NO_PROFILE, await pipelineCounts(deps.living))),
			200
		);
	});
	api.openapi(recommendationsRoute, async (c) => {
		const { lat, lon, radiusKm, profile: asked = NO_PROFILE } = c.req.valid('json');
		const opened = await releaseFor(deps, c.req.valid('query').release);
		return c.json(
			told(opened, await nearFor(opened, await questionOf(opened, lon, lat, radiusKm), asked, await pipelineCounts(deps.living))),
			200
		);
	});
}

const told = ({ release }: OpenedRelease, answer: NearAnswer) => ({ ...answer, release: release.id });

/** A question that can be answered. Throws a problem that says what is wrong with the position or the radius. */
export async function questionOf(opened: OpenedRelease, lon: number, lat: number, radiusKm: number): Promise<NearQuestion> {
	const { recommendationRules } = await opened.projects();
	const checked = checkNear([lon, lat], radiusKm, recommendationRules);
	if (checked.ok) return checked.value;
	throw new Problem('bad-position', refusal(checked, { lon, lat, radiusKm }, recommendationRules));
}

type Refused = Extract<CheckedNear, { ok: false }>;

function refusal(
	{ issue, swapped }: Refused,
	{ lon, lat, radiusKm }: { lon: number; lat: number; radiusKm: number },
	{ radiusKm: { least, most } }: RecommendationRules
): string {
	const given = `lat ${lat}, lon ${lon}`;
	switch (issue) {
		case 'position':
			return `The position ${given} is no position.`;
		case 'swapped':
			return `Latitude and longitude seem to be swapped: ${given} is outside Morocco, lat ${swapped?.[1]}, lon ${swapped?.[0]} is inside.`;
		case 'abroad':
			return `The position ${given} is outside Morocco, the only country this API knows.`;
		case 'radius':
			return `The radius must be between ${least} and ${most} km, got ${radiusKm}.`;
	}
}
