import type { Context } from 'hono';
import type { Account } from '#lib/core/account/account.ts';
import { covers } from '#lib/core/account/actor.ts';
import type { RegisterField } from '#lib/core/register/field.ts';
import { fileSentence } from '#lib/i18n/import-words.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { UndoRefused } from '../../db/living/entering.ts';
import { countRows, countsOf, listAsked, listRows, type ImportedRow } from '../../db/living/import-rows.ts';
import { findImport, ImportConflict, listImports, type Import } from '../../db/living/imports.ts';
import type { Reviewed } from '../../import/review.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem, quoted } from '../problem.ts';
import * as routes from './import-routes.ts';
import { allowed, type Office, type OfficeEnv } from './office.ts';

const LIMIT = 50;

/** Adds the import of the register to the office. */
export function addOfficeImports(office: Office, deps: ApiDeps): void {
	addFiles(office, deps);
	addReview(office, deps);
	addMoves(office, deps);
}

/** Sending a file and looking at what became of it. */
function addFiles(office: Office, { living, imports }: ApiDeps): void {
	office.openapi(routes.listRoute, async (c) => {
		const items = await listImports(living, allowed(c, 'review-register'));
		return c.json({ items: items.map(plain), total: items.length }, 200);
	});
	office.openapi(routes.sendRoute, async (c) => {
		const received = await imports.receive(national(c), c.req.raw);
		if (received.ok) return c.json(plain(await existing(living, c.get('account'), received.id)), 200);
		const { fault } = received;
		const kind = fault.kind === 'too-large' ? 'body-too-large' : fault.kind === 'no-form' ? 'bad-body' : 'unprocessable';
		throw new Problem(kind, fileSentence(await wordsOf('en'), fault));
	});
	office.openapi(routes.oneRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const found = await existing(living, account, c.req.valid('param').id);
		return c.json({ ...plain(found), counts: await countsOf(living, account, found.id) }, 200);
	});
	office.openapi(routes.mapRoute, async (c) => {
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
}

/** Rows, what they ask, and answers. */
function addReview(office: Office, { living, imports }: ApiDeps): void {
	office.openapi(routes.rowsRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const { id } = await existing(living, account, c.req.valid('param').id);
		const { limit = LIMIT, ...filter } = c.req.valid('query');
		const items = await listRows(living, account, id, { ...filter, limit });
		return c.json({ items: items.map(plainRow), total: await countRows(living, account, id, filter) }, 200);
	});
	office.openapi(routes.askedRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const { id, question } = c.req.valid('param');
		await existing(living, account, id);
		const { limit = LIMIT, offset } = c.req.valid('query');
		return c.json(await listAsked(living, account, id, question, { limit, offset }), 200);
	});
	office.openapi(routes.decideRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const { id } = await existing(living, account, c.req.valid('param').id);
		const { question, answer, line, text, all } = c.req.valid('json');
		const named = [line, text, all].filter((given) => given !== undefined);
		if (named.length !== 1) throw new Problem('bad-body', 'Give one of line, text and all.');
		const which = line !== undefined ? { line } : text !== undefined ? { text } : 'all';
		return c.json(reviewed(await quickest(imports.decide(account, id, { question, answer, which }))), 200);
	});
	office.openapi(routes.fixRoute, async (c) => {
		const account = allowed(c, 'review-register');
		const { id, line } = c.req.valid('param');
		await existing(living, account, id);
		const { cells, skipped } = c.req.valid('json');
		let written = { rows: 0 };
		if (cells) written = reviewed(await quickest(imports.fix(account, id, line, cells as Partial<Record<RegisterField, string>>)));
		if (skipped !== undefined) written = reviewed(await quickest(imports.skip(account, id, line, skipped)));
		return c.json(written, 200);
	});
}

/** What moves an import on or back. */
function addMoves(office: Office, { living, imports }: ApiDeps): void {
	const moved = async (c: Context<OfficeEnv>, id: string, work: (account: Account) => Promise<void>) => {
		const account = national(c);
		await existing(living, account, id);
		await quickest(work(account));
		return { id, state: (await findImport(living, account, id))?.state ?? ('undone' as const) };
	};
	office.openapi(routes.readRoute, async (c) => {
		const { id } = c.req.valid('param');
		return c.json(await moved(c, id, (account) => imports.startReading(account, id)), 200);
	});
	office.openapi(routes.enterRoute, async (c) => {
		const { id } = c.req.valid('param');
		return c.json(await moved(c, id, (account) => imports.startEntering(account, id)), 200);
	});
	office.openapi(routes.undoRoute, async (c) => {
		const { id } = c.req.valid('param');
		return c.json(await moved(c, id, (account) => imports.undo(account, id)), 200);
	});
	office.openapi(routes.reopenRoute, async (c) => {
		const { id } = c.req.valid('param');
		return c.json(await moved(c, id, (account) => imports.reopen(account, id)), 200);
	});
	office.openapi(routes.removeRoute, async (c) => {
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
