import type { NearAnswer, NearQuestion } from '#lib/core/recommendation/answer.ts';
import { nearAnswer } from '#lib/core/recommendation/near.ts';
import type { Profile } from '#lib/core/recommendation/profile.ts';
import type { PipelineCount } from '../db/living/projects.ts';
import type { OpenedRelease } from '../release.ts';
import { nearFactsOf, projectFactsOf } from './facts.ts';
import { withReservations } from './reserved.ts';

/**
 * What is viable near a point of a release, for a profile. The question is one that `checkNear` let pass. `inProgress` are the projects that
 * somebody is working on: they fill a market before they are a cooperative.
 */
export async function nearFor(
	opened: OpenedRelease,
	question: NearQuestion,
	profile: Profile,
	inProgress: readonly PipelineCount[] = []
): Promise<NearAnswer> {
	const [facts, projects] = await Promise.all([nearFactsOf(opened), projectFactsOf(opened)]);
	return nearAnswer(withReservations(facts, inProgress), projects, question, profile);
}
