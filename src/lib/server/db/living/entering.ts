import { setImmediate as turn } from 'node:timers/promises';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#lib/core/account/actor.ts';
import { change } from './audit.ts';
import { ENTRY_COLUMNS } from './entry-columns.ts';
import { endOfNext } from './import-rows.ts';
import { moveImport } from './imports.ts';
import { nextRegister } from './register.ts';
import type { Living, Writing } from './schema.ts';

/** What entering an import did to the register. */
export interface Entered {
	readonly added: number;
	readonly changed: number;
	/** Entries it found as it says them. */
	readonly unchanged: number;
}

/** Why an import cannot be undone: somebody built on what it brought. */
export class UndoRefused extends Error {
	/** Entries of it that a later import or a correction touched. */
	readonly entries: number;

	constructor(entries: number) {
		super(`${entries} entries were touched later`);
		this.entries = entries;
	}
}

/** Rows or versions that one statement touches, so that the server answers others in between. */
const STEP = 4_000;

type ColumnName = (typeof ENTRY_COLUMNS)[number];

const row = (column: string): RawBuilder<unknown> => sql.ref(`r.${column}`);
const entry = (column: string): RawBuilder<unknown> => sql.ref(`e.${column}`);
const untoldOrSame = (column: ColumnName): RawBuilder<unknown> =>
	sql`(${row(column)} is null or ${row(column)} is not distinct from ${entry(column)})`;

/** What the row says, else what the entry said where the row does not speak against it: a file that leaves a column out makes the register no poorer. */
function merged(column: ColumnName): RawBuilder<unknown> {
	const kept = (when: RawBuilder<unknown>) => sql`coalesce(${row(column)}, case when ${when} then ${entry(column)} end)`;
	switch (column) {
		case 'commune':
			return kept(sql`${untoldOrSame('province')} and ${untoldOrSame('region')}`);
		case 'province':
			return kept(untoldOrSame('region'));
		case 'lat':
		case 'lon':
			return kept(sql`${untoldOrSame('commune')} and ${untoldOrSame('province')} and ${untoldOrSame('region')}`);
		case 'chain':
			return kept(sql`(${untoldOrSame('branch')} or ${entry('branch')} is null)`);
		default:
			return sql`coalesce(${row(column)}, ${entry(column)})`;
	}
}

const COLUMNS = sql.join(ENTRY_COLUMNS.map((column) => sql.ref(column)));
const differs = sql.join(
	ENTRY_COLUMNS.map((column) => sql`${merged(column)} is distinct from ${entry(column)}`),
	sql` or `
);

/**
 * Enters the ready rows of an import in one transaction: entries the register has get a new version where the file says something new, the
 * others are added; no entry is taken out. The import has to stand in `committing`. Throws an ImportConflict otherwise, with nothing done.
 */
export async function enterImport(living: Living, actor: Actor | null, id: string): Promise<Entered> {
	return change(
		living,
		(entered: Entered) => ({ actor, action: 'import.enter', subject: id, region: null, facts: { ...entered } }),
		async (writing, at) => {
			await leaveOutRepeated(writing, id);
			const entered = { added: 0, changed: 0, unchanged: 0 };
			let after = -1;
			for (
				let upTo = await endOfNext({ db: writing }, id, after, STEP);
				upTo !== null;
				upTo = await endOfNext({ db: writing }, id, after, STEP)
			) {
				const ready = sql`r.import = ${id} and r.state = 'ready' and r.line > ${after} and r.line <= ${upTo}`;
				entered.changed += await renew(writing, at, id, ready);
				entered.unchanged += await see(writing, id, ready);
				entered.added += await add(writing, at, id, ready);
				after = upTo;
				await turn();
			}
			const seq = await nextRegister(writing);
			await moveImport(writing, at, id, 'committed', { ...entered, entered_as: seq, compared_with: seq });
			return entered;
		}
	);
}

/** Of several rows that would be the same entry the first one counts. */
async function leaveOutRepeated(writing: Writing, id: string): Promise<void> {
	const twice = await writing
		.selectFrom('import_row')
		.select((eb) => ['entry', eb.fn.min<number>('line').as('first')])
		.where('import', '=', id)
		.where('state', '=', 'ready')
		.groupBy('entry')
		.having((eb) => eb.fn.countAll(), '>', 1)
		.execute();
	for (const { entry: same, first } of twice) {
		await writing
			.updateTable('import_row')
			.set({ state: 'repeated', same_as: `line:${first}` })
			.where('import', '=', id)
			.where('state', '=', 'ready')
			.where('entry', '=', same)
			.where('line', '>', first)
			.execute();
	}
}

