import { join } from 'node:path';
import type { Living } from '../db/living/schema.ts';
import { registerCounts, registerNote, type RegisterNote } from '../db/living/register.ts';
import type { OpenedRelease, Releases } from '../release.ts';
import type { CountedRegister } from './asked.ts';
import { enteringFacts } from './entering.ts';
import { NothingToPublish } from './problem.ts';
import { buildRegisterRelease } from './publish.ts';
import { registerSource } from './sources.ts';

/** A release that was built and waits to be proposed. */
export interface NextRelease {
	readonly id: string;
	/** The register it counts; null when it counts none. */
	readonly register: { readonly asOf: string; readonly rows: number } | null;
	/** Submissions whose facts come out with it. */
	readonly submissions: readonly string[];
}

/** What the next release is made of. */
export interface Ground {
	readonly releases: Releases;
	readonly living: Living;
	/** Folder of the living store; releases are built in its `proposals`. */
	readonly store: string;
}

/**
 * Builds the release that counts the register as it is now, where there is one, and holds the accepted facts. `asOf` is the ISO date of the
 * register; null takes that of the newest import. Throws `NothingToPublish` or a PublicationProblem; nothing is left behind then.
 */
export async function nextRelease({ releases, living, store }: Ground, asOf: string | null): Promise<NextRelease> {
	const base = await newestBase(releases);
	const note = await countedNote(living);
	// The facts first: a correction of the register that comes in between is counted, and told with the next release.
	const { evidence, corrections, submissions } = await enteringFacts(living, base, note !== null);
	if (!note && evidence.length + corrections.length === 0) throw new NothingToPublish('nothing-to-add');
	const register = note ? await countedRegister(living, base, { ...note, asOf: asOf ?? note.asOf }) : undefined;
	const baseFolder = (await releases.folderOf(base.release.id))!;
	const { id } = await buildRegisterRelease({ base, baseFolder, register, evidence, corrections, into: join(store, 'proposals') });
	return { id, register: register ? { asOf: register.asOf, rows: register.rows } : null, submissions };
}

/** The newest release of the data build: what every proposal is made over. */
export const newestBase = async (releases: Releases): Promise<OpenedRelease> => (await releases.find(releases.built))!;

/** The register that counts; null while nothing is in it. */
export async function countedNote(living: Living): Promise<RegisterNote | null> {
	const note = await registerNote(living);
	return note && note.rows > 0 ? note : null;
}

async function countedRegister(living: Living, { bank, snapshot }: OpenedRelease, { asOf, rows }: RegisterNote): Promise<CountedRegister> {
	const chains = snapshot.chains.map(({ id }) => id);
	const { counts } = await registerCounts(living, await bank.territories.list(), chains);
	return { counts, asOf, rows, source: registerSource(asOf) };
}
