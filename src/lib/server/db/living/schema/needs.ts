export interface NeedTables {
	need: NeedRow;
}

/** What a need says; its words are the text `words` of the submission. */
export interface NeedRow {
	submission: string;
	need: string;
	declarer: string;
	urgency: string;
	/** The need that says the same and is kept; null unless a delegate found one. */
	duplicate_of: string | null;
}
