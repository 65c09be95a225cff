import type { Actor } from '#lib/core/account/actor.ts';
import { acceptedCorrections, acceptedEvidence, markPublished } from '../db/living/accepted.ts';
import type { LivingStore } from '../db/living/open.ts';
import { decide, findProposal, lastApproved, propose, ProposalError, submissionsIn, type Proposal } from '../db/living/proposals.ts';
import type { Writing } from '../db/living/schema.ts';
import type { OpenedRelease, Releases } from '../release.ts';
import type { Entering } from './entering.ts';
import { nextRelease } from './next-release.ts';
import { NothingToPublish } from './problem.ts';
import { factsNow, proposeNext, type BuildNext } from './proposing.ts';

/** Where releases are proposed, let through and put in front of readers. */
export interface PublicationDesk {
	/** The accepted facts that the next release would take. */
	entering(): Promise<Entering>;
	/**
	 * Builds the release that counts the register as it is now, where there is one, and holds the accepted facts; and proposes it. `asOf` is
	 * the ISO date of the register; without it that of the newest import. Returns the id of the proposal. Throws `NothingToPublish`, a
	 * ProposalError or a PublicationProblem, and what `build` throws.
	 */
	propose(actor: Actor, asOf: string | null): Promise<string>;
	/** Proposes to show a release again that this server holds. Throws `NothingToPublish` or a ProposalError. */
	proposeReturn(actor: Actor, release: string): Promise<string>;
	/**
	 * Lets a proposal through, which readers see at once and the senders of its facts are told; or refuses it, and what was built for it goes.
	 * Throws `NothingToPublish` or a ProposalError.
	 */
	decide(actor: Actor, id: string, approve: boolean): Promise<Proposal>;
	/** The release of a proposal, whether readers see it yet or not; null when this server does not hold it any more. */
	release(proposal: Proposal): Promise<OpenedRelease | null>;
	/** Puts in front of readers what was let through last, when a crash came between the two. */
	resume(): Promise<void>;
}

/**
 * The desk of an app: its releases, its living store and the folder of that store, in which proposals are built; `build` builds them, in this
 * process when nothing else is said.
 */
export function createPublicationDesk(releases: Releases, living: LivingStore, store: string, build?: BuildNext): PublicationDesk {
	const ground = { releases, living, store };
	const publishing = { ...ground, build: build ?? ((asOf) => nextRelease(ground, asOf)) };
	let building = false;
	const release = async ({ release: id }: Proposal): Promise<OpenedRelease | null> =>
		(await releases.proposal(id)) ?? (await releases.find(id));
	return {
		release,
		entering: () => factsNow(publishing),
		async propose(actor, asOf) {
			if (building) throw new NothingToPublish('busy');
			building = true;
			try {
				return await proposeNext(publishing, actor, asOf);
			} finally {
				building = false;
			}
		},
		async proposeReturn(actor, id) {
			const before = releases.current.release.id;
			if (id === before) throw new NothingToPublish('no-change');
			if (!(await releases.find(id))) throw new NothingToPublish('no-release');
			return propose(living, actor, { kind: 'return', release: id, before, asOf: null, rows: null });
		},
		async decide(actor, id, approve) {
			const found = await findProposal(living, id);
			if (!found) throw new ProposalError('unknown');
			if (approve && !(await release(found))) throw new NothingToPublish('no-release');
			const proposal = await decide(living, actor, { id, approve, current: releases.current.release.id }, tellSenders);
			await (approve ? releases.publish(proposal.release) : releases.discard(proposal.release));
			return proposal;
		},
		async resume() {
			const approved = await lastApproved(living);
			if (!approved || approved.release === releases.current.release.id) return;
			if (await release(approved)) await releases.publish(approved.release);
		}
	};
}

/** Tells the senders of the facts of a proposal, with the decision or not at all. A fact that was taken back since makes it outdated. */
async function tellSenders(writing: Writing, { id, release }: Proposal, at: string): Promise<void> {
	const submissions = await submissionsIn({ db: writing }, id);
	const facts = [...(await acceptedEvidence({ db: writing })), ...(await acceptedCorrections({ db: writing }))];
	const accepted = new Set(facts.map(({ submission }) => submission));
	if (submissions.some((submission) => !accepted.has(submission))) throw new ProposalError('outdated');
	await markPublished(writing, at, submissions, release);
}
