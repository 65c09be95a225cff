import type { Selectable } from 'kysely';
import type { Account } from '#lib/core/account/account.ts';
import { regionsFor, ROLES, type Actor, type Regions, type Role } from '#lib/core/account/actor.ts';
import { change } from './audit.ts';
import type { AccountRow } from './schema/accounts.ts';
import type { Living, Writing } from './schema.ts';
import { newId, newToken, tokenHash } from './secrets.ts';

/** What an account is made from. */
export interface NewAccount {
	readonly email: string;
	readonly name: string;
	readonly role: Role;
	readonly regions: readonly string[];
}

/** Why an account cannot be made or changed. */
export type AccountFault = 'bad-email' | 'bad-name' | 'email-taken' | 'bad-regions' | 'last-administrator' | 'unknown-account';

/** Thrown by what makes or changes accounts. */
export class AccountError extends Error {
	readonly fault: AccountFault;

	constructor(fault: AccountFault) {
		super(`account: ${fault}`);
		this.fault = fault;
	}
}

/** Days an invitation may be taken up. */
export const INVITATION_DAYS = 7;
const DAY = 86_400_000;

/** Accounts by email, sorted. */
export async function listAccounts({ db }: Living): Promise<Account[]> {
	return (await db.selectFrom('account').selectAll().orderBy('email').execute()).map(parseAccount);
}

/** The account of an id; null when there is none. */
export async function findAccount({ db }: Living, id: string): Promise<Account | null> {
	const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? parseAccount(row) : null;
}

/** What signing in needs: the account of an address with its hash; null when there is none, it is switched off or has no password yet. */
export async function findForSignIn({ db }: Living, email: string): Promise<{ account: Account; password: string } | null> {
	const row = await db.selectFrom('account').selectAll().where('email', '=', emailOf(email)).where('active', '=', 1).executeTakeFirst();
	return row?.password ? { account: parseAccount(row), password: row.password } : null;
}

/**
 * Makes an account and the invitation with which its owner sets a password; the token is told once and kept as a hash. `actor` is null for
 * the operator's command. Throws an AccountError.
 */
export async function createAccount(living: Living, actor: Actor | null, wanted: NewAccount): Promise<{ id: string; invitation: string }> {
	const row = newRow(wanted, living.now());
	const invitation = newToken();
	await change(living, { actor, action: 'account.create', subject: row.id, region: null, facts: { role: row.role } }, async (writing) => {
		if (await writing.selectFrom('account').select('id').where('email', '=', row.email).executeTakeFirst())
			throw new AccountError('email-taken');
		await writing.insertInto('account').values(row).execute();
		await invite(writing, row.id, invitation, living.now());
	});
	return { id: row.id, invitation };
}

/** A new invitation for an account, as when a password is forgotten; the old ones end. Its sessions end when it is taken up. */
export async function inviteAgain(living: Living, actor: Actor | null, id: string): Promise<string> {
	const invitation = newToken();
	await change(living, { actor, action: 'account.invite', subject: id, region: null }, async (writing) => {
		await existing(writing, id);
		await writing.deleteFrom('invitation').where('account', '=', id).execute();
		await invite(writing, id, invitation, living.now());
	});
	return invitation;
}

/** The account an invitation is for; null when it was taken up, has run out or never was. */
export async function invitedAccount({ db, now }: Living, token: string): Promise<Account | null> {
	const row = await db
		.selectFrom('invitation')
		.innerJoin('account', 'account.id', 'invitation.account')
		.selectAll('account')
		.where('token_hash', '=', tokenHash(token))
		.where('expires_at', '>', now().toISOString())
		.where('active', '=', 1)
		.executeTakeFirst();
	return row ? parseAccount(row) : null;
}

