/**
 * A long computation in pieces: between two of them the caller may do something else, such as answer another request. What it returns
 * does not depend on whether anybody did.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** What a computation returns, all its pieces done at once. */
export function finished<T>(steps: Steps<T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}
