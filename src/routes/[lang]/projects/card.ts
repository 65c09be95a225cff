/** A project sheet as the list shows it, in the language of the page. Money in MAD. */
export interface Card {
	readonly id: string;
	readonly name: string;
	/** Name of the model a variant is a smaller version of. */
	readonly base: string | null;
	readonly chains: readonly string[];
	readonly chainNames: readonly string[];
	readonly scale: string;
	readonly members: number;
	readonly grade: string;
	readonly isPublicInfrastructure: boolean;
	readonly capital: number;
	/** The part of the capital that the case pays itself. */
	readonly own: number;
	/** Years without a grant; null when it never comes within `years`. */
	readonly payback: number | null;
	readonly years: number;
	/** A year, before the member's own costs. */
	readonly grossPerMember: number;
	readonly permitNames: readonly string[];
	readonly skills: readonly string[];
	/** Instruments that fit: open today as far as sources say, and to be asked about. */
	readonly openFunding: number;
	readonly unconfirmedFunding: number;
	/** Why it is left out of the place that was asked for; null when it is not. */
	readonly why: string | null;
}
