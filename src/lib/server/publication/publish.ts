import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import { corrected } from '#lib/core/cooperative/correct.ts';
import { standingsInSteps } from '#lib/core/diagnostic/standings.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import { topsInSteps } from '#lib/core/recommendation/tops.ts';
import { publishedReleaseId } from '#lib/core/release/release-file.ts';
import { encodeTable, type RegisterNote, type Release, type Snapshot } from '#lib/core/release/snapshot.ts';
import type { Steps } from '#lib/core/release/steps.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { restampBank, type BankAdditions } from '../db/restamp.ts';
import type { OpenedRelease } from '../release.ts';
import { checkAsked, type CountedRegister, type RegisterRelease } from './asked.ts';
import { builtFiles, copyOf, settle, sha256, takeOver, unfinishedFolder, writeJson } from './folder.ts';
import { ACCEPTED_SOURCE } from './sources.ts';
import { tablesOf, type Tables } from './tables.ts';

/**
 * Writes the release that counts a register, holds accepted facts, or both: that of the data with the room of every counted chain, the
 * documents and corrections beside its own, and what follows from them. The same input over the same base is the same release, with the
 * same id. It takes seconds, in turns short enough for a server to answer in between, and nobody sees it before it is whole. Throws a
 * `PublicationProblem` on what no release can be made of.
 */
export async function buildRegisterRelease(asked: RegisterRelease): Promise<Release> {
	const { base, baseFolder, into } = asked;
	await checkAsked(asked);
	const tables = await tablesOf(asked);
	const added = await additionsOf(asked);
	const work = await unfinishedFolder(into);
	try {
		const unnamed = releaseOf(asked);
		const scorers = scorersOf(base.snapshot, unnamed, tables);
		const tops = await inTurns(topsInSteps(scorers.province));
		const standings = await standingsOf(base, scorers);
		const snapshot = snapshotOf(base, added.sources, unnamed, tables);
		const communes = encodeTable(tables.commune);
		const parts = [base.release.id, added, snapshot, communes, tops, standings];
		const hash = sha256(parts.map((part) => sha256(JSON.stringify(part))).join('\n'));
		const release: Release = { ...unnamed, id: idOf(unnamed, hash) };
		await writeJson(work, 'snapshot.json', { ...snapshot, release });
		await writeJson(work, 'communes.json', communes);
		await writeJson(work, 'tops.json', tops);
		if (standings) await writeJson(work, 'standings.json', standings);
		await takeOver(baseFolder, work);
		await writeJson(work, 'release.json', { ...release, files: await builtFiles(work) });
		await copyOf(join(baseFolder, 'bank.sqlite'), join(work, 'bank.sqlite'));
		await restampBank(join(work, 'bank.sqlite'), release, added);
		await settle(work, into, release.id);
		return release;
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}

/** What the bank has more than that of the base. */
async function additionsOf({ base, register, evidence = [], corrections = [] }: RegisterRelease): Promise<BankAdditions> {
	const accepted = evidence.length + corrections.length === 0 ? [] : [ACCEPTED_SOURCE];
	const byId = Map.groupBy(corrections, ({ cooperative }) => cooperative);
	const named = (await base.bank.cooperatives.list()).flatMap((one): Cooperative[] => {
		const changes = byId.get(one.id);
		return changes ? [corrected(one, changes)] : [];
	});
	return { sources: [...(register ? [register.source] : []), ...accepted], evidence, cooperatives: named };
}

/** The release without a name yet; its date is that of the newest thing in it, the register or the data. */
function releaseOf({ base, register, evidence = [], corrections = [] }: RegisterRelease): Release {
	const { id, date, data, method } = base.release;
	const accepted = { evidence: evidence.length, corrections: corrections.length, source: ACCEPTED_SOURCE.id };
	return {
		...{ id: '', data, method, base: id },
		date: register && register.asOf > date ? register.asOf : date,
		...(register && { register: noteOf(register) }),
		...(accepted.evidence + accepted.corrections > 0 && { accepted })
	};
}

function noteOf({ counts, asOf, rows, source }: CountedRegister): RegisterNote {
	const sum = (column: ArrayLike<number>): number => Array.from(column).reduce((total, count) => total + (count || 0), 0);
	const counted = (level: Level): number => Object.values(counts[level]).reduce((total, column) => total + sum(column), 0);
	return {
		...{ asOf, rows, source: source.id, credit: source.credit },
		counted: { region: counted('region'), province: counted('province'), commune: counted('commune') },
		chains: Object.keys(counts.province).sort()
	};
}

function idOf({ data, register, accepted }: Release, hash: string): string {
	const facts = accepted ? accepted.evidence + accepted.corrections : 0;
	return publishedReleaseId(data, { asOf: register?.asOf ?? null, accepted: facts }, hash.slice(0, 8));
}

function snapshotOf(base: OpenedRelease, added: readonly Source[], release: Release, tables: Tables): Snapshot {
	const ids = new Set(added.map(({ id }) => id));
	const sources = base.snapshot.sources.filter(({ id }) => !ids.has(id));
	const levels = { region: encodeTable(tables.region), province: encodeTable(tables.province) };
	return { ...base.snapshot, release, sources: [...sources, ...added], levels };
}

function scorersOf({ method, chains }: Snapshot, { date }: Release, tables: Tables): Record<'region' | 'province', Scorer> {
	const year = Number(date.slice(0, 4));
	const scorer = (level: Level): Scorer => createScorer(method, tables[level], chains, year);
	return { region: scorer('region'), province: scorer('province') };
}

/** Intervals and zones with the counts, by the rules of the base; null where the base has no diagnostics. */
async function standingsOf(base: OpenedRelease, { region, province }: Record<'region' | 'province', Scorer>) {
	const before = await base.standings();
	if (!before) return null;
	const { adjacency } = await base.geography();
	return inTurns(standingsInSteps(region, province, adjacency.province, before.rules));
}

/** The work done piece by piece, everybody else served in between. */
async function inTurns<T>(steps: Steps<T>): Promise<T> {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		await turn();
	}
}
