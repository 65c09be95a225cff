import type { Words } from '#lib/i18n/words.ts';
import { EndedEarly } from '#lib/server/apart/run.ts';
import { ProposalError } from '#lib/server/db/living/proposals.ts';
import { NothingToPublish, PublicationProblem } from '#lib/server/publication/problem.ts';

/** What was wrong with a proposal, in a sentence; anything else is thrown on. */
export function sentenceOf(thrown: unknown, { t }: Words): string {
	if (thrown instanceof ProposalError) return t(`releases.fault.${thrown.fault}`);
	if (thrown instanceof NothingToPublish) return t(`releases.fault.${thrown.reason}`);
	if (thrown instanceof EndedEarly) return t('releases.fault.ended-early');
	if (thrown instanceof PublicationProblem)
		return t(thrown.kind === 'bad-date' ? 'releases.fault.bad-date' : 'releases.fault.nothing-to-add');
	throw thrown;
}
