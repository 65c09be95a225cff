export interface IdeaTables {
	idea: IdeaRow;
	idea_seat: SeatRow;
	meeting: MeetingRow;
}

/** What an idea has beside its submission; its words are in `submission_text` under title, pitch and resource. */
export interface IdeaRow {
	submission: string;
	need: string;
	holder: string;
	stage: string;
	members: number | null;
	own_means_mad: number | null;
	/** JSON list of the feasibility questions answered with yes. */
	gate: string;
	/** The idea that is kept when this one says the same. */
	duplicate_of: string | null;
	/** Model and value chain of the project sheet it became. */
	model: string | null;
	model_chain: string | null;
	/** ISO date. */
	follow_up_due: string | null;
}

/** A juror's place at one idea. */
export interface SeatRow {
	idea: string;
	juror: string;
	/** `asked`, `sent`, or `recused`: who knows the holder says so and is not asked again. */
	state: 'asked' | 'sent' | 'recused';
	/** JSON object of points by criterion, once sent; final. */
	scores: string | null;
	/** Version of the rubric they were given by. */
	rubric: string | null;
	asked_at: string;
	sent_at: string | null;
}

export interface MeetingRow {
	id: string;
	code: string;
	region: string;
	province: string | null;
	date: string;
	place: string;
	created_by: string;
	created_at: string;
}
