import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OwnDataset } from '#lib/core/own/dataset.ts';

interface Schema extends DBSchema {
	datasets: { key: string; value: OwnDataset };
}

/** Whether something is kept: `full` where the browser has no room, `blocked` where it keeps nothing (private windows, old tabs). */
export type Kept = 'kept' | 'full' | 'blocked';

const NAME = 'furas-own-data';
/** Another tab that holds an older version open keeps this one waiting; a reader does not wait. */
const PATIENCE_MS = 3000;

/** What the reader brought along, in the browser's own store and nowhere else. No call rejects: what is not kept is told. */
export interface OwnStore {
	/** Everything kept, in the order it came; empty where the store is blocked. */
	all(): Promise<{ readonly datasets: readonly OwnDataset[]; readonly kept: Kept }>;
	put(dataset: OwnDataset): Promise<Kept>;
	remove(id: string): Promise<Kept>;
	removeAll(): Promise<Kept>;
}

/** The store of this browser; opened with the first call. */
export function createOwnStore(): OwnStore {
	let opened: Promise<IDBPDatabase<Schema>> | null = null;
	const open = (): Promise<IDBPDatabase<Schema>> => {
		opened ??= openStore();
		// The next call tries again.
		opened.catch(() => (opened = null));
		return opened;
	};
	const change = async (work: (db: IDBPDatabase<Schema>) => Promise<unknown>): Promise<Kept> => {
		try {
			await work(await open());
			return 'kept';
		} catch (error) {
			return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
		}
	};
	return {
		async all() {
			let datasets: readonly OwnDataset[] = [];
			const kept = await change(async (db) => (datasets = await db.getAll('datasets')));
			return { datasets, kept };
		},
		put: (dataset) => change((db) => db.put('datasets', dataset)),
		remove: (id) => change((db) => db.delete('datasets', id)),
		removeAll: () => change((db) => db.clear('datasets'))
	};
}

function openStore(): Promise<IDBPDatabase<Schema>> {
	const db = openDB<Schema>(NAME, 1, { upgrade: (fresh) => void fresh.createObjectStore('datasets', { keyPath: 'id' }) });
	const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`${NAME} does not open`)), PATIENCE_MS));
	return Promise.race([db, late]);
}
