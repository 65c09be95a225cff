import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Account } from '#lib/core/account/account.ts';
import { covers } from '#lib/core/account/actor.ts';
import { IMPORT_STATES, QUESTIONS, ROW_STATES } from '#lib/core/import/import.ts';
import { REGISTER_FIELDS, type RegisterField } from '#lib/core/register/field.ts';
import { fileSentence } from '#lib/i18n/import-words.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { UndoRefused } from '../../db/living/entering.ts';
import { countRows, countsOf, listAsked, listRows, type ImportedRow } from '../../db/living/import-rows.ts';
import { findImport, ImportConflict, listImports, type Import } from '../../db/living/imports.ts';
import type { Reviewed } from '../../import/review.ts';
import type { ApiDeps } from '../deps.ts';
import { paging, query } from '../parameters.ts';
import { Problem, quoted } from '../problem.ts';
import * as schemas from '../schemas.ts';
import { allowed, type Office, type OfficeEnv } from './office.ts';

const numbers = <K extends string>(keys: readonly K[]) =>
	z.object(Object.fromEntries(keys.map((key) => [key, z.int()])) as Record<K, z.ZodInt>);

const upload = z
	.object({
		id: z.string(),
		state: z.enum(IMPORT_STATES),
		file: z.string(),
		bytes: z.int(),
		kind: z.enum(['csv', 'xlsx']),
		sheet: z.string().nullable(),
		headers: schemas.list(z.string()),
		mapping: schemas.list(z.string()),
		remembered: z.boolean(),
		asOf: z.string(),
		rowsRead: z.int(),
		rowsAbout: z.int().nullable(),
		entered: numbers(['added', 'changed', 'unchanged']).nullable(),
		createdAt: z.string(),
		updatedAt: z.string()
	})
	.openapi('Import');
const counted = upload
	.extend({
		counts: z.object({
			rows: z.int(),
			states: numbers(ROW_STATES),
			questions: numbers(QUESTIONS),
			warnings: z.int(),
			known: z.int(),
			recalled: z.int()
		})
	})
	.openapi('CountedImport');
const code = z.string().nullable();
const row = z
	.object({
		line: z.int(),
		state: z.enum(ROW_STATES),
		name: z.string(),
		number: code,
		branch: code,
		chain: code,
		commune: code,
		province: code,
		region: code,
		year: z.int().nullable(),
		members: z.int().nullable(),
		status: code,
		cells: z.record(z.string(), z.string()),
		asks: z.record(z.string(), z.string()),
		choices: z.record(z.string(), schemas.list(z.object({ id: z.string(), score: z.number() }))),
		problems: schemas.list(
			z.object({
				kind: z.string(),
				field: z.string(),
				severity: z.enum(['error', 'warning']),
				found: z.string(),
				suggestion: z.string().nullable()
			})
		)
	})
	.openapi('ImportedRow');

const params = z.object({ id: z.string().max(64) });
const rowParams = params.extend({ line: z.coerce.number().int().min(1) });
const body = <S extends z.ZodType>(schema: S) => ({ body: { required: true, content: { 'application/json': { schema } } } });
const page = { limit: paging.limit, offset: paging.offset };
const rows = z.object({ rows: z.int() });
const state = z.object({ id: z.string(), state: z.enum(IMPORT_STATES) });

