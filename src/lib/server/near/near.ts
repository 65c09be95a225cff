import type { NearAnswer, NearQuestion } from '#lib/core/recommendation/answer.ts';
import { nearAnswer } from '#lib/core/recommendation/near.ts';
import type { Profile } from '#lib/core/recommendation/profile.ts';
import type { OpenedRelease } from '../release.ts';
import { nearFactsOf, projectFactsOf } from './facts.ts';

/** What is viable near a point of a release, for a profile. The question is one that `checkNear` let pass. */
export async function nearFor(opened: OpenedRelease, question: NearQuestion, profile: Profile): Promise<NearAnswer> {
	const [facts, projects] = await Promise.all([nearFactsOf(opened), projectFactsOf(opened)]);
	return nearAnswer(facts, projects, question, profile);
}
