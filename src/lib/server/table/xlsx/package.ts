import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { TableLimits } from '../limits.ts';
import { TableProblem } from '../table-problem.ts';
import type { Watch } from '../watch.ts';

/** The parts of a ZIP file, read one by one and never unpacked. */
export interface Package {
	readonly names: ReadonlySet<string>;
	/** The bytes of a part as they come; throws a `TableProblem` when there are more than allowed, or other ones than the file says. */
	bytes(name: string): AsyncIterable<Buffer>;
	close(): void;
}

/** Opens a ZIP file and reads its directory. Throws a `TableProblem` for one that is cut, locked, or made to harm. */
export async function openPackage(path: string, limits: TableLimits, watch: Watch): Promise<Package> {
	let zip: ZipFile | null = null;
	try {
		zip = await openPromise(path, { autoClose: false, validateEntrySizes: false });
		const entries = await entriesOf(zip, limits);
		return packageOf(zip, entries, limits, watch);
	} catch (error) {
		zip?.close();
		throw zipProblem(error);
	}
}

async function entriesOf(zip: ZipFile, limits: TableLimits): Promise<ReadonlyMap<string, Entry>> {
	if (zip.entryCount > limits.entries) throw new TableProblem({ kind: 'bomb', limit: limits.entries, found: zip.entryCount });
	const entries = new Map<string, Entry>();
	for await (const entry of zip.eachEntry()) {
		if (entry.isEncrypted()) throw new TableProblem({ kind: 'encrypted' });
		if (entries.has(entry.fileName)) throw new TableProblem({ kind: 'damaged', text: entry.fileName });
		entries.set(entry.fileName, entry);
	}
	// Parts that share bytes make a small file say a lot.
	const byPlace = [...entries.values()].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
	let end = 0;
	for (const { relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize, fileName } of byPlace) {
		if (start < end) throw new TableProblem({ kind: 'bomb', text: fileName });
		end = start + 30 + fileNameLength + compressedSize;
	}
	return entries;
}

function packageOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: TableLimits, watch: Watch): Package {
	let total = 0;
	async function* bytes(name: string): AsyncGenerator<Buffer> {
		const entry = entries.get(name);
		if (!entry) throw new TableProblem({ kind: 'damaged', text: name });
		let [size, checksum] = [0, 0];
		try {
			for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
				watch.check();
				size += chunk.length;
				total += chunk.length;
				checksum = crc32(chunk, checksum);
				checkSize(entry, size, total, limits);
				yield chunk;
			}
		} catch (error) {
			throw zipProblem(error);
		}
		if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw new TableProblem({ kind: 'damaged', text: name });
	}
	return { names: new Set(entries.keys()), bytes, close: () => zip.close() };
}

/** The bytes that came are what counts; the sizes that the file declares are only held against them. */
function checkSize(entry: Entry, size: number, total: number, limits: TableLimits): void {
	if (total > limits.inflatedBytes) throw new TableProblem({ kind: 'bomb', limit: limits.inflatedBytes });
	if (size > limits.inflationFrom && size > limits.inflation * entry.compressedSize) {
		throw new TableProblem({ kind: 'bomb', limit: limits.inflation, text: entry.fileName });
	}
	if (size > entry.uncompressedSize) throw new TableProblem({ kind: 'bomb', limit: entry.uncompressedSize, text: entry.fileName });
}

/** What the ZIP library or zlib says, as a problem of the file. */
function zipProblem(error: unknown): unknown {
	if (!(error instanceof Error) || error instanceof TableProblem || isOfTheDisk(error)) return error;
	const options = { cause: error };
	if (/end of central directory|unexpected (eof|end of file)|overflows file bounds/i.test(error.message)) {
		return new TableProblem({ kind: 'truncated' }, options);
	}
	if (/relative path|absolute path|invalid characters/i.test(error.message)) {
		return new TableProblem({ kind: 'unsafe-name', text: error.message.slice(error.message.indexOf(':') + 2) }, options);
	}
	return new TableProblem({ kind: /encrypt/i.test(error.message) ? 'encrypted' : 'damaged' }, options);
}

/** Errors of the system have a number; those of zlib too, but theirs say so by their code. */
const isOfTheDisk = (error: NodeJS.ErrnoException): boolean => error.syscall !== undefined;