const listRoute = createRoute({
	method: 'get',
	path: '/imports',
	summary: 'Files of the register, newest first',
	responses: schemas.responses(z.object({ items: schemas.list(upload), total: z.int() }), 'For a delegate those with rows in his regions.')
});
const sendRoute = createRoute({
	method: 'post',
	path: '/imports',
	summary: 'Send a file of the register',
	description: 'multipart/form-data with one file, CSV or XLSX, at most 64 MB. Nothing of it is read before its columns are set.',
	responses: schemas.responses(upload, 'The import, with a proposal for its columns.')
});
const oneRoute = createRoute({
	method: 'get',
	path: '/imports/{id}',
	summary: 'An import with how many of its rows stand where',
	request: { params },
	responses: schemas.responses(counted, 'While it is read, rowsRead grows; rowsAbout is an estimate.')
});
const mapRoute = createRoute({
	method: 'post',
	path: '/imports/{id}/mapping',
	summary: 'Say what the columns hold',
	request: { params, ...body(z.strictObject({ mapping: z.array(z.string().max(40)).max(256), asOf: z.string().max(10) })) },
	responses: schemas.responses(state, 'One use per column: a field of the register, or ignored, address, personal.')
});
const rowsRoute = createRoute({
	method: 'get',
	path: '/imports/{id}/rows',
	summary: 'Rows of an import in the regions of the account',
	request: { params, query: query({ state: z.enum(ROW_STATES).optional(), question: z.enum(QUESTIONS).optional(), ...page }) },
	responses: schemas.responses(
		z.object({ items: schemas.list(row), total: z.int() }),
		'In the order of the file; columns of persons are not in it.'
	)
});
const askedRoute = createRoute({
	method: 'get',
	path: '/imports/{id}/questions/{question}',
	summary: 'What rows ask, the most frequent first',
	request: { params: params.extend({ question: z.enum(QUESTIONS) }), query: query(page) },
	responses: schemas.responses(
		z.object({ items: schemas.list(z.object({ text: z.string(), rows: z.int(), line: z.int() })), total: z.int() }),
		'Rows that ask with the same text are answered together.'
	)
});
const decideRoute = createRoute({
	method: 'post',
	path: '/imports/{id}/decisions',
	summary: 'Answer a question of one row, of all rows with the same text, or of all that are left',
	request: {
		params,
		...body(
			z.strictObject({
				question: z.enum(QUESTIONS),
				answer: z.string().max(40),
				line: z.int().min(1).optional(),
				text: z.string().max(2000).optional(),
				all: z.literal(true).optional()
			})
		)
	},
	responses: schemas.responses(rows, 'How many rows were answered.')
});
const fixRoute = createRoute({
	method: 'post',
	path: '/imports/{id}/rows/{line}',
	summary: 'Put cells of a row right, leave it out, or take it in again',
	request: {
		params: rowParams,
		...body(z.strictObject({ cells: z.partialRecord(z.enum(REGISTER_FIELDS), z.string()).optional(), skipped: z.boolean().optional() }))
	},
	responses: schemas.responses(rows, 'How many rows were written.')
});
const move = (deed: string, summary: string, description: string) =>
	createRoute({
		method: 'post',
		path: `/imports/{id}/${deed}` as '/imports/{id}/read',
		summary,
		request: { params },
		responses: schemas.responses(state, description)
	});
const readRoute = move('read', 'Begin to read the file', 'It is read in the background.');
const enterRoute = move('enter', 'Begin to enter the ready rows into the register', 'All of them enter in one step, or none.');
const undoRoute = move('undo', 'Take an import out of the register again', 'Every entry is as it was before.');
const reopenRoute = move('reopen', 'Go back to the review', 'For what was undone, or broke off while it was entered.');
const removeRoute = move('remove', 'Forget an import with its file and its rows', 'The register does not change.');

const LIMIT = 50;

