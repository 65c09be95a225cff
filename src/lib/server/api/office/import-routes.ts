import { createRoute, z } from '@hono/zod-openapi';
import { IMPORT_STATES, QUESTIONS, ROW_STATES } from '#lib/core/import/import.ts';
import { REGISTER_FIELDS } from '#lib/core/register/field.ts';
import { paging, query } from '../parameters.ts';
import * as schemas from '../schemas.ts';

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

export const listRoute = createRoute({
	method: 'get',
	path: '/imports',
	summary: 'Files of the register, newest first',
	responses: schemas.responses(z.object({ items: schemas.list(upload), total: z.int() }), 'For a delegate those with rows in his regions.')
});
export const sendRoute = createRoute({
	method: 'post',
	path: '/imports',
	summary: 'Send a file of the register',
	description: 'multipart/form-data with one file, CSV or XLSX, at most 64 MB. Nothing of it is read before its columns are set.',
	responses: schemas.responses(upload, 'The import, with a proposal for its columns.')
});
export const oneRoute = createRoute({
	method: 'get',
	path: '/imports/{id}',
	summary: 'An import with how many of its rows stand where',
	request: { params },
	responses: schemas.responses(counted, 'While it is read, rowsRead grows; rowsAbout is an estimate.')
});
export const mapRoute = createRoute({
	method: 'post',
	path: '/imports/{id}/mapping',
	summary: 'Say what the columns hold',
	request: { params, ...body(z.strictObject({ mapping: z.array(z.string().max(40)).max(256), asOf: z.string().max(10) })) },
	responses: schemas.responses(state, 'One use per column: a field of the register, or ignored, address, personal.')
});
export const rowsRoute = createRoute({
	method: 'get',
	path: '/imports/{id}/rows',
	summary: 'Rows of an import in the regions of the account',
	request: { params, query: query({ state: z.enum(ROW_STATES).optional(), question: z.enum(QUESTIONS).optional(), ...page }) },
	responses: schemas.responses(
		z.object({ items: schemas.list(row), total: z.int() }),
		'In the order of the file; columns of persons are not in it.'
	)
});
export const askedRoute = createRoute({
	method: 'get',
	path: '/imports/{id}/questions/{question}',
	summary: 'What rows ask, the most frequent first',
	request: { params: params.extend({ question: z.enum(QUESTIONS) }), query: query(page) },
	responses: schemas.responses(
		z.object({ items: schemas.list(z.object({ text: z.string(), rows: z.int(), line: z.int() })), total: z.int() }),
		'Rows that ask with the same text are answered together.'
	)
});
export const decideRoute = createRoute({
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
export const fixRoute = createRoute({
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
export const readRoute = move('read', 'Begin to read the file', 'It is read in the background.');
export const enterRoute = move('enter', 'Begin to enter the ready rows into the register', 'All of them enter in one step, or none.');
export const undoRoute = move('undo', 'Take an import out of the register again', 'Every entry is as it was before.');
export const reopenRoute = move('reopen', 'Go back to the review', 'For what was undone, or broke off while it was entered.');
export const removeRoute = move('remove', 'Forget an import with its file and its rows', 'The register does not change.');
