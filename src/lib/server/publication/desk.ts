import { join } from 'node:path';
import type { Actor } from '#lib/core/account/actor.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import type { LivingStore } from '../db/living/open.ts';
import { decide, lastApproved, propose, type Proposal } from '../db/living/proposals.ts';
import { registerCounts, registerNote } from '../db/living/register.ts';
import type { Releases } from '../release.ts';
import { buildRegisterRelease } from './publish.ts';

/** Where releases are proposed, let through and put in front of readers. */
export interface PublicationDesk {
	/** Builds the release that counts the register as it is now, and proposes it. Returns the id of the proposal. Throws `NothingToPublish`, a ProposalError or a PublicationProblem. */
	proposeRegister(actor: Actor, asOf: string): Promise<string>;
	/** Proposes to show a release again that this server holds. Throws `NothingToPublish` or a ProposalError. */
	proposeReturn(actor: Actor, release: string): Promise<string>;
	/** Lets a proposal through, which readers see at once, or refuses it. Throws a ProposalError. */
	decide(actor: Actor, id: string, approve: boolean): Promise<Proposal>;
	/** Puts in front of readers what was let through last, when a crash came between the two. */
	resume(): Promise<void>;
}

/** Why there is nothing to propose. */
export class NothingToPublish extends Error {
	readonly reason: 'no-register' | 'no-release' | 'busy' | 'no-change';

	constructor(reason: NothingToPublish['reason']) {
		super(`nothing to publish: ${reason}`);
		this.reason = reason;
	}
}

/** The desk of an app: its releases, its living store and the folder that published releases lie in. */
export function createPublicationDesk(releases: Releases, living: LivingStore, store: string): PublicationDesk {
	let building = false;
	return {
		async proposeRegister(actor, asOf) {
			const note = await registerNote(living);
			if (!note || note.rows === 0) throw new NothingToPublish('no-register');
			if (building) throw new NothingToPublish('busy');
			building = true;
			try {
				const base = (await releases.find(releases.built))!;
				const { counts } = await registerCounts(living, await base.bank.territories.list());
				const release = await buildRegisterRelease({
					base,
					baseFolder: (await releases.folderOf(base.release.id))!,
					counts,
					note: { asOf, rows: note.rows, source: registerSource(asOf) },
					into: join(store, 'releases')
				});
				const before = releases.current.release.id;
				if (release.id === before) throw new NothingToPublish('no-change');
				return await propose(living, actor, { kind: 'register', release: release.id, before, asOf, rows: note.rows });
			} finally {
				building = false;
			}
		},
		async proposeReturn(actor, release) {
			const before = releases.current.release.id;
			if (release === before) throw new NothingToPublish('no-change');
			if (!(await releases.find(release))) throw new NothingToPublish('no-release');
			return propose(living, actor, { kind: 'return', release, before, asOf: null, rows: null });
		},
		async decide(actor, id, approve) {
			const proposal = await decide(living, actor, { id, approve, current: releases.current.release.id });
			if (approve) await releases.publish(proposal.release);
			return proposal;
		},
		async resume() {
			const approved = await lastApproved(living);
			if (!approved || approved.release === releases.current.release.id) return;
			if (await releases.find(approved.release)) await releases.publish(approved.release);
		}
	};
}

/** The register as a source of figures. */
const registerSource = (asOf: string): Source => ({
	id: 'odco-register',
	publisher: 'ODCO',
	title: `Registre des coopératives, ${asOf}`,
	url: null,
	licence: 'LicenseRef-register-counts',
	credit: {
		ar: `سجل التعاونيات لدى مكتب تنمية التعاون، ${asOf}`,
		fr: `Registre des coopératives (ODCO), ${asOf}`,
		en: `Register of cooperatives (ODCO), ${asOf}`
	}
});
