import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Standings } from '#lib/core/diagnostic/standings.ts';
import type { EncodedTops } from '#lib/core/recommendation/tops.ts';
import { isReleaseId, type ReleaseFile } from '#lib/core/release/release-file.ts';
import { decodeTable, type EncodedTable, type Release, type Snapshot } from '#lib/core/release/snapshot.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import type { Geography } from '#lib/core/geo/geography.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { ProjectBank } from '#lib/core/project/bank.ts';
import type { Guide } from '#lib/core/support/guide.ts';
import type { PartnerDirectory } from '#lib/core/support/partner.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import { openBuiltBank, type Repositories } from './db/open.ts';
import { moveFolder, namesIn, replaceFile } from './publication/folder.ts';

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
	/** Offices and outlets for cooperatives, read once when first asked for; null in a release made before there were any. */
	partners(): Promise<PartnerDirectory | null>;
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
export type ShapeFile = 'provinces' | 'provinces-detail' | 'communes' | 'context';

/** Every release this server holds; old ones stay beside the current one, so that an old link shows what it showed. */
export interface Releases {
	/** The one that answers who asks for none: the published one, else the newest the data build made. It changes with a switch. */
	readonly current: OpenedRelease;
	/** Id of the newest release the data build made. */
	readonly built: string;
	/** Grows with every switch: what was kept from before it is not the answer any more. */
	readonly generation: number;
	/** Newest first. */
	list(): Promise<readonly Release[]>;
	/** The release of an id; null when this server does not hold it. */
	find(id: string): Promise<OpenedRelease | null>;
	/** The folder of an id; null when this server does not hold it. */
	folderOf(id: string): Promise<string | null>;
	/** A release that was built and waits to be published: for those who decide, never for a reader. Null when there is none of that id. */
	proposal(id: string): Promise<OpenedRelease | null>;
	/** Removes a proposal. One that was published is a release, and stays. */
	discard(id: string): Promise<void>;
	/**
	 * Makes a release that is held, or a proposal, the current one, now and after a restart. Throws `UnknownRelease`, or a sentence when
	 * nothing can be published here.
	 */
	publish(id: string): Promise<OpenedRelease>;
	/** Makes the newest release of the data build the current one again. */
	withdraw(): Promise<OpenedRelease>;
	close(): Promise<void>;
}

/** Asked for by an id that no release here has. */
export class UnknownRelease extends Error {
	constructor(id: string) {
		super(`There is no release ${JSON.stringify(id.slice(0, 64))} here.`);
		this.name = 'UnknownRelease';
	}
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
		partners: () => once('partners.json').catch(() => null) as Promise<PartnerDirectory | null>,
		tops: () => once('tops.json') as Promise<EncodedTops>,
		standings: () => once('standings.json').catch(() => null) as Promise<Standings | null>
	};
}

/** Where releases from a register lie: those that readers see, and those that wait for a decision. Neither folder need exist yet. */
export interface RegisterFolders {
	readonly published: string;
	readonly proposals: string;
}

/** Where they lie in the folder of the living store. */
export const registerFolders = (store: string): RegisterFolders => ({
	published: join(store, 'releases'),
	proposals: join(store, 'proposals')
});

/**
 * The releases built into `root` and those made from a register. Throws one sentence when nothing is built, or when the newest built one is
 * not there.
 */
export async function openReleases(root: string, register: RegisterFolders | null = null): Promise<Releases> {
	const shelf = createShelf(root, register);
	const built = await builtId(root);
	const chosen = register === null ? null : await publishedId(register.published);
	const start = chosen === null ? null : await shelf.find(chosen);
	if (chosen !== null && !start) console.warn(`The published release ${chosen} is not here any more; the newest built one is shown.`);
	let current = start ?? (await shelf.open(built, join(root, built)));
	let generation = 0;
	const switchTo = (release: OpenedRelease): OpenedRelease => {
		if (release !== current) generation++;
		current = release;
		return release;
	};
	const { list, folderOf, proposal, discard, close } = shelf;
	return {
		...{ built, folderOf, proposal, discard, close },
		get current() {
			return current;
		},
		get generation() {
			return generation;
		},
		list: () => list(current.release.id),
		async find(wanted) {
			return wanted === current.release.id ? current : shelf.find(wanted);
		},
		async publish(id) {
			if (register === null) throw new Error('This server has no folder of published releases.');
			await shelf.accept(id);
			const release = await shelf.find(id);
			if (!release) throw new UnknownRelease(id);
			await replaceFile(register.published, CURRENT, JSON.stringify({ id }));
			return switchTo(release);
		},
		async withdraw() {
			if (register !== null) await rm(join(register.published, CURRENT), { force: true });
			return switchTo(await shelf.open(built, join(root, built)));
		}
	};
}

