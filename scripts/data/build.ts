import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Geography } from '#lib/core/geo/geography.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import { inputsHash } from './stamp.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'data/built');
const CACHE = join(ROOT, '.cache/geometry');

/** Everything a build reads: the facts, the method, the builders and the rules they share with the product. */
const INPUTS = ['data', 'scripts/data', 'src/lib/core', 'src/lib/server/db', 'package-lock.json'];
const GEOMETRY_INPUTS = ['data/facts/hcp/rgph', 'data/facts/osm', 'data/facts/geonames', 'scripts/data/geo', 'src/lib/core/geo', 'package-lock.json'];

/**
 * Builds the release the facts and the method make and points `current.json` to it; returns its id.
 * Does nothing when no input has changed since the last build.
 */
export async function buildData(): Promise<string> {
	const inputs = inputsHash(ROOT, INPUTS);
	const fresh = freshRelease(inputs);
	if (fresh !== null) return fresh;
	const id = await buildRelease();
	writeFileSync(join(BUILT, 'current.json'), JSON.stringify({ id }));
	writeFileSync(join(BUILT, '.stamp.json'), JSON.stringify({ inputs, id }));
	return id;
}

function freshRelease(inputs: string): string | null {
	const stamp = join(BUILT, '.stamp.json');
	if (!existsSync(stamp) || !existsSync(join(BUILT, 'current.json'))) return null;
	const last = JSON.parse(readFileSync(stamp, 'utf8')) as { inputs: string; id: string };
	return last.inputs === inputs && existsSync(join(BUILT, last.id, 'bank.sqlite')) ? last.id : null;
}

/** Builds into a folder of its own and moves it into place when it is whole, so that a reader never sees half a release. */
async function buildRelease(): Promise<string> {
	// Loaded here, so that a build with nothing to do stays quick.
	const { checkData } = await import('./check.ts');
	const { readRecords } = await import('./read.ts');
	const { checkRecords } = await import('./expectations.ts');
	const { METHOD_FOLDER, readMethod } = await import('./method.ts');
	const { checkGoalposts, readGoalposts } = await import('./goalposts.ts');
	const { readListedChains } = await import('./gates.ts');
	const { checkSwings, readSwingGate, releaseNotes } = await import('./swings.ts');
	const { levelTables, scoredIndicators, withGeography } = await import('./tables.ts');
	const { builtFiles, compress, contentHash, snapshotOf, writeTables } = await import('./release.ts');
	const { writeGuide } = await import('./guide/guide.ts');
	const { writePartners } = await import('./guide/partners.ts');
	const { writeStandings } = await import('./standings.ts');
	const { writeTops } = await import('./tops.ts');
	const { readProjectBank, writeProjectBank } = await import('./projects/bank.ts');
	const root = join(ROOT, 'data');
	const { version, created } = checkData(root);

	const work = join(BUILT, `.building-${process.pid}`);
	rmSync(work, { recursive: true, force: true });
	mkdirSync(work, { recursive: true });
	try {
		const facts = readRecords(root);
		checkRecords(root, facts);
		const geography = await geometry(work);
		const records = withGeography(facts, geography);
		const method = readMethod(join(root, METHOD_FOLDER));
		const tables = levelTables(records, geography, method, readGoalposts(join(root, METHOD_FOLDER)), readListedChains(join(root, METHOD_FOLDER)));
		checkGoalposts(tables, method);
		checkSwings(tables.province, method, records.chains, readSwingGate(join(root, METHOD_FOLDER)), releaseNotes(root));
		writeGuide(work, root);
		writePartners(work, root);
		writeTops(work, tables.province, method, records.chains);
		writeStandings(work, join(root, METHOD_FOLDER), { tables, method, chains: records.chains, geography, year: Number(created.slice(0, 4)) });
		writeProjectBank(work, readProjectBank(root, facts, new Set(scoredIndicators(method))));
		const release = { id: '', date: created, data: version, method: method.version };
		writeTables(work, snapshotOf(root, release, method, records, tables), tables);
		const named: Release = { ...release, id: `${version}-${contentHash(builtFiles(work), records)}` };
		writeTables(work, snapshotOf(root, named, method, records, tables), tables);
		writeFileSync(join(work, 'release.json'), JSON.stringify({ ...named, files: builtFiles(work) }));
		compress(work);
		const { fillBank } = await import('#lib/server/db/fill.ts');
		await fillBank(join(work, 'bank.sqlite'), records, named);
		rmSync(join(BUILT, named.id), { recursive: true, force: true });
		renameSync(work, join(BUILT, named.id));
		return named.id;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** The geometry files in `folder`, from the cache when nothing they depend on has changed: they take most of a build. */
async function geometry(folder: string): Promise<Geography> {
	const cached = join(CACHE, inputsHash(ROOT, GEOMETRY_INPUTS).slice(0, 16));
	if (!existsSync(join(cached, 'geography.json'))) {
		const { buildGeometry } = await import('./geo/build.ts');
		rmSync(CACHE, { recursive: true, force: true });
		mkdirSync(cached, { recursive: true });
		await buildGeometry(cached);
	}
	cpSync(cached, folder, { recursive: true });
	const { readGeography } = await import('./release.ts');
	return readGeography(folder);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const started = performance.now();
	const id = await buildData();
	console.log(`data/built/${id} (${Math.round(performance.now() - started)} ms)`);
}
