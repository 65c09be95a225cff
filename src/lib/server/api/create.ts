import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { conditional } from './conditional.ts';
import { addCooperatives } from './cooperatives.ts';
import type { Api, ApiDeps } from './deps.ts';
import { addHotSpots } from './hot-spots.ts';
import { addIndicators } from './indicators.ts';
import { addPotentials } from './potentials.ts';
import { Problem, problemResponse, quoted } from './problem.ts';
import { addReleases } from './releases.ts';
import { addScores } from './scores.ts';
import { addSectors } from './sectors.ts';
import { addSensitivity } from './sensitivity.ts';
import { addTerritories } from './territories.ts';
import { addZones } from './zones.ts';

/** Where the API lives. A change that breaks a reader gets a new number beside the old one. */
export const API_BASE = '/api/v1';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** The open, read-only API over the releases: every answer is JSON, every refusal a problem (RFC 9457). */
export function createApi(deps: ApiDeps): Api {
	const api = new OpenAPIHono({
		defaultHook: (result, c) => {
			if (result.success) return undefined;
			return problemResponse(c, new Problem('bad-parameter', result.error.issues[0]?.message ?? 'A parameter cannot be read.'));
		}
	}).basePath(API_BASE);
	api.onError((error, c) => {
		if (error instanceof Problem) return problemResponse(c, error);
		console.error(error);
		return problemResponse(c, new Problem('server-fault', 'The server could not answer; the operator finds the cause in its log.'));
	});
	api.notFound((c) => {
		const kind = READING.includes(c.req.method) ? 'unknown-route' : 'method-not-allowed';
		const detail =
			kind === 'unknown-route'
				? `There is nothing at ${quoted(c.req.path)}; ${API_BASE}/openapi.json lists what there is.`
				: `${c.req.method} is not taken; GET is.`;
		return problemResponse(c, new Problem(kind, detail));
	});
	api.use('*', cors({ origin: '*', allowMethods: READING, exposeHeaders: ['etag'], maxAge: 86_400 }));
	api.use('*', conditional);
	for (const add of [
		addTerritories,
		addSectors,
		addIndicators,
		addScores,
		addSensitivity,
		addZones,
		addHotSpots,
		addPotentials,
		addCooperatives,
		addReleases
	])
		add(api, deps);
	api.doc31('/openapi.json', {
		openapi: '3.1.0',
		info: {
			title: 'Furas API',
			version: '1',
			description:
				'Scores, needs, potentials and cooperatives of the territories of Morocco. An aid to discussion, not a decision; it does not measure demand.'
		}
	});
	return api;
}