/** The releases of some folders, each opened once. Which of them is current is not its business. */
interface Shelf extends Pick<Releases, 'find' | 'folderOf' | 'proposal' | 'discard' | 'close'> {
	/** Newest first, `first` before others of its date. */
	list(first: string): Promise<readonly Release[]>;
	open(key: string, folder: string): Promise<OpenedRelease>;
	/** Makes a proposal a release that readers find; nothing happens when there is no proposal of that id. */
	accept(id: string): Promise<void>;
}

function createShelf(root: string, register: RegisterFolders | null): Shelf {
	const roots = register === null ? [root] : [root, register.published];
	const proposed = register === null ? [] : [register.proposals];
	const opened = new Map<string, Promise<OpenedRelease>>();
	const open: Shelf['open'] = (key, folder) => {
		const release = opened.get(key) ?? openFolder(folder);
		opened.set(key, release);
		return release;
	};
	const folderOf = async (id: string): Promise<string | null> => (await foldersIn(roots)).get(id) ?? null;
	/** A folder that moves or goes must not be open: some disks refuse, and its files would be looked for where they were. */
	const closeProposal = async (id: string): Promise<void> => {
		const proposal = opened.get(proposalKey(id));
		opened.delete(proposalKey(id));
		await (await proposal)?.bank.close();
	};
	return {
		open,
		folderOf,
		async list(first) {
			const folders = [...(await foldersIn(roots)).values()];
			const releases = await Promise.all(folders.map((folder) => readJson<ReleaseFile>(join(folder, 'release.json'))));
			return releases
				.map(({ files: _, ...release }): Release => release)
				.sort((a, b) => b.date.localeCompare(a.date) || Number(b.id === first) - Number(a.id === first) || a.id.localeCompare(b.id));
		},
		async find(id) {
			const folder = await folderOf(id);
			return folder === null ? null : open(id, folder);
		},
		async proposal(id) {
			const folder = (await foldersIn(proposed)).get(id);
			return folder === undefined ? null : open(proposalKey(id), folder);
		},
		async discard(id) {
			if (register === null || !isReleaseId(id)) return;
			await closeProposal(id);
			await rm(join(register.proposals, id), { recursive: true, force: true });
		},
		async accept(id) {
			if (register === null || !(await foldersIn(proposed)).has(id)) return;
			await closeProposal(id);
			await moveFolder(register.proposals, register.published, id);
		},
		async close() {
			for (const release of opened.values()) await (await release).bank.close();
		}
	};
}

/** The key of a proposal among what is open, apart from the release it becomes. */
const proposalKey = (id: string): string => `proposal ${id}`;

/** Which release is current, in the folder of the built ones and in that of the published ones. */
const CURRENT = 'current.json';

async function openFolder(folder: string): Promise<OpenedRelease> {
	return openedRelease({
		snapshot: await readJson<Snapshot>(join(folder, 'snapshot.json')),
		bank: openBuiltBank(join(folder, 'bank.sqlite')),
		communes: () => readJson<EncodedTable>(join(folder, 'communes.json')),
		file: (name) => readJson(join(folder, name))
	});
}

async function builtId(root: string): Promise<string> {
	try {
		return (await readJson<{ id: string }>(join(root, CURRENT))).id;
	} catch (cause) {
		throw new Error(`There is no built release in ${root}: build the data first (npm start does it).`, { cause });
	}
}

/** The id that was published last; null when none is. */
async function publishedId(published: string): Promise<string | null> {
	if (!(await namesIn(published)).includes(CURRENT)) return null;
	return (await readJson<{ id: string }>(join(published, CURRENT))).id;
}

/** The folder of every complete release under `roots`, by id; the first root that has it speaks. */
async function foldersIn(roots: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const folders = new Map<string, string>();
	for (const root of roots) {
		const ids = (await namesIn(root)).filter((name) => isReleaseId(name) && !folders.has(name)).sort();
		const complete = await Promise.all(ids.map(async (id) => (await namesIn(join(root, id))).includes('release.json')));
		ids.filter((_, index) => complete[index]).forEach((id) => folders.set(id, join(root, id)));
	}
	return folders;
}

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;