/** Adds the import of the register to the office. */
export function addOfficeImports(office: Office, { living, imports }: ApiDeps): void {
	office.openapi(listRoute, async (c) => {
		const items = await listImports(living, allowed(c, 'review-register'));
		return c.json({ items: items.map(plain), total: items.length }, 200);
	});
	office.openapi(sendRoute, async (c) => {
		const received = await imports.receive(national(c), c.req.raw);
		if (received.ok) return c.json(plain(await existing(living, c.get('account'), received.id)), 200);
		const { fault } = received;
		const kind = fault.kind === 'too-large' ? 'body-too-large' : fault.kind === 'no-form' ? 'bad-body' : 'unprocessable';
		throw new Problem(kind, fileSentence(await wordsOf('en'), fault));
	});
	office.openapi(oneRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const found = await existing(living, account, c.req.valid('param').id);
		return c.json({ ...plain(found), counts: await countsOf(living, account, found.id) }, 200);
	});
	office.openapi(mapRoute, async (c) => {
		const account = national(c);
		const { id } = await existing(living, account, c.req.valid('param').id);
		const mapped = await quickest(imports.map(account, id, c.req.valid('json')));
		if (mapped.ok) return c.json({ id, state: 'mapped' as const }, 200);
		const wrong = mapped.problems.filter(({ severity }) => severity === 'error').map(({ kind, found }) => `${kind} ${found}`.trim());
		throw new Problem(
			'unprocessable',
			mapped.badDate ? 'asOf must be a date that is not to come.' : `The columns cannot be used: ${wrong.join('; ')}.`
		);
	});
	office.openapi(rowsRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const { id } = await existing(living, account, c.req.valid('param').id);
		const { limit = LIMIT, ...filter } = c.req.valid('query');
		const items = await listRows(living, account, id, { ...filter, limit });
		return c.json({ items: items.map(plainRow), total: await countRows(living, account, id, filter) }, 200);
	});
	office.openapi(askedRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const { id, question } = c.req.valid('param');
		await existing(living, account, id);
		const { limit = LIMIT, offset } = c.req.valid('query');
		return c.json(await listAsked(living, account, id, question, { limit, offset }), 200);
	});
	office.openapi(decideRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const { id } = await existing(living, account, c.req.valid('param').id);
		const { question, answer, line, text, all } = c.req.valid('json');
		const named = [line, text, all].filter((given) => given !== undefined);
		if (named.length !== 1) throw new Problem('bad-body', 'Give one of line, text and all.');
		const which = line !== undefined ? { line } : text !== undefined ? { text } : 'all';
		return c.json(reviewed(await quickest(imports.decide(account, id, { question, answer, which }))), 200);
	});
	office.openapi(fixRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const { id, line } = c.req.valid('param');
		await existing(living, account, id);
		const { cells, skipped } = c.req.valid('json');
		let written = { rows: 0 };
		if (cells) written = reviewed(await quickest(imports.fix(account, id, line, cells as Partial<Record<RegisterField, string>>)));
		if (skipped !== undefined) written = reviewed(await quickest(imports.skip(account, id, line, skipped)));
		return c.json(written, 200);
	});
	const moved = async (c: Context<OfficeEnv>, id: string, work: (account: Account) => Promise<void>) => {
		const account = national(c);
		await existing(living, account, id);
		await quickest(work(account));
		return { id, state: (await findImport(living, account, id))?.state ?? ('undone' as const) };
	};
	office.openapi(readRoute, async (c) => {
		const { id } = c.req.valid('param');
		return c.json(await moved(c, id, (account) => imports.startReading(account, id)), 200);
	});
	office.openapi(enterRoute, async (c) => {
		const { id } = c.req.valid('param');
		return c.json(await moved(c, id, (account) => imports.startEntering(account, id)), 200);
	});
	office.openapi(undoRoute, async (c) => {
		const { id } = c.req.valid('param');
		return c.json(await moved(c, id, (account) => imports.undo(account, id)), 200);
	});
	office.openapi(reopenRoute, async (c) => {
		const { id } = c.req.valid('param');
		return c.json(await moved(c, id, (account) => imports.reopen(account, id)), 200);
	});
	office.openapi(removeRoute, async (c) => {
		const { id } = c.req.valid('param');
		const account = national(c);
		const found = await existing(living, account, id);
		await quickest(imports.remove(account, id));
		return c.json({ id, state: found.state }, 200);
	});
}

/** Who may send, enter and undo: a file is one for the whole nation. */
function national(c: Context<OfficeEnv>): Account {
	const account = allowed(c, 'import-register');
	if (covers(account, null)) return account;
	throw new Problem('not-allowed', 'A file of the register is for those who see all regions.');
}

async function existing(living: ApiDeps['living'], account: Account, id: string): Promise<Import> {
	const found = await findImport(living, account, id);
	if (found) return found;
	throw new Problem('not-found', `There is no import ${quoted(id)} in the regions of this account.`);
}

/** The result of `work`, or what stands against it as a problem. */
async function quickest<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (thrown) {
		if (thrown instanceof ImportConflict) throw new Problem('conflict', `This import is ${thrown.from} and cannot become ${thrown.to}.`);
		if (thrown instanceof UndoRefused) throw new Problem('conflict', `${thrown.entries} entries of this import were touched later.`);
		throw thrown;
	}
}

const ISSUES = {
	'not-there': ['not-found', 'No row in the regions of this account asks this.'],
	'no-answer': ['unprocessable', 'This is no answer to this question.'],
	outside: ['not-allowed', 'This place is outside the regions of this account.'],
	'too-long': ['unprocessable', 'A cell holds at most 500 characters.']
} as const;

function reviewed(outcome: Reviewed): { rows: number } {
	if (outcome.ok) return { rows: outcome.rows };
	const [kind, sentence] = ISSUES[outcome.issue];
	throw new Problem(kind, sentence);
}

const plain = ({ comparedWith: _, enteredAs: _entered, brokeIn: _broke, fault: _fault, ...found }: Import) => found;

const plainRow = (found: ImportedRow) => ({
	line: found.line,
	state: found.state,
	name: found.name,
	number: found.number,
	branch: found.branch,
	chain: found.chain,
	commune: found.commune,
	province: found.province,
	region: found.region,
	year: found.year,
	members: found.members,
	status: found.status,
	cells: found.cells as Record<string, string>,
	asks: found.asks as Record<string, string>,
	choices: found.choices,
	problems: found.problems
});
