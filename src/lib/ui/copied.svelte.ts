/** How long «copied» is said, in milliseconds. */
const SAID = 2000;

/** A text put on the clipboard; `isDone` is true for a moment after. */
export class Copied {
	isDone = $state(false);

	readonly copy = async (text: string): Promise<void> => {
		await navigator.clipboard.writeText(text);
		this.isDone = true;
		setTimeout(() => (this.isDone = false), SAID);
	};
}
