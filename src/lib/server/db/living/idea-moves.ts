import type { Actor } from '#lib/core/account/actor.ts';
import type { Sheet } from '#lib/core/idea/board.ts';
import { followUpDue } from '#lib/core/idea/follow-up.ts';
import { isFeasible, type FeasibilityGate } from '#lib/core/idea/gate.ts';
import type { StatusOf } from '#lib/core/submission/submission.ts';
import { findIdea } from './ideas.ts';
import { verdictFor } from './jury.ts';
import type { IdeaRow } from './schema/ideas.ts';
import type { Living, Writing } from './schema.ts';
import { findSubmission, move } from './submissions.ts';

/** Where an idea goes, with what that step needs; `pitched` goes by way of `sendToJury`. */
export type IdeaStep =
	| { readonly to: 'screened'; readonly gate: FeasibilityGate }
	| { readonly to: 'duplicate'; readonly of: string }
	| { readonly to: 'project-sheet'; readonly sheet: Sheet }
	| { readonly to: Exclude<StatusOf<'idea'>, 'screened' | 'duplicate' | 'pitched' | 'project-sheet'> };

/** Why an idea cannot take a step that its pipeline has. */
export type IdeaFault = 'not-feasible' | 'no-original' | 'no-verdict' | 'no-sheet';

/** Thrown by `moveIdea`. */
export class IdeaError extends Error {
	readonly fault: IdeaFault;

	constructor(fault: IdeaFault) {
		super(`idea: ${fault}`);
		this.fault = fault;
	}
}

/**
 * Moves an idea one step, with words to its sender. Returns false when `actor` sees no such idea; throws a MoveError when the pipeline has no
 * such move, an IdeaError when something is missing for it.
 */
export async function moveIdea(living: Living, actor: Actor, id: string, step: IdeaStep, note: string | null): Promise<boolean> {
	if (!(await findIdea(living, actor, id))) return false;
	if (step.to === 'screened' && !isFeasible(step.gate)) throw new IdeaError('not-feasible');
	return move(living, actor, { id, to: step.to, note }, async (writing, _, at) => {
		const change = await changeOf(writing, actor, id, step, at);
		if (Object.keys(change).length > 0) await writing.updateTable('idea').set(change).where('submission', '=', id).execute();
	});
}

/** What a step writes beside the new status. */
async function changeOf(writing: Writing, actor: Actor, id: string, step: IdeaStep, at: string): Promise<Partial<IdeaRow>> {
	switch (step.to) {
		case 'screened':
			return { gate: JSON.stringify(step.gate) };
		case 'duplicate':
			await checkOriginal(writing, actor, id, step.of);
			return { duplicate_of: step.of };
		case 'received':
			return { duplicate_of: null };
		case 'winner':
			if ((await verdictFor({ db: writing }, id)).kind !== 'decided') throw new IdeaError('no-verdict');
			return {};
		case 'project-sheet':
			return { model: step.sheet.model, model_chain: step.sheet.chain };
		case 'created':
			return { follow_up_due: followUpDue(at) };
		default:
			return {};
	}
}

/** The kept one must be another idea that `actor` sees and no duplicate itself: no chain, no circle. */
async function checkOriginal(writing: Writing, actor: Actor, id: string, of: string): Promise<void> {
	const original = await findSubmission({ db: writing }, actor, of);
	if (of === id || original?.kind !== 'idea' || original.status === 'duplicate' || original.status === 'withdrawn')
		throw new IdeaError('no-original');
	// An idea that others lead to cannot become a duplicate itself.
	const follower = await writing
		.selectFrom('idea')
		.innerJoin('submission', 'submission.id', 'idea.submission')
		.where('idea.duplicate_of', '=', id)
		.where('submission.status', '=', 'duplicate')
		.select('idea.submission')
		.executeTakeFirst();
	if (follower) throw new IdeaError('no-original');
}
