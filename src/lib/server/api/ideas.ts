import { createRoute, z } from '@hono/zod-openapi';
import { byNeed, byTerritory, guarded, ideasOf, type BoardIdea } from '#lib/core/idea/board.ts';
import { IDEA_HOLDERS, IDEA_LENGTHS, IDEA_STAGES } from '#lib/core/idea/idea.ts';
import { readMeetingCode } from '#lib/core/idea/meeting.ts';
import { IDEA_FIELDS, readIdea } from '#lib/core/idea/read-idea.ts';
import { NEED_KINDS } from '#lib/core/need/kinds.ts';
import { isPublic, STATUSES, type StatusOf } from '#lib/core/submission/submission.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { publicIdeas, submitIdea, waitingByRegion } from '../db/living/ideas.ts';
import { meetingOfCode } from '../db/living/meetings.ts';
import type { Living } from '../db/living/schema.ts';
import type { NewSubmission } from '../db/living/submissions.ts';
import type { OpenedRelease } from '../release.ts';
import { limited, pageOf, releaseFor, territoryFor, type Api, type ApiDeps } from './deps.ts';
import { chainId, needKind, paging, query, territoryCode } from './parameters.ts';
import { Problem, quoted } from './problem.ts';
import * as schemas from './schemas.ts';

const BOARD_STATUSES = STATUSES.idea.filter(isPublic) as [StatusOf<'idea'>, ...StatusOf<'idea'>[]];

const idea = z
	.object({
		id: z.string(),
		title: z.string(),
		pitch: z.string(),
		need: z.enum(NEED_KINDS),
		stage: z.enum(IDEA_STAGES),
		status: z.enum(BOARD_STATUSES),
		region: z.string().openapi({ example: 'MA-03' }),
		province: z.string().nullable(),
		chain: z.string().nullable(),
		sheet: z.object({ model: z.string(), chain: z.string() }).nullable().openapi({ description: 'The project sheet it became.' }),
		language: z.string(),
		month: z.string().openapi({ example: '2026-11' })
	})
	.openapi('Idea');

const counted = z.object({ territory: z.string(), ideas: z.int() });

const board = schemas
	.collection(idea)
	.extend({
		needs: schemas.list(z.object({ need: z.enum(NEED_KINDS), ideas: z.int() })),
		regions: schemas.list(counted),
		provinces: schemas.list(counted),
		waiting: schemas.list(
			z.object({
				region: z.string(),
				ideas: z.int().nullable().openapi({ description: 'Received and not read yet, whatever the filter; null for 1 to 4.' })
			})
		)
	})
	.openapi('Board');

const boardRoute = createRoute({
	method: 'get',
	path: '/ideas/board',
	summary: 'Ideas that a delegation let pass, with their numbers by need and place',
	request: {
		query: query({ territory: territoryCode, need: needKind, chain: chainId, status: z.enum(BOARD_STATUSES).optional(), ...paging })
	},
	responses: schemas.responses(board, 'What the holders wrote; never who they are, and no commune.')
});

/** What a program may send; longer than any honest field is refused before it is read. */
const sent = z.strictObject({
	title: z.string().max(1_000),
	pitch: z
		.string()
		.max(4_000)
		.openapi({ description: `At most ${IDEA_LENGTHS.pitch} letters; published once it passed.` }),
	need: z.enum(NEED_KINDS),
	resource: z.string().max(1_000).optional(),
	holder: z.enum(IDEA_HOLDERS),
	members: z.int().optional(),
	stage: z.enum(IDEA_STAGES),
	ownMeans: z.int().optional().openapi({ description: 'MAD.' }),
	province: z.string().max(16).openapi({ example: 'MA-HAJ' }),
	commune: z.string().max(32).optional(),
	chain: z.string().max(64).optional(),
	language: z.enum(LANGUAGES),
	meeting: z.string().max(16).optional(),
	consent: z.literal(true, { error: 'must be true: the holder agrees to what the form says' })
});

const kept = z.object({ code: z.string().openapi({ example: 'ABCD-EFGH-JKMN', description: 'Told once: the answer is read with it.' }) });

