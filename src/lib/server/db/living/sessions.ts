import type { Account } from '#lib/core/account/account.ts';
import type { Actor } from '#lib/core/account/actor.ts';
import { parseAccount } from './accounts.ts';
import { change } from './audit.ts';
import type { SessionRow } from './schema/accounts.ts';
import type { Living } from './schema.ts';
import { newId, newToken, tokenHash } from './secrets.ts';

const MINUTE = 60_000;
/** A day's work at most, half an hour away from it, a new token every ten minutes, and a minute for requests under way with the old one. */
export const SESSION_RULES = { longest: 12 * 60 * MINUTE, idle: 30 * MINUTE, rotate: 10 * MINUTE, overlap: MINUTE } as const;

/** Who a session is, and its new token when this request has rotated it. */
export interface Resumed {
	readonly session: string;
	readonly account: Account;
	/** Null when the token that came still stands. */
	readonly renewed: string | null;
}

/** Starts a session and returns its token, which is kept as a hash only. */
export async function startSession(living: Living, account: Account): Promise<string> {
	const token = newToken();
	await change(living, { actor: account, action: 'session.start', subject: account.id, region: null }, async (writing, at) => {
		await writing.deleteFrom('session').where('created_at', '<', before(living, SESSION_RULES.longest)).execute();
		await writing
			.insertInto('session')
			.values({
				id: newId(),
				account: account.id,
				token_hash: tokenHash(token),
				previous_hash: null,
				previous_until: null,
				created_at: at,
				rotated_at: at,
				seen_at: at
			})
			.execute();
	});
	return token;
}

/**
 * The session of a token; null when there is none, it has run out, or its account is switched off. A token that was already replaced is
 * a copy in other hands, or ours out of date: the session ends for both.
 */
export async function resumeSession(living: Living, token: string): Promise<Resumed | null> {
	const hash = tokenHash(token);
	const row = await living.db
		.selectFrom('session')
		.selectAll()
		.where((eb) => eb.or([eb('token_hash', '=', hash), eb('previous_hash', '=', hash)]))
		.executeTakeFirst();
	if (!row) return null;
	const account = await accountOf(living, row.account);
	if (!account?.active || hasRunOut(living, row)) return endWith(living, account, row.id, 'session.expire');
	if (row.token_hash !== hash) {
		const late = row.previous_until! < living.now().toISOString();
		return late ? endWith(living, account, row.id, 'session.replay') : { session: row.id, account, renewed: null };
	}
	return { session: row.id, account, renewed: await touch(living, account, row) };
}

/** Ends the session of a token, if there is one. */
export async function endSession(living: Living, token: string): Promise<void> {
	const row = await living.db.selectFrom('session').selectAll().where('token_hash', '=', tokenHash(token)).executeTakeFirst();
	if (!row) return;
	await endWith(living, await accountOf(living, row.account), row.id, 'session.end');
}

async function accountOf({ db }: Living, id: string): Promise<Account | null> {
	const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? parseAccount(row) : null;
}

const before = ({ now }: Living, milliseconds: number): string => new Date(now().getTime() - milliseconds).toISOString();

const hasRunOut = (living: Living, { created_at, seen_at }: SessionRow): boolean =>
	created_at < before(living, SESSION_RULES.longest) || seen_at < before(living, SESSION_RULES.idle);

async function endWith(living: Living, actor: Actor | null, id: string, action: string): Promise<null> {
	await change(living, { actor, action, subject: actor?.id ?? id, region: null }, (writing) =>
		writing.deleteFrom('session').where('id', '=', id).execute()
	);
	return null;
}

/** Keeps a session awake, and gives it a new token when the old one is ten minutes old: the answer is that token, or null. */
async function touch(living: Living, account: Account, row: SessionRow): Promise<string | null> {
	if (row.rotated_at < before(living, SESSION_RULES.rotate)) return rotate(living, account, row);
	// To the minute: a page of ten requests is one write.
	if (row.seen_at < before(living, MINUTE)) await seen(living, row.id);
	return null;
}

/** No deed of anybody, so no line of the log: it only says that a session is in use. */
async function seen({ db, now }: Living, id: string): Promise<void> {
	await db.updateTable('session').set({ seen_at: now().toISOString() }).where('id', '=', id).execute();
}

async function rotate(living: Living, account: Account, row: SessionRow): Promise<string | null> {
	const token = newToken();
	const previous_until = new Date(living.now().getTime() + SESSION_RULES.overlap).toISOString();
	const rotated = await change(
		living,
		{ actor: account, action: 'session.rotate', subject: account.id, region: null },
		async (writing, at) =>
			await writing
				.updateTable('session')
				.set({ token_hash: tokenHash(token), previous_hash: row.token_hash, previous_until, rotated_at: at, seen_at: at })
				.where('id', '=', row.id)
				// Of two requests at once the first rotates; the other keeps the token it came with for a minute.
				.where('token_hash', '=', row.token_hash)
				.executeTakeFirstOrThrow()
	);
	return rotated.numUpdatedRows === 1n ? token : null;
}
