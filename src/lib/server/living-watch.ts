import { feedbackState } from './db/living/feedback.ts';
import { countNeeds } from './db/living/needs.ts';
import { pipelineCounts } from './db/living/projects.ts';
import type { Living } from './db/living/schema.ts';

/** Tells when the counts that public pages show have changed in the living store. */
export interface LivingWatch {
	/** Grows with every change. Asking starts a look at the store when the last one is too long ago; what it finds is seen with the next question. */
	readonly generation: number;
}

/** Milliseconds between two looks: so late a page kept ready may follow a decision of the office. */
const BETWEEN = 2_000;

/**
 * A watch over the needs, the projects in progress and the feedback of `living`. It looks rather than listens, because a reservation also lapses by itself,
 * and because another process may write.
 */
export function watchLiving(living: Pick<Living, 'db' | 'now'>, clock: () => number = Date.now, between = BETWEEN): LivingWatch {
	let generation = 0;
	let seen: string | null = null;
	let looked = -Infinity;
	const look = async (): Promise<void> => {
		const found = JSON.stringify([await countNeeds(living), await pipelineCounts(living), await feedbackState(living)]);
		if (seen !== null && found !== seen) generation++;
		seen = found;
	};
	return {
		get generation() {
			if (clock() - looked >= between) {
				looked = clock();
				look().catch(console.error);
			}
			return generation;
		}
	};
}
