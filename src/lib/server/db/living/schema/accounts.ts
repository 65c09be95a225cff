export interface AccountTables {
	account: AccountRow;
	invitation: { token_hash: string; account: string; expires_at: string };
	session: SessionRow;
}

export interface AccountRow {
	id: string;
	/** Lower case; what somebody signs in with. */
	email: string;
	name: string;
	role: string;
	/** JSON list of region codes; null is the nation. */
	regions: string | null;
	/** argon2id in PHC form; null until the invitation is taken up. */
	password: string | null;
	active: 0 | 1;
	created_at: string;
}

export interface SessionRow {
	id: string;
	account: string;
	token_hash: string;
	/** The token before the last rotation; requests under way may still carry it until `previous_until`. */
	previous_hash: string | null;
	previous_until: string | null;
	created_at: string;
	rotated_at: string;
	seen_at: string;
}
