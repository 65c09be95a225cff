import { createRoute, z } from '@hono/zod-openapi';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { evaluatedCase } from '../../project-sheets.ts';
import { caseWordsOf } from '../../report/case-xlsx-spoken.ts';
import { caseXlsx } from '../../report/case-xlsx.ts';
import { releaseFor, type Api, type ApiDeps } from '../deps.ts';
import { common, query } from '../parameters.ts';
import { problemSchema } from '../problem.ts';
import { badCase, caseBody, modelFor, projectPath } from './projects.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const route = createRoute({
	method: 'post',
	path: '/projects/{id}/case.xlsx',
	summary: 'The case of a project as a workbook',
	request: {
		params: projectPath,
		query: query({
			...common,
			lang: z.enum(LANGUAGES).default('ar').openapi({ description: 'Language of the workbook; Arabic without it.' })
		}),
		body: { required: true, content: { 'application/json': { schema: caseBody } } }
	},
	responses: {
		200: {
			description: 'Three sheets: the case, its cash flow with live formulas, its sources. Nothing of the case is kept.',
			content: { [WORKBOOK]: { schema: z.string().openapi({ format: 'binary' }) } }
		},
		default: {
			description: 'What is wrong with the request, in one sentence.',
			content: { 'application/problem+json': { schema: problemSchema } }
		}
	}
});

/** Adds the route of the workbook of a case. */
export function addCaseExport(api: Api, deps: ApiDeps): void {
	api.openapi(route, async (c) => {
		const { lang, release } = c.req.valid('query');
		const opened = await releaseFor(deps, release);
		const model = await modelFor(opened, c.req.valid('param').id);
		const evaluated = await evaluatedCase(opened, model, c.req.valid('json').parameters);
		if (!evaluated.ok) throw badCase(model, evaluated.issues);
		const { values, evaluation } = evaluated.value;
		const { shared, sources } = await opened.projects();
		const words = caseWordsOf(await wordsOf(lang));
		const workbook = await caseXlsx({ model, values, shared, evaluation, language: lang, words, sources });
		return c.body(new Uint8Array(workbook), 200, {
			'content-type': WORKBOOK,
			'content-disposition': `attachment; filename="furas-${model.id}.xlsx"`
		});
	});
}
