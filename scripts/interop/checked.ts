/** A document that other software has opened, and what it shows that we did not mean. */
export interface Checked {
	readonly name: string;
	readonly problems: readonly string[];
}
