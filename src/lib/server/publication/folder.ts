import { createHash } from 'node:crypto';
import { constants, copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants as zlib } from 'node:zlib';
import type { BuiltFile } from '#lib/core/release/release-file.ts';

/** What an unfinished folder is called: a name that no release has, so that nobody ever lists it. */
const UNFINISHED = '.publishing-';

const packed = promisify(brotliCompress);

/** A fresh folder in `root` to build a release in. */
export async function unfinishedFolder(root: string): Promise<string> {
	const folder = join(root, `${UNFINISHED}${process.pid}-${crypto.randomUUID()}`);
	await mkdir(folder, { recursive: true });
	return folder;
}

/** Removes what processes that were killed left unfinished in `root`; a root that is not there yet has nothing. */
export async function sweepUnfinished(root: string): Promise<void> {
	const left = (await namesIn(root)).filter((name) => name.startsWith(UNFINISHED));
	for (const name of left) await rm(join(root, name), { recursive: true, force: true });
}

/** Names in a folder; none where it does not exist. */
export async function namesIn(folder: string): Promise<readonly string[]> {
	try {
		return await readdir(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}

/** Writes a JSON file and its packed copy, at the highest quality: built once, sent often. */
export async function writeJson(folder: string, name: string, content: unknown): Promise<void> {
	const bytes = Buffer.from(JSON.stringify(content));
	const params = { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_LGWIN]: 22, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
	await writeFile(join(folder, name), bytes);
	await writeFile(join(folder, `${name}.br`), await packed(bytes, { params }));
}

/**
 * Gives `folder` every JSON file of `from` that it has not itself, packed copies too: one file with two names, or a copy on another disk. What
 * `from` says of itself (`release.json`) stays there.
 */
export async function takeOver(from: string, folder: string): Promise<void> {
	const own = new Set(await readdir(folder));
	const names = (await readdir(from)).filter((name) => /\.json(\.br)?$/.test(name) && !name.startsWith('release.json') && !own.has(name));
	for (const name of names) {
		const [source, target] = [join(from, name), join(folder, name)];
		await link(source, target).catch(() => copyFile(source, target));
	}
}

/** A copy of its own, cheap where the disk can share blocks. */
export const copyOf = (from: string, to: string): Promise<void> => copyFile(from, to, constants.COPYFILE_FICLONE);

/** Sizes and hashes of the JSON files in `folder`, by name; `release.json` and packed copies are not among them. */
export async function builtFiles(folder: string): Promise<Record<string, BuiltFile>> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'release.json').sort();
	const entries = await Promise.all(
		names.map(async (name) => {
			const bytes = await readFile(join(folder, name));
			return [name, { bytes: bytes.length, sha256: sha256(bytes) }] as const;
		})
	);
	return Object.fromEntries(entries);
}

/** SHA-256, hexadecimal. */
export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Makes a whole folder of a release: everything in it is on the disk before it gets its name, and a process that dies leaves the name to
 * nobody. Where the name is taken, the same release stands there already and this one is dropped.
 */
export async function settle(folder: string, root: string, name: string): Promise<void> {
	for (const file of await readdir(folder)) await synced(join(folder, file));
	await synced(folder);
	if (await isFolder(join(root, name))) await rm(folder, { recursive: true, force: true });
	else await rename(folder, join(root, name));
	await synced(root);
}

/** Gives a whole folder another parent, on the same disk; where one of that name is there already, it stays and the other is dropped. */
export async function moveFolder(from: string, to: string, name: string): Promise<void> {
	await mkdir(to, { recursive: true });
	if (await isFolder(join(to, name))) await rm(join(from, name), { recursive: true, force: true });
	else await rename(join(from, name), join(to, name));
	await synced(to);
	await synced(from);
}

/** Replaces a small file as a whole: a reader sees the old content or the new, also after a power cut. */
export async function replaceFile(root: string, name: string, content: string): Promise<void> {
	await mkdir(root, { recursive: true });
	const fresh = join(root, `${UNFINISHED}${process.pid}-${crypto.randomUUID()}`);
	await writeFile(fresh, content);
	await synced(fresh);
	await rename(fresh, join(root, name));
	await synced(root);
}

async function synced(path: string): Promise<void> {
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

const isFolder = (path: string): Promise<boolean> =>
	stat(path)
		.then((entry) => entry.isDirectory())
		.catch(() => false);
