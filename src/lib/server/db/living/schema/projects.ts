export interface ProjectTables {
	reservation: ReservationRow;
}

/** A project sheet that somebody wants to make real in a commune; chain and commune are those of the submission. */
export interface ReservationRow {
	submission: string;
	model: string;
	members: number | null;
	/** Month, `2027-03`. */
	planned: string | null;
	/** The winning idea it comes from; one idea has one reservation at most. */
	idea: string | null;
}
