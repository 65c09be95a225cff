/**
 * Work of seconds that can be done bit by bit: it yields after every piece, so that a server may answer somebody in between, and returns
 * what it made.
 */
export type Steps<T> = Generator<void, T, void>;

/** The whole work at one go. */
export function finished<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
