import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { conditional } from './conditional.ts';
import { addCooperatives } from './cooperatives.ts';
import type { Api, ApiDeps } from './deps.ts';
import { addDiagnostics } from './diagnostics/diagnostics.ts';
import { addFeedback } from './feedback.ts';
import { addFunding } from './funding/funding.ts';
import { addHotSpots } from './hot-spots.ts';
import { addIdeas } from './ideas.ts';
import { addIndicators } from './indicators.ts';
import { addNear } from './near/near.ts';
import { addNeeds } from './needs.ts';
import { addOfficeFeedback } from './office/feedback.ts';
import { addOfficeIdeas } from './office/ideas.ts';
import { addOfficeImports } from './office/imports.ts';
import { createOffice, type Unreadable } from './office/office.ts';
import { addPartners } from './partners.ts';
import { addPotentials } from './potentials.ts';
import { Problem, problemResponse, quoted } from './problem.ts';
import { addExistingProjects } from './projects-existing.ts';
import { addCaseExport } from './projects/case-export.ts';
import { addDossier } from './projects/dossier.ts';
import { addProjects } from './projects/projects.ts';
import { addReleases } from './releases.ts';
import { addReservations } from './reservations.ts';
import { addScores } from './scores.ts';
import { addSectors } from './sectors.ts';
import { addSensitivity } from './sensitivity.ts';
import { addTerritories } from './territories.ts';
import { addZones } from './zones.ts';

/** Where the API lives. A change that breaks a reader gets a new number beside the old one. */
export const API_BASE = '/api/v1';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST'];

/** Bytes of a question: the longest honest one, a case with every number changed, is a tenth of it. */
const MOST_BYTES = 64 * 1024;

/** The open API over the releases: what the public and the back office send goes to the living store, every answer is JSON or a document, every refusal a problem (RFC 9457). */
export function createApi(deps: ApiDeps): Api {
	const api = new OpenAPIHono({ defaultHook: unreadable }).basePath(API_BASE);
	api.onError((error, c) => {
		if (error instanceof Problem) return problemResponse(c, error);
		if (error instanceof HTTPException && error.status === 400) {
			return problemResponse(c, new Problem('bad-body', 'The body is no JSON.'));
		}
		console.error(error);
		return problemResponse(c, new Problem('server-fault', 'The server could not answer; the operator finds the cause in its log.'));
	});
	api.notFound((c) => problemResponse(c, missing(api, c.req.method, c.req.path)));
	api.use('*', cors({ origin: '*', allowMethods: METHODS, exposeHeaders: ['etag'], maxAge: 86_400 }));
	const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => problemResponse(c, TOO_LARGE) });
	// A file of the register is no question: it goes to the disk as it comes, and its own limit is asked there.
	api.use('*', (c, next) => (c.req.method === 'POST' && c.req.path === `${API_BASE}/office/imports` ? next() : limit(c, next)));
	api.use('*', conditional);
	for (const add of [
		addTerritories,
		addDiagnostics,
		addSectors,
		addIndicators,
		addScores,
		addSensitivity,
		addZones,
		addHotSpots,
		addIdeas,
		addPotentials,
		addCooperatives,
		addExistingProjects,
		addProjects,
		addCaseExport,
		addDossier,
		addFeedback,
		addFunding,
		addNear,
		addNeeds,
		addReservations,
		addPartners,
		addReleases
	])
		add(api, deps);
	const office = createOffice(deps, unreadable);
	for (const add of [addOfficeFeedback, addOfficeIdeas, addOfficeImports]) add(office, deps);
	api.route('/office', office);
	api.doc31('/openapi.json', {
		openapi: '3.1.0',
		info: {
			title: 'Furas API',
			version: '1',
			description:
				'Scores, needs, potentials, cooperatives and projects of the territories of Morocco. An aid to discussion, not a decision; it does not measure demand.'
		}
	});
	return api;
}

/** A request that does not fit its schema, as a problem. */
const unreadable: Unreadable = (result, c) => {
	if (result.success) return undefined;
	const kind = result.target === 'json' ? 'bad-body' : 'bad-parameter';
	return problemResponse(c, new Problem(kind, sentenceOf(result.error.issues[0], kind)));
};

/** What is wrong, with the place in the body where it stands; parameters name themselves. */
function sentenceOf(issue: { path: PropertyKey[]; message: string } | undefined, kind: 'bad-body' | 'bad-parameter'): string {
	if (!issue) return 'The request cannot be read.';
	return kind === 'bad-body' && issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}.` : issue.message;
}

const TOO_LARGE = new Problem('body-too-large', `A question has at most ${MOST_BYTES} bytes.`);

/** Why nothing answers: no route has this path, or none takes this method there. */
function missing(api: Api, method: string, path: string): Problem {
	const taken = [
		...new Set(api.routes.filter((route) => route.method !== 'ALL' && patternOf(route.path).test(path)).map((route) => route.method))
	];
	if (taken.length === 0) {
		return new Problem('unknown-route', `There is nothing at ${quoted(path)}; ${API_BASE}/openapi.json lists what there is.`);
	}
	return new Problem('method-not-allowed', `${method} is not taken here; ${taken.join(' and ')} is.`);
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll('.', '[.]').replaceAll(/:\w+/g, '[^/]+')}$`);
