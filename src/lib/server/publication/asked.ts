import type { CooperativeCorrection } from '#lib/core/cooperative/correct.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import { territoriesOf } from '#lib/core/release/snapshot.ts';
import type { ChainCounts } from '#lib/core/saturation/counted-table.ts';
import { LEVELS, type Level } from '#lib/core/territory/territory.ts';
import type { OpenedRelease } from '../release.ts';
import { PublicationProblem, type PublicationProblemKind } from './problem.ts';

/** A register of cooperatives as a release counts it. */
export interface CountedRegister {
	/** Per level and chain the cooperatives of every territory, in the order of its code; the same chains at every level. */
	readonly counts: Readonly<Record<Level, ChainCounts>>;
	/** ISO date of the register. */
	readonly asOf: string;
	/** Cooperatives it holds that are not dormant or dissolved. */
	readonly rows: number;
	readonly source: Source;
}

/** What a release over one of the data is made of: a register, accepted facts, or both. */
export interface RegisterRelease {
	/** The release the data build made, and its folder. */
	readonly base: OpenedRelease;
	readonly baseFolder: string;
	readonly register?: CountedRegister | undefined;
	/** Documented potentials beside those of the base; each speaks for a chain, in a province or a region. */
	readonly evidence?: readonly Evidence[];
	/** Corrections of cooperatives that the base names, in the order they apply. */
	readonly corrections?: readonly CooperativeCorrection[];
	/** Folder of the proposals: what is built is published later, by others. */
	readonly into: string;
}

/** Throws a `PublicationProblem` where nothing can be made of what is asked. */
export async function checkAsked(asked: RegisterRelease): Promise<void> {
	const { base, register, evidence = [], corrections = [] } = asked;
	if (base.release.base !== undefined) refuse('not-a-base', `${base.release.id} is made over ${base.release.base} already.`);
	if (!register && evidence.length + corrections.length === 0) refuse('nothing-added', 'There is no register and no fact to add.');
	if (register) checkRegister(register);
	checkEvidence(base, evidence);
	await checkCorrections(base, corrections);
}

function checkEvidence({ snapshot: { levels, chains } }: OpenedRelease, evidence: readonly Evidence[]): void {
	const places = new Set([levels.region, levels.province].flatMap(territoriesOf).map(({ code }) => code));
	const ids = new Set(chains.map(({ id }) => id));
	for (const { id, territory, chain } of evidence)
		if (!places.has(territory) || !ids.has(chain ?? '')) refuse('bad-evidence', `${id} speaks for ${chain} in ${territory}.`);
}

async function checkCorrections({ bank }: OpenedRelease, corrections: readonly CooperativeCorrection[]): Promise<void> {
	const named = new Set((await bank.cooperatives.list()).map(({ id }) => id));
	for (const { cooperative } of corrections)
		if (!named.has(cooperative)) refuse('bad-correction', `There is no cooperative ${cooperative}.`);
}

function checkRegister({ counts, asOf, rows }: CountedRegister): void {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf))) refuse('bad-date', `«${asOf}» is no date.`);
	if (!Number.isInteger(rows) || rows < 1) refuse('bad-rows', `A register of ${rows} cooperatives counts nothing.`);
	const [first, ...others] = LEVELS.map((level) => Object.keys(counts[level]).sort().join(', '));
	if (first === '' || others.some((chains) => chains !== first)) refuse('bad-counts', 'Every level counts the same chains, at least one.');
}

function refuse(kind: PublicationProblemKind, message: string): never {
	throw new PublicationProblem(kind, message);
}
