import { createRoute, z } from '@hono/zod-openapi';
import { NO_PROFILE } from '#lib/core/recommendation/profile.ts';
import { STAGES } from '#lib/core/support/instrument.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { pipelineCounts } from '../../db/living/projects.ts';
import { dossierFor } from '../../dossier.ts';
import { evaluatedCase } from '../../project-sheets.ts';
import { dossierPdf } from '../../report/dossier/pdf.ts';
import { releaseFor, type Api, type ApiDeps } from '../deps.ts';
import { questionOf, USUAL_RADIUS } from '../near/near.ts';
import { profile } from '../near/schemas.ts';
import { common, query } from '../parameters.ts';
import { problemSchema } from '../problem.ts';
import { list } from '../schemas.ts';
import { badCase, caseBody, modelFor, projectPath } from './projects.ts';

const body = caseBody
	.extend({
		title: z.string().max(120).nullable().default(null),
		place: z
			.strictObject({ lat: z.number(), lon: z.number(), radiusKm: z.number().default(USUAL_RADIUS) })
			.nullable()
			.default(null),
		chain: z.string().max(64).nullable().default(null),
		profile: profile.optional(),
		stage: z.enum(STAGES).default('creation'),
		ageYears: z.number().min(0).max(100).nullable().default(null),
		done: list(z.string().max(16)).default([])
	})
	.openapi('DossierQuestion', { example: { parameters: { members: 8 }, place: { lat: 33.69, lon: -5.37 }, stage: 'creation' } });

const route = createRoute({
	method: 'post',
	path: '/projects/{id}/dossier.pdf',
	summary: 'The dossier of a project, to print',
	request: {
		params: projectPath,
		query: query({
			...common,
			lang: z.enum(LANGUAGES).default('ar').openapi({ description: 'Language of the document; Arabic without it.' })
		}),
		body: { required: true, content: { 'application/json': { schema: body } } }
	},
	responses: {
		200: {
			description:
				'A4: place and why, model with the numbers of the case, funding plan, training, steps, sources. Nothing of the question is kept.',
			content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } }
		},
		default: {
			description: 'What is wrong with the request, in one sentence.',
			content: { 'application/problem+json': { schema: problemSchema } }
		}
	}
});

/** Adds the route of the dossier. */
export function addDossier(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const { lang, release } = c.req.valid('query');
		const { parameters, title, place, chain, profile: asked = NO_PROFILE, stage, ageYears, done } = c.req.valid('json');
		const opened = await releaseFor(deps, release);
		const model = await modelFor(opened, c.req.valid('param').id);
		const evaluated = await evaluatedCase(opened, model, parameters);
		if (!evaluated.ok) throw badCase(model, evaluated.issues);
		const words = await wordsOf(lang);
		const dossier = await dossierFor(
			opened,
			{
				...{ evaluated: evaluated.value, title: title?.trim() || null, profile: asked, situation: { stage, ageYears } },
				near: place && (await questionOf(opened, place.lon, place.lat, place.radiusKm)),
				inProgress: await pipelineCounts(deps.living),
				chain,
				done: new Set(done),
				date: new Date().toISOString().slice(0, 10)
			},
			words
		);
		const pdf = await dossierPdf(dossier, words);
		return c.body(pdf, 200, {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="furas-${model.id}-${lang}.pdf"`
		});
	});
}
