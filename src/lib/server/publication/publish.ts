import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { standingsInSteps } from '#lib/core/diagnostic/standings.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import { topsInSteps } from '#lib/core/recommendation/tops.ts';
import { registerReleaseId } from '#lib/core/release/release-file.ts';
import { decodeTable, encodeTable, type EncodedTable, type RegisterNote, type Release, type Snapshot } from '#lib/core/release/snapshot.ts';
import type { Steps } from '#lib/core/release/steps.ts';
import { countedTable, type ChainCounts } from '#lib/core/saturation/counted-table.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { LEVELS, type Level } from '#lib/core/territory/territory.ts';
import { restampBank } from '../db/restamp.ts';
import type { OpenedRelease } from '../release.ts';
import { builtFiles, copyOf, settle, sha256, takeOver, unfinishedFolder, writeJson } from './folder.ts';
import { PublicationProblem } from './problem.ts';

/** What a release from a register is made of. */
export interface RegisterRelease {
	/** The release the data build made, and its folder. */
	readonly base: OpenedRelease;
	readonly baseFolder: string;
	/** Per level and chain the cooperatives of every territory, in the order of its code; the same chains at every level. */
	readonly counts: Readonly<Record<Level, ChainCounts>>;
	readonly note: {
		/** ISO date of the register. */
		readonly asOf: string;
		/** Cooperatives it holds that are not dormant or dissolved. */
		readonly rows: number;
		readonly source: Source;
	};
	/** Folder of the proposals: what is built is published later, by others. */
	readonly into: string;
}

/**
 * Writes the release that counts a register: that of the data with the room of every counted chain, and what follows from it. The same
 * register over the same base is the same release, with the same id. It takes seconds, in turns short enough for a server to answer in
 * between, and nobody sees it before it is whole. Throws a `PublicationProblem` on what cannot be counted.
 */
export async function buildRegisterRelease(asked: RegisterRelease): Promise<Release> {
	const { base, baseFolder, note, into } = asked;
	checkAsked(asked);
	const tables = await countedTables(asked);
	const work = await unfinishedFolder(into);
	try {
		const unnamed = releaseOf(asked);
		const scorers = scorersOf(base.snapshot, unnamed, tables);
		const tops = await inTurns(topsInSteps(scorers.province));
		const standings = await standingsOf(base, scorers);
		const snapshot = snapshotOf(asked, unnamed, tables);
		const communes = encodeTable(tables.commune);
		const parts = [base.release.id, note.source, snapshot, communes, tops, standings];
		const hash = sha256(parts.map((part) => sha256(JSON.stringify(part))).join('\n'));
		const release: Release = { ...unnamed, id: registerReleaseId(unnamed.data, note.asOf, hash.slice(0, 8)) };
		await writeJson(work, 'snapshot.json', { ...snapshot, release });
		await writeJson(work, 'communes.json', communes);
		await writeJson(work, 'tops.json', tops);
		if (standings) await writeJson(work, 'standings.json', standings);
		await takeOver(baseFolder, work);
		await writeJson(work, 'release.json', { ...release, files: await builtFiles(work) });
		await copyOf(join(baseFolder, 'bank.sqlite'), join(work, 'bank.sqlite'));
		await restampBank(join(work, 'bank.sqlite'), release, note.source);
		await settle(work, into, release.id);
		return release;
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}

function checkAsked({ base, counts, note }: RegisterRelease): void {
	const refuse = (kind: PublicationProblem['kind'], message: string): never => {
		throw new PublicationProblem(kind, message);
	};
	if (base.release.register) refuse('not-a-base', `${base.release.id} counts a register already; its base is ${base.release.base}.`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(note.asOf) || Number.isNaN(Date.parse(note.asOf))) refuse('bad-date', `«${note.asOf}» is no date.`);
	if (!Number.isInteger(note.rows) || note.rows < 1) refuse('bad-rows', `A register of ${note.rows} cooperatives counts nothing.`);
	const [first, ...others] = LEVELS.map((level) => Object.keys(counts[level]).sort().join(', '));
	if (first === '' || others.some((chains) => chains !== first)) refuse('bad-counts', 'Every level counts the same chains, at least one.');
}

/** The tables of the base with the counts. */
async function countedTables({ base, baseFolder, counts, note }: RegisterRelease): Promise<Record<Level, LevelTable>> {
	const { levels, chains } = base.snapshot;
	const communes = JSON.parse(await readFile(join(baseFolder, 'communes.json'), 'utf8')) as EncodedTable;
	const year = Number(note.asOf.slice(0, 4));
	const counted = (level: Level, encoded: EncodedTable): LevelTable => {
		try {
			return countedTable(decodeTable(encoded), chains, counts[level], year);
		} catch (cause) {
			throw new PublicationProblem('bad-counts', cause instanceof Error ? cause.message : String(cause));
		}
	};
	return {
		region: counted('region', levels.region),
		province: counted('province', levels.province),
		commune: counted('commune', communes)
	};
}

/** The release without a name yet; its date is that of the newest thing in it, the register or the data. */
function releaseOf({ base, counts, note }: RegisterRelease): Release {
	const { id, date, data, method } = base.release;
	const sum = (column: ArrayLike<number>): number => Array.from(column).reduce((total, count) => total + (count || 0), 0);
	const counted = (level: Level): number => Object.values(counts[level]).reduce((total, column) => total + sum(column), 0);
	const register: RegisterNote = {
		asOf: note.asOf,
		rows: note.rows,
		counted: { region: counted('region'), province: counted('province'), commune: counted('commune') },
		chains: Object.keys(counts.province).sort(),
		source: note.source.id,
		credit: note.source.credit
	};
	return { id: '', date: note.asOf > date ? note.asOf : date, data, method, register, base: id };
}

function snapshotOf({ base, note }: RegisterRelease, release: Release, tables: Record<Level, LevelTable>): Snapshot {
	const sources = base.snapshot.sources.filter(({ id }) => id !== note.source.id);
	const levels = { region: encodeTable(tables.region), province: encodeTable(tables.province) };
	return { ...base.snapshot, release, sources: [...sources, note.source], levels };
}

function scorersOf(
	{ method, chains }: Snapshot,
	{ date }: Release,
	tables: Record<Level, LevelTable>
): Record<'region' | 'province', Scorer> {
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
