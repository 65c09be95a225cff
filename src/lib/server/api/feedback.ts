import { createRoute, z } from '@hono/zod-openapi';
import { parseAbout, type About } from '#lib/core/feedback/about.ts';
import { NATION } from '#lib/core/indicator/indicator.ts';
import { LEAST_UNDER_REVIEW, type Tally } from '#lib/core/feedback/tally.ts';
import { tallies } from '../db/living/feedback.ts';
import { subjectOf } from '../feedback/subject.ts';
import { talliesHere } from '../feedback/tallies-here.ts';
import { pageOf, releaseFor, territoryFor, type Api, type ApiDeps } from './deps.ts';
import { common, query, territoryCode } from './parameters.ts';
import { Problem, quoted } from './problem.ts';
import * as schemas from './schemas.ts';

const tally = z.object({
	underReview: z
		.int()
		.nullable()
		.openapi({ description: `Sent and not looked at yet; null when none or fewer than ${LEAST_UNDER_REVIEW}.` }),
	answered: z.int(),
	accepted: z.int().openapi({ description: 'Accepted, for the next release.' }),
	published: z.int().openapi({ description: 'In a release.' })
}) satisfies z.ZodType<Tally>;

const item = tally.extend({ about: z.string().openapi({ example: 'indicator:illiteracy_rate_10p@MA-HAJ/2024' }) }).openapi('FeedbackTally');

const about = z.string().min(1).optional().openapi({
	description: 'Reference of one value, as the links «dispute this figure» carry it. Not together with territory.',
	example: 'indicator:illiteracy_rate_10p@MA-HAJ/2024'
});

const route = createRoute({
	method: 'get',
	path: '/feedback',
	summary: 'How much feedback a value has: numbers, never words or names',
	request: { query: query({ about, territory: territoryCode, ...common }) },
	responses: schemas.responses(
		schemas.collection(item),
		'The tally of one value, also when it has none; or of every value the page of a territory shows that has any. What was refused counts nowhere.'
	)
});

/** Adds the public part of the feedback. */
export function addFeedback(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		// It changes with every decision of the office, not with the release.
		c.header('cache-control', 'no-store');
		if ((asked.about === undefined) === (asked.territory === undefined))
			throw new Problem('bad-parameter', 'Give about or territory, one of them.');
		if (asked.territory !== undefined) {
			if (asked.territory !== NATION) await territoryFor(opened, asked.territory);
			const found = Object.entries(await talliesHere(deps.living, opened, asked.territory));
			return c.json(
				pageOf(
					found.map(([reference, one]) => ({ about: reference, ...one })),
					{},
					opened
				),
				200
			);
		}
		const value = parseAbout(asked.about!);
		if (!value || !(await subjectOf(opened, value))) throw unknownValue(asked.about!);
		return c.json(pageOf([await tallyOfOne(deps, value, asked.about!)], {}, opened), 200);
	});
}

const NONE: Tally = { underReview: null, answered: 0, accepted: 0, published: 0 };

const tallyOfOne = async ({ living }: ApiDeps, value: About, reference: string): Promise<Tally & { about: string }> => ({
	about: reference,
	...((await tallies(living, { about: value })).get(reference) ?? NONE)
});

const unknownValue = (reference: string): Problem =>
	new Problem('bad-parameter', `about must be the reference of a value of this release, got ${quoted(reference)}.`);
