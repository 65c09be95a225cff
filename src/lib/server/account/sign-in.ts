import type { Account } from '#lib/core/account/account.ts';
import { findForSignIn } from '../db/living/accounts.ts';
import type { Living } from '../db/living/schema.ts';
import { startSession } from '../db/living/sessions.ts';
import { isPassword, NOBODY } from './password.ts';
import { createThrottle, SIGN_IN_LIMITS, type Throttle } from './throttle.ts';

/** What a try to sign in comes to. What was wrong, address or password, is not said. */
export type SignInAnswer =
	| { readonly kind: 'in'; readonly token: string; readonly account: Account }
	| { readonly kind: 'wrong' }
	| { readonly kind: 'wait'; readonly seconds: number };

/** Signs in with an address and a password, from a network. */
export type SignIn = (tried: { readonly email: string; readonly password: string; readonly client: string }) => Promise<SignInAnswer>;

/** Signing in over a living store, throttled by address and network. */
export function createSignIn(living: Living): SignIn {
	const throttles = {
		pair: createThrottle(SIGN_IN_LIMITS.pair),
		network: createThrottle(SIGN_IN_LIMITS.network),
		address: createThrottle(SIGN_IN_LIMITS.address)
	};
	return async ({ email, password, client }) => {
		const address = email.trim().toLowerCase();
		const keyed: readonly (readonly [Throttle, string])[] = [
			[throttles.pair, `${address} ${client}`],
			[throttles.network, client],
			[throttles.address, address]
		];
		const waits = await Promise.all(keyed.map(([throttle, key]) => throttle.wait(key)));
		const seconds = Math.max(...waits);
		if (seconds > 0) return { kind: 'wait', seconds };
		const found = await findForSignIn(living, address);
		if (!(await isPassword(password, found?.password ?? NOBODY)) || !found) {
			for (const [throttle, key] of keyed) await throttle.take(key);
			return { kind: 'wrong' };
		}
		await throttles.pair.forget(`${address} ${client}`);
		return { kind: 'in', token: await startSession(living, found.account), account: found.account };
	};
}
