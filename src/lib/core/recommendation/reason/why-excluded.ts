import type { Reason } from '../answer.ts';
import type { Candidate } from '../project/candidate.ts';
import { modelSources, type ProjectContext } from './project-context.ts';
import { reason } from './reason.ts';
import { unscoredReason } from './sector-reasons.ts';

/** Why a project is left out: the first gate it fails, in words. Throws on a candidate that passed them all. */
export function whyExcluded(context: ProjectContext, candidate: Candidate): Reason {
	const { sector, failed, conditions, model } = candidate;
	const [gate] = failed;
	if (gate === undefined) throw new Error(`${model.id} fails no gate: there is nothing to explain.`);
	switch (gate) {
		case 'chain-ineligible':
		case 'chain-not-documented':
			return unscoredReason(context, sector);
		case 'founders': {
			const of = context.facts.bank.shared.rules.leastFounders;
			return reason('why-founders', { numbers: { count: of - (context.profile.members ?? 0), of } });
		}
		case 'resource-missing': {
			const unmet = conditions.filter(({ trigger, state }) => trigger.isRequired && state === 'unmet');
			return reason('why-resource', {
				ids: { trigger: unmet.map(({ trigger }) => trigger.id).join(',') },
				sources: modelSources(context, model)
			});
		}
		case 'not-open':
			return reason('why-not-open');
	}
}
