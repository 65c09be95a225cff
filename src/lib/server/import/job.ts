import type { Living } from '../db/living/schema.ts';

/** What a job is told by who started it. */
export interface Job {
	readonly living: Living;
	readonly id: string;
	/** Says that the server is about to end: the job stops at the next row it has written. */
	readonly signal: AbortSignal;
}
