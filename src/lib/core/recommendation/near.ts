import type { NearAnswer, NearQuestion } from './answer.ts';
import type { NearFacts } from './near/facts.ts';
import { sectorAnswers } from './near/sector-answers.ts';
import { sectorsNear } from './near/sector.ts';
import { surroundingsOf } from './near/surroundings.ts';
import { vicinityOf } from './near/vicinity.ts';
import type { Profile } from './profile.ts';
import { lacksFounders } from './project/candidate.ts';
import { modelsOfChain, type ProjectFacts } from './project/facts.ts';
import { projectAnswers } from './project/project-answers.ts';

/**
 * What is viable near a point, for a profile: what lies around, sectors, projects, and why the others are left out. A point without any
 * commune within the radius, or a radius of 0, gets an empty answer that says so. The question is taken as it is: `checkNear` refuses.
 */
export function nearAnswer(facts: NearFacts, projects: ProjectFacts, question: NearQuestion, profile: Profile): NearAnswer {
	const vicinity = vicinityOf(facts, question);
	const surroundings = surroundingsOf(facts, vicinity.around, vicinity.sorted);
	const needsFounders = lacksFounders(profile, projects.bank.shared);
	if (vicinity.around.communes.length === 0) {
		return { surroundings, empty: 'no-commune-in-radius', sectors: [], projects: [], excluded: [], needsFounders };
	}
	const sectors = sectorsNear(vicinity);
	const context = {
		vicinity,
		inheritedShare: surroundings.inheritedShare,
		branches: profile.branches,
		modelsOf: (chain: string) => modelsOfChain(projects.bank, chain)
	};
	return {
		surroundings,
		empty: null,
		sectors: sectorAnswers(context, sectors),
		...projectAnswers(projects, vicinity, sectors, profile),
		needsFounders
	};
}
