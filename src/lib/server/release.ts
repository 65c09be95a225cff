import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Standings } from '#lib/core/diagnostic/standings.ts';
import type { EncodedTops } from '#lib/core/recommendation/tops.ts';
import { decodeTable, type EncodedTable, type Release, type Snapshot } from '#lib/core/release/snapshot.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { Geography } from '#lib/core/geo/geography.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { ProjectBank } from '#lib/core/project/bank.ts';
import type { Guide } from '#lib/core/support/guide.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import { openBuiltBank, type Repositories } from './db/open.ts';

/** One release, ready to answer from: its snapshot, its bank, and a scorer per level. */
export interface OpenedRelease {
	readonly release: Release;
	readonly snapshot: Snapshot;
	readonly bank: Repositories;
	/** The scorer of a level, made when first asked for; communes are read from disk only then. */
	scorer(level: Level): Promise<Scorer>;
	/** What the server draws maps from, read once when first asked for. */
	shapes(name: ShapeFile): Promise<PolygonTopology>;
	towns(): Promise<readonly Town[]>;
	/** Who touches whom, with labels and areas; read once when first asked for. */
	geography(): Promise<Geography>;
	/** Economic models and what they need; read once when first asked for. */
	projects(): Promise<ProjectBank>;
	/** Funding, training and the legal route; read once when first asked for. */
	guide(): Promise<Guide>;
	/** How often every province is in the top quarter of every chain; read once when first asked for. */
	tops(): Promise<EncodedTops>;
	/** Rules, rank intervals and zones of the diagnostics, read once when first asked for; null in a release made before there were any. */
	standings(): Promise<Standings | null>;
}

/** A town as maps name it; rank 1 is a regional seat, 2 a provincial one. */
export interface Town {
	readonly id: string;
	readonly name: Text;
	readonly position: readonly [number, number];
	readonly rank: number;
}

/** The topologies of a release that a map is drawn from. */
export type ShapeFile = 'provinces' | 'communes' | 'context';

/** Every release this server holds; old ones stay beside the current one, so that an old link shows what it showed. */
export interface Releases {
	readonly current: OpenedRelease;
	/** Newest first. */
	list(): Promise<readonly Release[]>;
	/** The release of an id; null when this server does not hold it. */
	find(id: string): Promise<OpenedRelease | null>;
	close(): Promise<void>;
}

/** What a release is opened from: parsed files, and a way to read the communes later. */
export interface ReleaseParts {
	readonly snapshot: Snapshot;
	readonly bank: Repositories;
	communes(): Promise<EncodedTable>;
	/** Parsed content of one JSON file of the release. */
	file(name: string): Promise<unknown>;
}

/** A release over its parts. Scorers are made once each. */
export function openedRelease({ snapshot, bank, communes, file }: ReleaseParts): OpenedRelease {
	const scorers = new Map<Level, Promise<Scorer>>();
	const releaseYear = Number(snapshot.release.date.slice(0, 4));
	const create = async (level: Level): Promise<Scorer> => {
		const encoded = level === 'commune' ? await communes() : snapshot.levels[level];
		return createScorer(snapshot.method, decodeTable(encoded), snapshot.chains, releaseYear);
	};
	const files = new Map<string, Promise<unknown>>();
	const once = (name: string): Promise<unknown> => {
		const content = files.get(name) ?? file(name);
		files.set(name, content);
		return content;
	};
	return {
		release: snapshot.release,
		snapshot,
		bank,
		scorer(level) {
			const scorer = scorers.get(level) ?? create(level);
			scorers.set(level, scorer);
			return scorer;
		},
		shapes: (name) => once(`${name}.topo.json`) as Promise<PolygonTopology>,
		towns: () => once('towns.json') as Promise<readonly Town[]>,
		geography: () => once('geography.json') as Promise<Geography>,
		projects: () => once('projects.json') as Promise<ProjectBank>,
		guide: () => once('guide.json') as Promise<Guide>,
		tops: () => once('tops.json') as Promise<EncodedTops>,
		standings: () => once('standings.json').catch(() => null) as Promise<Standings | null>
	};
}

/** The releases built into `root`. Throws one sentence when there is none, or when the current one is not there. */
export async function openReleases(root: string): Promise<Releases> {
	const opened = new Map<string, Promise<OpenedRelease>>();
	const open = (id: string): Promise<OpenedRelease> => {
		const release = opened.get(id) ?? openFolder(join(root, id));
		opened.set(id, release);
		return release;
	};
	const id = await currentId(root);
	const current = await open(id);
	return {
		current,
		async list() {
			const releases = await Promise.all((await idsIn(root)).map((known) => readJson<Release>(join(root, known, 'release.json'))));
			const bare = releases.map(({ id, date, data, method }) => ({ id, date, data, method }));
			return bare.sort((a, b) => b.date.localeCompare(a.date) || Number(b.id === id) - Number(a.id === id) || a.id.localeCompare(b.id));
		},
		async find(wanted) {
			if (wanted === id) return current;
			return (await idsIn(root)).includes(wanted) ? open(wanted) : null;
		},
		async close() {
			for (const release of opened.values()) await (await release).bank.close();
		}
	};
}

async function openFolder(folder: string): Promise<OpenedRelease> {
	return openedRelease({
		snapshot: await readJson<Snapshot>(join(folder, 'snapshot.json')),
		bank: openBuiltBank(join(folder, 'bank.sqlite')),
		communes: () => readJson<EncodedTable>(join(folder, 'communes.json')),
		file: (name) => readJson(join(folder, name))
	});
}

async function currentId(root: string): Promise<string> {
	try {
		return (await readJson<{ id: string }>(join(root, 'current.json'))).id;
	} catch (cause) {
		throw new Error(`There is no built release in ${root}: build the data first (npm start does it).`, { cause });
	}
}

/** Folders of `root` that are complete releases. */
async function idsIn(root: string): Promise<string[]> {
	const entries = await readdir(root, { withFileTypes: true });
	const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	const complete = await Promise.all(folders.map(async (name) => (await readdir(join(root, name))).includes('release.json')));
	return folders.filter((_, index) => complete[index]).sort();
}

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;
