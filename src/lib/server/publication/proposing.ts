import { join } from 'node:path';
import type { Actor } from '#lib/core/account/actor.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import type { LivingStore } from '../db/living/open.ts';
import { openProposal, propose, ProposalError } from '../db/living/proposals.ts';
import { registerCounts, registerNote, type RegisterNote } from '../db/living/register.ts';
import type { OpenedRelease, Releases } from '../release.ts';
import type { CountedRegister } from './asked.ts';
import { enteringFacts, type Entering } from './entering.ts';
import { NothingToPublish } from './problem.ts';
import { buildRegisterRelease } from './publish.ts';
import { registerSource } from './sources.ts';

/** What a desk works with. */
export interface Publishing {
	readonly releases: Releases;
	readonly living: LivingStore;
	/** Folder of the living store; proposals are built in its `proposals`. */
	readonly store: string;
}

/** The accepted facts that a release made now would take. */
export async function factsNow({ releases, living }: Publishing): Promise<Entering> {
	return enteringFacts(living, await newestBase(releases), (await countedNote(living)) !== null);
}

/** Builds the next release and proposes it; returns the id of the proposal. Throws as `PublicationDesk.propose`; nothing is left behind then. */
export async function proposeNext(publishing: Publishing, actor: Actor, asOf: string | null): Promise<string> {
	const { releases, living } = publishing;
	if (await openProposal(living)) throw new ProposalError('open-already');
	const { release, submissions } = await builtNext(publishing, asOf);
	const { id, register } = release;
	const before = releases.current.release.id;
	try {
		if (id === before) throw new NothingToPublish('no-change');
		const counted = register ? { kind: 'register' as const, asOf: register.asOf, rows: register.rows } : NOT_COUNTED;
		return await propose(living, actor, { ...counted, release: id, before, submissions });
	} catch (thrown) {
		await releases.discard(id);
		throw thrown;
	}
}

const NOT_COUNTED = { kind: 'accepted', asOf: null, rows: null } as const;

async function builtNext(
	{ releases, living, store }: Publishing,
	asOf: string | null
): Promise<{ readonly release: Release; readonly submissions: readonly string[] }> {
	const base = await newestBase(releases);
	const note = await countedNote(living);
	// The facts first: a correction of the register that comes in between is counted, and told with the next release.
	const { evidence, corrections, submissions } = await enteringFacts(living, base, note !== null);
	if (!note && evidence.length + corrections.length === 0) throw new NothingToPublish('nothing-to-add');
	const register = note ? await countedRegister(living, base, { ...note, asOf: asOf ?? note.asOf }) : undefined;
	const baseFolder = (await releases.folderOf(base.release.id))!;
	const release = await buildRegisterRelease({ base, baseFolder, register, evidence, corrections, into: join(store, 'proposals') });
	return { release, submissions };
}

/** The newest release of the data build: what every proposal is made over. */
const newestBase = async (releases: Releases): Promise<OpenedRelease> => (await releases.find(releases.built))!;

/** The register that counts; null while nothing is in it. */
async function countedNote(living: LivingStore): Promise<RegisterNote | null> {
	const note = await registerNote(living);
	return note && note.rows > 0 ? note : null;
}

async function countedRegister(
	living: LivingStore,
	{ bank, snapshot }: OpenedRelease,
	{ asOf, rows }: RegisterNote
): Promise<CountedRegister> {
	const chains = snapshot.chains.map(({ id }) => id);
	const { counts } = await registerCounts(living, await bank.territories.list(), chains);
	return { counts, asOf, rows, source: registerSource(asOf) };
}
