import { createRoute, z } from '@hono/zod-openapi';
import type { CaseIssue } from '#lib/core/finance/case.ts';
import { evaluate } from '#lib/core/finance/evaluate.ts';
import { LEVERS } from '#lib/core/finance/sensitivity/tornado.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { evaluatedCase, modelOf } from '../../project-sheets.ts';
import type { OpenedRelease } from '../../release.ts';
import { pageOf, releaseFor, type Api, type ApiDeps } from '../deps.ts';
import { branchCode, chainId, common, paging, query } from '../parameters.ts';
import { Problem, quoted } from '../problem.ts';
import * as schemas from '../schemas.ts';
import { evaluation } from './evaluation-schemas.ts';
import { economicModel, modelSource, projectCard, skill } from './model-schemas.ts';

export const projectPath = z.object({ id: z.string().openapi({ example: 'M13' }) });

const listRoute = createRoute({
	method: 'get',
	path: '/projects',
	summary: 'Project sheets',
	request: { query: query({ ...paging, chain: chainId, branch: branchCode }) },
	responses: schemas.responses(
		schemas.collection(projectCard),
		'The models, then the micro variants. In no order of merit: rates of return are never compared.'
	)
});

const sheetRoute = createRoute({
	method: 'get',
	path: '/projects/{id}',
	summary: 'One project sheet with every figure',
	request: { params: projectPath, query: query(common) },
	responses: schemas.responses(
		z
			.object({ model: economicModel, skills: schemas.list(skill), sources: schemas.list(modelSource), release: z.string() })
			.openapi('ProjectSheet'),
		'Each figure with its unit, year, status and sources.'
	)
});

/** What a holder changed: numbers by the name of their parameter. */
export const caseBody = z
	.strictObject({ parameters: z.record(z.string().max(40), z.number()).default({}) })
	.openapi('Case', { example: { parameters: { 'revenue.0.price': 2, members: 8 } } });

const side = z.object({ at: z.number(), npv: z.number(), irr: z.number().nullable() });
const bar = z.object({ lever: z.enum(LEVERS), sides: schemas.list(side), swing: z.number() });
const nullable = z.number().nullable();
const capacityRow = z.object({
	capacity: z.number(),
	revenue: z.number(),
	variable: z.number(),
	labour: z.number(),
	fixed: z.number(),
	ebitda: z.number(),
	depreciation: z.number(),
	operatingResult: z.number(),
	breakEvenRevenue: nullable,
	breakEvenCover: nullable
});

const evaluateRoute = createRoute({
	method: 'post',
	path: '/projects/{id}/evaluate',
	summary: 'What the numbers of a case come to',
	request: {
		params: projectPath,
		query: query(common),
		body: { required: true, content: { 'application/json': { schema: caseBody } } }
	},
	responses: schemas.responses(
		z
			.object({
				evaluation,
				tornado: schemas.list(bar),
				switching: z.object({ price: nullable, volume: nullable, grant: nullable }),
				capacity: schemas.list(capacityRow),
				release: z.string()
			})
			.openapi('EvaluatedCase'),
		'Constant 2026 MAD over ten years. A template with the numbers given, not a forecast.'
	)
});

/** Adds the routes of project sheets. */
export function addProjects(api: Api, deps: ApiDeps): void {
	api.openapi(listRoute, async (c) => {
		const asked = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		const { models, shared } = await opened.projects();
		const items = models
			.filter(({ chains }) => asked.chain === undefined || chains.includes(asked.chain))
			.filter(({ branch }) => asked.branch === undefined || branch === asked.branch)
			.map((model) => cardOf(model, evaluate(model, {}, shared)));
		return c.json(pageOf(items, asked, opened), 200);
	});
	api.openapi(sheetRoute, async (c) => {
		const opened = await releaseFor(deps, c.req.valid('query').release);
		const model = await modelFor(opened, c.req.valid('param').id);
		const { skills, sources } = await opened.projects();
		const own = {
			skills: skills.filter(({ id }) => model.skills.includes(id)),
			sources: sources.filter(({ id }) => model.sources.includes(id))
		};
		return c.json({ model, ...own, release: opened.release.id }, 200);
	});
	api.openapi(evaluateRoute, async (c) => {
		const opened = await releaseFor(deps, c.req.valid('query').release);
		const model = await modelFor(opened, c.req.valid('param').id);
		const evaluated = await evaluatedCase(opened, model, c.req.valid('json').parameters);
		if (!evaluated.ok) throw badCase(model, evaluated.issues);
		const { evaluation, tornado, switching, capacity } = evaluated.value;
		return c.json({ evaluation, tornado, switching, capacity, release: opened.release.id }, 200);
	});
}

/** The model of an id. Throws a problem that names it. */
export async function modelFor(release: OpenedRelease, id: string): Promise<EconomicModel> {
	const model = await modelOf(release, id);
	if (model) return model;
	throw new Problem('unknown-project', `There is no project sheet ${quoted(id)}; /api/v1/projects lists them.`);
}

/** The first number that cannot be used, with the range it may have. */
export function badCase({ id }: EconomicModel, [issue]: readonly CaseIssue[]): Problem {
	const { parameter, problem, low, high } = issue!;
	if (problem === 'out-of-range') return new Problem('bad-case', `${quoted(parameter)} must lie between ${low} and ${high}.`);
	if (problem === 'not-a-number') return new Problem('bad-case', `${quoted(parameter)} must be a number.`);
	return new Problem('bad-case', `${id} has no parameter ${quoted(parameter)}.`);
}

function cardOf(model: EconomicModel, { capital, withoutGrant, grossPerMember }: ReturnType<typeof evaluate>) {
	const { id, name, variantOf, branch, chains, members, scale, grade, isPublicInfrastructure, permits } = model;
	const { payback } = withoutGrant;
	return {
		...{ id, name, variantOf, branch, chains, members, scale, grade, isPublicInfrastructure },
		...{ capital, payback, grossPerMember, permits: permits.length }
	};
}
