export interface FeedbackTables {
	feedback: FeedbackRow;
	claim: ClaimRow;
	accepted_evidence: AcceptedEvidenceRow;
	accepted_correction: AcceptedCorrectionRow;
}

/** What somebody wrote about a value; his words, his unit and his source are texts of the submission, so that one statement erases them. */
export interface FeedbackRow {
	submission: string;
	type: string;
	/** Reference of the value: `parseAbout` reads it. */
	about: string;
	/** Territory of the value, `MA` for the nation; null for what has none. */
	territory: string | null;
	/** Release in which the sender saw it, and the value as he saw it (JSON). */
	release: string;
	seen: string;
	value: number | null;
	year: string | null;
}

/** A cooperative that corrects its record; what it wants changed are texts of the submission, `change.<field>`. */
export interface ClaimRow {
	submission: string;
	/** `cooperative:C001` of a release, or `entry:<id>` of the register. */
	about: string;
	release: string;
}

/** A fact that the office made of a piece of feedback: nothing of the sender is in it. */
export interface AcceptedEvidenceRow {
	submission: string;
	territory: string;
	chain: string;
	kind: string;
	scope: string;
	product_ar: string;
	product_fr: string;
	product_en: string;
	value: number | null;
	unit_ar: string | null;
	unit_fr: string | null;
	unit_en: string | null;
	year: string | null;
	source_title: string;
	source_url: string | null;
	source_date: string | null;
	accepted_at: string;
	/** Id of the release it came out in; null until then. */
	release: string | null;
}

/** One field of one record, corrected. */
export interface AcceptedCorrectionRow {
	submission: string;
	field: string;
	about: string;
	value: string;
	year: string | null;
	source_title: string;
	source_url: string | null;
	accepted_at: string;
	release: string | null;
}
