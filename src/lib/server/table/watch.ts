import { TableProblem } from './table-problem.ts';

/** After so long without a pause, others get their turn. */
const TURN_MS = 10;

/** Counts the time that reading itself takes, and lets others have theirs. */
export interface Watch {
	/** Throws when reading has taken too long. */
	check(): void;
	/** The results of `work`, timed while it is waited for; a turn is left to others between two of them. */
	over<T>(work: AsyncIterable<T>): AsyncIterable<T>;
}

/** A watch that stops the reading after so many milliseconds. What the caller does between two batches is not counted. */
export function createWatch(milliseconds: number): Watch {
	let spent = 0;
	let since = performance.now();
	let paused = since;
	const check = (): void => {
		if (spent + performance.now() - since > milliseconds) throw new TableProblem({ kind: 'too-slow', limit: milliseconds / 1000 });
	};
	return {
		check,
		async *over(work) {
			since = performance.now();
			for await (const result of work) {
				check();
				spent += performance.now() - since;
				yield result;
				if (performance.now() - paused > TURN_MS) {
					await new Promise((resolve) => setImmediate(resolve));
					paused = performance.now();
				}
				since = performance.now();
			}
		}
	};
}
