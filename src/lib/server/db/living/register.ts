import { sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { Actor } from '#lib/core/account/actor.ts';
import type { Identity } from '#lib/core/register/duplicate.ts';
import { countsByChain, type ChainCounts, type CountedEntry } from '#lib/core/register/fabric.ts';
import type { RegisterStatus } from '#lib/core/register/field.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { columnsOf, ENTRY_COLUMNS, fieldsOf, type EntryFields } from './entry-columns.ts';
import { IDENTITY, identityOf, type Numbered } from './identities.ts';
import type { EntryRow } from './schema/register.ts';
import type { Living, LivingTables, Writing } from './schema.ts';

export type { EntryFields } from './entry-columns.ts';

/** A cooperative of the register, as one version of its entry says it. */
export interface RegisterEntry extends EntryFields {
	readonly id: string;
	/** ISO instants: since when the register says so, and until when; null while it still does. */
	readonly validFrom: string;
	readonly validTo: string | null;
}

/** Which entries to list; every filter left out lets all pass. */
export interface EntryFilter {
	readonly region?: string | undefined;
	readonly province?: string | undefined;
	readonly commune?: string | undefined;
	readonly branch?: string | undefined;
	readonly chain?: string | undefined;
	/** Words that a name or the number contains, as they are written. */
	readonly words?: string | undefined;
	readonly limit: number;
	readonly offset?: number | undefined;
}

/** How complete the register is, in entries. */
export interface RegisterCoverage {
	readonly entries: number;
	/** Neither dormant nor dissolved: these count. */
	readonly counted: number;
	readonly dormant: number;
	readonly dissolved: number;
	readonly withoutStatus: number;
	readonly withoutCommune: number;
	readonly withoutProvince: number;
	readonly withoutChain: number;
	readonly withoutPosition: number;
	readonly withoutYear: number;
	readonly withoutMembers: number;
}

/** What is published with the counts of the register. */
export interface RegisterNote {
	/** ISO date of the newest register that was entered. */
	readonly asOf: string;
	/** Entries that count: neither dormant nor dissolved. */
	readonly rows: number;
}

/** The entry of an id as it is today; null when there is none. */
export async function findEntry({ db }: Pick<Living, 'db'>, id: string): Promise<RegisterEntry | null> {
	const row = await today(db).selectAll().where('id', '=', id).executeTakeFirst();
	return row ? parseEntry(row) : null;
}

/** Every version of an entry, newest first; empty when there is none. */
export async function historyOf({ db }: Living, id: string): Promise<RegisterEntry[]> {
	const rows = await db.selectFrom('register_entry').selectAll().where('id', '=', id).orderBy('version', 'desc').execute();
	return rows.map(parseEntry);
}

/** Entries as they are today, by name, with how many there are in all. */
export async function listEntries({ db }: Living, filter: EntryFilter): Promise<{ items: RegisterEntry[]; total: number }> {
	const query = filtered(today(db), filter);
	const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
	const rows = await query
		.selectAll()
		.orderBy('name')
		.orderBy('id')
		.limit(filter.limit)
		.offset(filter.offset ?? 0)
		.execute();
	return { items: rows.map(parseEntry), total };
}

/**
 * Writes what a correction says of an entry, inside a change; `by` is the id of the correction. The version that counted until now ends and
 * stays in the history. False when there is no such entry or it says so already.
 */
export async function correctEntry(
	writing: Writing,
	at: string,
	{ id, by, set }: { readonly id: string; readonly by: string; readonly set: Partial<EntryFields> }
): Promise<boolean> {
	const row = await today(writing).selectAll().where('id', '=', id).executeTakeFirst();
	if (!row) return false;
	const corrected = columnsOf({ ...fieldsOf(row), ...set });
	if (ENTRY_COLUMNS.every((column) => corrected[column] === row[column])) return false;
	await writing.updateTable('register_entry').set({ valid_to: at, ended_by: by }).where('version', '=', row.version).execute();
	await writing
		.insertInto('register_entry')
		.values({ ...corrected, id, valid_from: at, made_by: by })
		.execute();
	await nextRegister(writing);
	return true;
}

/**
 * Counts of the entries that work, per chain and territory. Every chain of `chains` is counted, also one without any: a register that is
 * silent about a chain says that it has no cooperative.
 */
export async function registerCounts(living: Living, territories: readonly Territory[], chains: readonly string[]): Promise<ChainCounts> {
	const groups = await sql<CountedEntry & { entries: number }>`
		select chain, commune, province, region, status, women, members, count(*) as entries from register_entry where valid_to is null
		group by chain, commune, province, region, status, women, members`.execute(living.db);
	return countsByChain(repeated(groups.rows), territories, chains);
}

function* repeated(groups: readonly (CountedEntry & { entries: number })[]): Generator<CountedEntry> {
	for (const group of groups) for (let time = 0; time < group.entries; time++) yield group;
}

/** How complete the register is in the regions of `actor`; an entry without a region is for those who see the nation. */
export async function registerCoverage({ db }: Living, actor: Actor): Promise<RegisterCoverage> {
	const entries = actor.regions === 'all' ? today(db) : today(db).where('region', 'in', [...actor.regions]);
	const without = (column: 'status' | 'commune' | 'province' | 'chain' | 'lat' | 'year' | 'members') =>
		sql<number>`coalesce(sum(case when ${sql.ref(column)} is null then 1 else 0 end), 0)`;
	const having = (status: RegisterStatus) => sql<number>`coalesce(sum(case when status = ${status} then 1 else 0 end), 0)`;
	const { active, ...found } = await entries
		.select((eb) => [
			eb.fn.countAll<number>().as('entries'),
			having('active').as('active'),
			having('dormant').as('dormant'),
			having('dissolved').as('dissolved'),
			without('status').as('withoutStatus'),
			without('commune').as('withoutCommune'),
			without('province').as('withoutProvince'),
			without('chain').as('withoutChain'),
			without('lat').as('withoutPosition'),
			without('year').as('withoutYear'),
			without('members').as('withoutMembers')
		])
		.executeTakeFirstOrThrow();
	return { ...found, counted: active + found.withoutStatus };
}

/** What is said beside figures of the register; null while nothing is in it. */
export async function registerNote({ db }: Living): Promise<RegisterNote | null> {
	const { asOf } = await db
		.selectFrom('register_import')
		.select((eb) => eb.fn.max<string | null>('as_of').as('asOf'))
		.where('state', '=', 'committed')
		.executeTakeFirstOrThrow();
	const { rows } = await today(db)
		.where((eb) => eb.or([eb('status', 'is', null), eb('status', '=', 'active')]))
		.select((eb) => eb.fn.countAll<number>().as('rows'))
		.executeTakeFirstOrThrow();
	return asOf === null ? null : { asOf, rows };
}

/** What tells the cooperatives of a province apart, or of those without one, oldest entry first. */
export async function entriesIn({ db }: Pick<Living, 'db'>, province: string | null): Promise<Identity[]> {
	const rows = await today(db)
		.select([...IDENTITY, 'id'])
		.where('province', 'is', province)
		.orderBy('version')
		.execute();
	return rows.map((row) => identityOf(`entry:${row.id}`, row));
}

/** Entries with one of some numbers, as they are written, oldest first. */
export async function entriesNumbered({ db }: Pick<Living, 'db'>, numbers: readonly string[]): Promise<Identity[]> {
	const rows = await today(db)
		.select([...IDENTITY, 'id'])
		.where('number', 'in', numbers)
		.orderBy('version')
		.execute();
	return rows.map((row) => identityOf(`entry:${row.id}`, row));
}

/** Numbers of some entries after a version, with their provinces, oldest first. */
export function numbersOf({ db }: Pick<Living, 'db'>, after: number, limit: number): Promise<Numbered[]> {
	return today(db)
		.select(['version as at', 'number', 'province'])
		.where('number', 'is not', null)
		.$narrowType<{ number: string }>()
		.where('version', '>', after)
		.orderBy('version')
		.limit(limit)
		.execute();
}

/** Every version of every entry with all its columns, in the order they were written: the whole register, to compare two states of it. */
export function versionsOf({ db }: Living): Promise<Selectable<EntryRow>[]> {
	return db.selectFrom('register_entry').selectAll().orderBy('version').execute();
}

/** Number of the register: it grows with everything that changes it. */
export async function registerNumber({ db }: Pick<Living, 'db'>): Promise<number> {
	return (await db.selectFrom('register_head').select('seq').executeTakeFirstOrThrow()).seq;
}

/** Counts one change of the register, inside it; returns its new number. */
export async function nextRegister(writing: Writing): Promise<number> {
	const { seq } = await writing
		.updateTable('register_head')
		.set((eb) => ({ seq: eb('seq', '+', 1) }))
		.returning('seq')
		.executeTakeFirstOrThrow();
	return seq;
}

const today = (db: Living['db'] | Writing) => db.selectFrom('register_entry').where('valid_to', 'is', null);

type Entries<O> = SelectQueryBuilder<LivingTables, 'register_entry', O>;

function filtered<O>(query: Entries<O>, { words, limit: _limit, offset: _offset, ...codes }: EntryFilter): Entries<O> {
	let entries = query;
	for (const [column, code] of Object.entries(codes) as [keyof typeof codes, string | undefined][])
		if (code !== undefined) entries = entries.where(column, '=', code);
	if (words === undefined || searchKey(words) === '') return entries;
	const wanted = `%${words.trim().replaceAll(/[%_\\]/g, '\\$&')}%`;
	const holds = (column: 'name' | 'name_ar' | 'name_fr' | 'number') => sql<boolean>`${sql.ref(column)} like ${wanted} escape '\\'`;
	return entries.where((eb) => eb.or([holds('name'), holds('name_ar'), holds('name_fr'), holds('number')]));
}

const parseEntry = (row: Selectable<EntryRow>): RegisterEntry => ({
	...fieldsOf(row),
	id: row.id,
	validFrom: row.valid_from,
	validTo: row.valid_to
});
