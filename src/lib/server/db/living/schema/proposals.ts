export interface ProposalTables {
	release_proposal: ProposalRow;
	/** Accepted submissions that a proposed release holds. */
	release_proposal_fact: { proposal: string; submission: string };
}

export interface ProposalRow {
	id: string;
	/** "register" counts the register anew; "accepted" holds accepted facts alone; "return" goes back to a release there was. */
	kind: string;
	release: string;
	/** The release it would take the place of. */
	before: string;
	as_of: string | null;
	rows: number | null;
	status: string;
	proposed_by: string;
	proposed_at: string;
	decided_by: string | null;
	decided_at: string | null;
}