const submitRoute = createRoute({
	method: 'post',
	path: '/ideas',
	summary: 'Send an idea, without account and without a contact',
	request: { body: { required: true, content: { 'application/json': { schema: sent } } } },
	responses: schemas.responses(kept, 'The tracking code. Who wants to be reached uses the page.')
});

/** Adds the routes of ideas. What is sent belongs to no release: it only says which places and chains there are. */
export function addIdeas(api: Api, deps: ApiDeps): void {
	api.openapi(boardRoute, async (c) => {
		const { territory = null, need = null, chain = null, status = null, ...asked } = c.req.valid('query');
		const opened = await releaseFor(deps, asked.release);
		if (territory !== null) await territoryFor(opened, territory);
		const [all, waiting] = await Promise.all([publicIdeas(deps.living), waitingByRegion(deps.living)]);
		const found = ideasOf(all, { territory, need, chain, status });
		const regions = await opened.bank.territories.list({ level: 'region' });
		const answer = {
			...pageOf(found, asked, opened),
			needs: byNeed(found).map(({ need: kind, count }) => ({ need: kind, ideas: count })),
			regions: countsOf(found, 'region'),
			provinces: countsOf(found, 'province'),
			waiting: regions.map(({ code }) => {
				const count = guarded(waiting.get(code) ?? 0);
				return { region: code, ideas: count.kind === 'exact' ? count.count : null };
			})
		};
		return c.json(answer, 200, { 'cache-control': 'no-store' });
	});
	api.openapi(submitRoute, async (c) => {
		const body = c.req.valid('json');
		const typed = Object.fromEntries(IDEA_FIELDS.map((field) => [field, String(body[field] ?? '')]));
		const read = readIdea(typed);
		if (!read.ok) {
			const [field, fault] = Object.entries(read.issues)[0]!;
			throw new Problem('unprocessable', `${field}: ${FAULTS[fault]}.`);
		}
		const common = await commonOf(deps, body);
		await limited(c, deps.limits.submission);
		const { code } = await submitIdea(deps.living, null, common, read.value);
		return c.json({ code }, 200);
	});
}

/** What is wrong with a field, after its name. */
const FAULTS = {
	missing: 'must not be empty',
	long: 'is too long',
	contact: 'will be public and may hold no telephone number and no address',
	unknown: 'is none of the values it can have',
	number: 'must be a whole number',
	range: 'is out of range'
} as const;

const countsOf = (ideas: readonly BoardIdea[], level: 'region' | 'province') =>
	[...byTerritory(ideas, level)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([territory, count]) => ({ territory, ideas: count }));

/** Where, about what and how it came, checked against the current release. Throws a problem that names what is not there. */
async function commonOf({ releases, living }: ApiDeps, asked: z.infer<typeof sent>): Promise<Omit<NewSubmission, 'kind' | 'texts'>> {
	const opened = releases.current;
	const place = await placeOf(opened, asked.province, asked.commune ?? null);
	const chain = asked.chain ?? null;
	if (chain !== null && !opened.snapshot.chains.some(({ id }) => id === chain))
		throw new Problem('unknown-sector', `There is no value chain ${quoted(chain)}; /api/v1/sectors lists them.`);
	const meeting = asked.meeting === undefined ? null : await meetingFor(living, asked.meeting);
	return { ...place, chain, language: asked.language, channel: meeting === null ? 'web' : 'meeting', meeting, contact: null };
}

async function placeOf(opened: OpenedRelease, code: string, commune: string | null) {
	const province = await territoryFor(opened, code);
	if (province.level !== 'province' || province.parent === null) throw new Problem('unprocessable', `province: ${quoted(code)} is none.`);
	if (commune !== null && (await territoryFor(opened, commune)).parent !== code)
		throw new Problem('unprocessable', `commune: ${quoted(commune)} is no commune of ${quoted(code)}.`);
	return { region: province.parent, province: code, commune };
}

async function meetingFor(living: Living, typed: string): Promise<string> {
	const code = readMeetingCode(typed);
	const found = code === null ? null : await meetingOfCode(living, code);
	if (!found) throw new Problem('unprocessable', `meeting: there is none with the code ${quoted(typed)}.`);
	return found.code;
}