/** Ends the versions that a row says otherwise and begins new ones; returns how many. */
async function renew(writing: Writing, at: string, id: string, ready: RawBuilder<unknown>): Promise<number> {
	const { numAffectedRows = 0n } = await sql`
		update register_entry set valid_to = ${at}, ended_by = ${id} where version in (
			select e.version from import_row r join register_entry e on e.id = r.entry and e.valid_to is null
			where ${ready} and r.known = 1 and (${differs}))`.execute(writing);
	await sql`
		insert into register_entry (id, valid_from, made_by, ${COLUMNS})
		select e.id, ${at}, ${id}, ${sql.join(ENTRY_COLUMNS.map(merged))}
		from import_row r join register_entry e on e.id = r.entry and e.ended_by = ${id}
		where ${ready} and r.known = 1 order by r.line`.execute(writing);
	return Number(numAffectedRows);
}

/** Notes the entries that a row says as they are; returns how many. */
async function see(writing: Writing, id: string, ready: RawBuilder<unknown>): Promise<number> {
	const { numAffectedRows = 0n } = await sql`
		insert into register_seen (import, entry)
		select ${id}, r.entry from import_row r join register_entry e on e.id = r.entry and e.valid_to is null
		where ${ready} and r.known = 1 and e.made_by <> ${id}`.execute(writing);
	return Number(numAffectedRows);
}

async function add(writing: Writing, at: string, id: string, ready: RawBuilder<unknown>): Promise<number> {
	const { numAffectedRows = 0n } = await sql`
		insert into register_entry (id, valid_from, made_by, ${COLUMNS})
		select r.entry, ${at}, ${id}, ${sql.join(ENTRY_COLUMNS.map(row))} from import_row r
		where ${ready} and r.known = 0 order by r.line`.execute(writing);
	return Number(numAffectedRows);
}

/**
 * Takes an import out of the register again: every entry is as it was before, to the last column. Throws `UndoRefused` when a later import or a
 * correction touched what it brought, and an ImportConflict when it is not entered.
 */
export async function undoImport(living: Living, actor: Actor, id: string): Promise<void> {
	await change(
		living,
		(taken: { versions: number }) => ({ actor, action: 'import.undo', subject: id, region: null, facts: taken }),
		async (writing, at) => {
			const { entered_as: since } = await writing
				.selectFrom('register_import')
				.select('entered_as')
				.where('id', '=', id)
				.executeTakeFirstOrThrow();
			await moveImport(writing, at, id, 'undone', { entered_as: null, compared_with: null });
			const touched = await touchedSince(writing, id, since ?? 0);
			if (touched > 0) throw new UndoRefused(touched);
			const versions = await takeOut(writing, id);
			await writing.deleteFrom('register_seen').where('import', '=', id).execute();
			await nextRegister(writing);
			return { versions };
		}
	);
}

/** Entries that an import brought or changed and that something later rests on. */
async function touchedSince(writing: Writing, id: string, since: number): Promise<number> {
	const { rows } = await sql<{ touched: number }>`
		select count(*) as touched from register_entry e where e.made_by = ${id} and (e.ended_by is not null or exists (
			select 1 from register_seen s join register_import i on i.id = s.import where s.entry = e.id and i.entered_as > ${since}))`.execute(
		writing
	);
	return rows[0]!.touched;
}

async function takeOut(writing: Writing, id: string): Promise<number> {
	let taken = 0;
	for (;;) {
		const { numAffectedRows = 0n } = await sql`
			delete from register_entry where version in (select version from register_entry where made_by = ${id} limit ${STEP})`.execute(writing);
		if (numAffectedRows === 0n) break;
		taken += Number(numAffectedRows);
		await turn();
	}
	for (;;) {
		const { numAffectedRows = 0n } = await sql`
			update register_entry set valid_to = null, ended_by = null
			where version in (select version from register_entry where ended_by = ${id} limit ${STEP})`.execute(writing);
		if (numAffectedRows === 0n) break;
		await turn();
	}
	return taken;
}
