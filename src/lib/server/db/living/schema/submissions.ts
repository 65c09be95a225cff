export interface SubmissionTables {
	submission: SubmissionRow;
	submission_contact: ContactRow;
	/** Free text, kept apart so that one statement erases it: an idea's pitch, the words of a dispute. */
	submission_text: { submission: string; field: string; text: string };
	submission_step: { submission: string; position: number; at: string; status: string; note: string | null };
}

export interface SubmissionRow {
	id: string;
	kind: string;
	code_hash: string;
	status: string;
	region: string;
	province: string | null;
	commune: string | null;
	chain: string | null;
	language: string;
	channel: string;
	meeting: string | null;
	created_at: string;
	updated_at: string;
	keep_until: string;
}

/** Who sent it; its row is gone once it is no longer needed. */
export interface ContactRow {
	submission: string;
	name: string | null;
	phone: string | null;
	email: string | null;
	consent: string;
	consent_at: string;
}
