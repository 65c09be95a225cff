import { importOf } from '../db/living/imports.ts';
import type { Living } from '../db/living/schema.ts';
import type { TakeBearings } from './bearings.ts';
import { inspect, type Inspected } from './inspect.ts';
import { compare } from './comparing.ts';
import type { Job } from './job.ts';
import { readFile } from './reading.ts';
import { uploadPath } from './uploads.ts';

/** Opens the files that were sent, and holds their rows against the register. */
export interface FileReader {
	/** What a file looks like; null takes the first sheet. Throws a TableProblem when it is no table. */
	inspect(file: { readonly id: string; readonly bytes: number; readonly sheet: string | null }): Promise<Inspected>;
	/**
	 * Reads the file of an import that stands in `reading`: it is `read` or `refused` then. Throws what is no fault of the file, also when the
	 * signal of the job stops it; what was read until then is left.
	 */
	read(job: Job): Promise<void>;
	/** Compares the rows of an import with the register once more; returns how many ask something they did not ask before. Throws as `read`. */
	compare(job: Job): Promise<number>;
}

/** A reader in this process, for a command or a test; a server has its files read apart. */
export const readerHere = (living: Living, folder: string, bearings: TakeBearings): FileReader => ({
	inspect: ({ id, bytes, sheet }) => inspect(living, uploadPath(folder, id), bytes, sheet),
	read: async (job) => readFile(job, uploadPath(folder, job.id), await importOf(living, job.id), await bearings()),
	compare: async (job) => compare(job, await bearings())
});
