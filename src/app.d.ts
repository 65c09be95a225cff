import type { Account } from '#lib/core/account/account.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who is signed in; null for the public, and on every public page, which does not ask. */
			account: Account | null;
			/** True when a session came that has ended. */
			ended: boolean;
		}
		interface PageState {
			/** Query of the view, when it changed without a visit to the server. */
			query?: string;
		}
	}
}

export {};
