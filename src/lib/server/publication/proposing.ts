import type { Actor } from '#lib/core/account/actor.ts';
import { openProposal, propose, ProposalError } from '../db/living/proposals.ts';
import { enteringFacts, type Entering } from './entering.ts';
import { countedNote, newestBase, type Ground, type NextRelease } from './next-release.ts';
import { NothingToPublish } from './problem.ts';

/** Builds the next release, here or in a process of its own; told the ISO date of the register, or null for that of the newest import. */
export type BuildNext = (asOf: string | null) => Promise<NextRelease>;

/** What a desk works with. */
export interface Publishing extends Ground {
	readonly build: BuildNext;
}

/** The accepted facts that a release made now would take. */
export async function factsNow({ releases, living }: Ground): Promise<Entering> {
	return enteringFacts(living, await newestBase(releases), (await countedNote(living)) !== null);
}

/** Builds the next release and proposes it; returns the id of the proposal. Throws as `PublicationDesk.propose`; nothing is left behind then. */
export async function proposeNext({ releases, living, build }: Publishing, actor: Actor, asOf: string | null): Promise<string> {
	if (await openProposal(living)) throw new ProposalError('open-already');
	const { id, register, submissions } = await build(asOf);
	const before = releases.current.release.id;
	try {
		if (id === before) throw new NothingToPublish('no-change');
		const counted = register ? { kind: 'register' as const, ...register } : NOT_COUNTED;
		return await propose(living, actor, { ...counted, release: id, before, submissions });
	} catch (thrown) {
		await releases.discard(id);
		throw thrown;
	}
}

const NOT_COUNTED = { kind: 'accepted', asOf: null, rows: null } as const;
