export interface AuditTables {
	audit: AuditRow;
	/** One row: where the chain ends. Its update is the first statement of every change, which takes the write lock at once. */
	audit_head: { id: 1; seq: number; hash: string };
}

export interface AuditRow {
	seq: number;
	at: string;
	/** Id of the account; null for the public and for the operator's commands. */
	actor: string | null;
	action: string;
	subject: string;
	region: string | null;
	/** JSON object with sorted keys. */
	facts: string;
	previous: string;
	hash: string;
}
