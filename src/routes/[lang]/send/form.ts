/** One choice of a list. */
interface Choice {
	readonly code: string;
	readonly name: string;
}

/** What a public form offers and has chosen before. */
export interface FormChoices {
	readonly regions: readonly { readonly name: string; readonly provinces: readonly Choice[] }[];
	readonly branches: readonly { readonly name: string; readonly chains: readonly { readonly id: string; readonly name: string }[] }[];
	readonly chosen: { readonly province: string; readonly commune: string; readonly chain: string };
	/** Months that what is sent is kept. */
	readonly months: number;
}

/** Sentences by field; `form` speaks of the whole. */
export type SentIssues = Readonly<Record<string, string>>;

/** Fields as they were typed. */
export type Typed = Readonly<Record<string, string>>;
