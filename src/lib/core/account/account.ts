import type { Actor } from './actor.ts';

/** An account as the back office shows it; its password is nowhere in it. */
export interface Account extends Actor {
	/** Lower case; what its owner signs in with. */
	readonly email: string;
	readonly name: string;
	readonly active: boolean;
	/** False until the invitation is taken up. */
	readonly ready: boolean;
	/** ISO instant. */
	readonly createdAt: string;
}