/** Takes an invitation up: sets the password and ends every session of the account. Returns it, or null when the invitation is none. */
export async function acceptInvitation(living: Living, token: string, password: string): Promise<Account | null> {
	const account = await invitedAccount(living, token);
	if (!account) return null;
	await change(living, { actor: account, action: 'account.password', subject: account.id, region: null }, async (writing) => {
		// Two who take it up at once: the second finds it gone.
		const { numDeletedRows } = await writing.deleteFrom('invitation').where('token_hash', '=', tokenHash(token)).executeTakeFirstOrThrow();
		if (numDeletedRows === 0n) throw new AccountError('unknown-account');
		await writing.updateTable('account').set({ password }).where('id', '=', account.id).execute();
		await writing.deleteFrom('session').where('account', '=', account.id).execute();
	});
	return account;
}

/** Changes what an account may do; its sessions end, so that no page keeps the old rights. Throws an AccountError. */
export async function changeRole(living: Living, actor: Actor, id: string, role: Role, wanted: readonly string[]): Promise<void> {
	const regions = regionsFor(role, wanted);
	if (!regions) throw new AccountError('bad-regions');
	await change(living, { actor, action: 'account.role', subject: id, region: null, facts: { role } }, async (writing) => {
		await existing(writing, id);
		if (role !== 'administrator') await keepAnAdministrator(writing, id);
		await writing
			.updateTable('account')
			.set({ role, regions: encodeRegions(regions) })
			.where('id', '=', id)
			.execute();
		await writing.deleteFrom('session').where('account', '=', id).execute();
	});
}

/** Switches an account on or off; switched off, its sessions and invitations end at once. Throws an AccountError. */
export async function setActive(living: Living, actor: Actor, id: string, active: boolean): Promise<void> {
	const action = active ? 'account.activate' : 'account.deactivate';
	await change(living, { actor, action, subject: id, region: null }, async (writing) => {
		await existing(writing, id);
		if (!active) await keepAnAdministrator(writing, id);
		await writing
			.updateTable('account')
			.set({ active: active ? 1 : 0 })
			.where('id', '=', id)
			.execute();
		if (active) return;
		await writing.deleteFrom('session').where('account', '=', id).execute();
		await writing.deleteFrom('invitation').where('account', '=', id).execute();
	});
}

const emailOf = (text: string): string => text.trim().toLowerCase();

function newRow({ email, name, role, regions }: NewAccount, now: Date): AccountRow {
	const address = emailOf(email);
	if (!/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(address)) throw new AccountError('bad-email');
	if (name.trim() === '' || name.length > 120) throw new AccountError('bad-name');
	const allowed = ROLES.includes(role) ? regionsFor(role, regions) : null;
	if (!allowed) throw new AccountError('bad-regions');
	const created = { id: newId(), email: address, name: name.trim(), role, regions: encodeRegions(allowed) };
	return { ...created, password: null, active: 1, created_at: now.toISOString() };
}

const encodeRegions = (regions: Regions): string | null => (regions === 'all' ? null : JSON.stringify(regions));

async function invite(writing: Writing, account: string, token: string, now: Date): Promise<void> {
	const expires_at = new Date(now.getTime() + INVITATION_DAYS * DAY).toISOString();
	await writing
		.insertInto('invitation')
		.values({ token_hash: tokenHash(token), account, expires_at })
		.execute();
}

async function existing(writing: Writing, id: string): Promise<void> {
	const row = await writing.selectFrom('account').select('id').where('id', '=', id).executeTakeFirst();
	if (!row) throw new AccountError('unknown-account');
}

/** Without an administrator nobody could make one. */
async function keepAnAdministrator(writing: Writing, besides: string): Promise<void> {
	const others = await writing
		.selectFrom('account')
		.select('id')
		.where('role', '=', 'administrator')
		.where('active', '=', 1)
		.where('id', '!=', besides)
		.executeTakeFirst();
	const self = await writing.selectFrom('account').select('role').where('id', '=', besides).executeTakeFirst();
	if (!others && self?.role === 'administrator') throw new AccountError('last-administrator');
}

/** An account without its secret. */
export const parseAccount = (row: Selectable<AccountRow>): Account => ({
	id: row.id,
	email: row.email,
	name: row.name,
	role: row.role as Role,
	regions: row.regions === null ? 'all' : (JSON.parse(row.regions) as string[]),
	active: row.active === 1,
	ready: row.password !== null,
	createdAt: row.created_at
});
