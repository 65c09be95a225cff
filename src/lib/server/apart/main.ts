import { join } from 'node:path';
import { importOf } from '../db/living/imports.ts';
import { openLiving, type LivingStore } from '../db/living/open.ts';
import type { Bearings } from '../import/bearings.ts';
import type { Job } from '../import/job.ts';
import { uploadsIn, uploadPath } from '../import/uploads.ts';
import type { Errand, Errands, Places, Reply } from './errand.ts';
import { replyOf } from './reply.ts';

/**
 * A process of its own: told one errand by the server that started it, answers, and ends. It ends at once when that server does, so that
 * nobody goes on writing where the next server begins.
 */
process.once('disconnect', () => process.exit(1));
process.once('message', (errand: Errand) => {
	void replyTo(errand).then((reply) => process.send!(reply, () => process.exit(0)));
});

/** How long it waits for the server to finish a change of its own, in milliseconds: nobody waits for it meanwhile. */
const PATIENCE = 300_000;

async function replyTo(errand: Errand): Promise<Reply> {
	try {
		const living = await openLiving(join(errand.places.store, 'living.sqlite'), () => new Date(), PATIENCE);
		try {
			return { kind: 'done', answer: await answerOf(errand, living) };
		} finally {
			await living.close();
		}
	} catch (thrown) {
		return replyOf(thrown);
	}
}

/** What an errand comes to. Each is imported when it is told: looking into a file, which every upload waits for, starts without the others. */
async function answerOf({ name, places, told }: Errand, living: LivingStore): Promise<unknown> {
	switch (name) {
		case 'inspect':
			return inspect(living, places, told);
		case 'read':
			return read(living, places, told.id);
		case 'compare':
			return compare(living, places, told.id);
		case 'build':
			return build(living, places, told.asOf);
		default:
			throw new Error(`There is no errand «${String(name satisfies never)}».`);
	}
}

async function inspect(living: LivingStore, { store }: Places, { id, bytes, sheet }: Errands['inspect']['told']): Promise<unknown> {
	const inspecting = await import('../import/inspect.ts');
	return inspecting.inspect(living, uploadPath(uploadsIn(store), id), bytes, sheet);
}

async function read(living: LivingStore, places: Places, id: string): Promise<null> {
	const { readFile } = await import('../import/reading.ts');
	await readFile(jobOf(living, id), uploadPath(uploadsIn(places.store), id), await importOf(living, id), await bearingsIn(places));
	return null;
}

async function compare(living: LivingStore, places: Places, id: string): Promise<number> {
	const comparing = await import('../import/comparing.ts');
	return comparing.compare(jobOf(living, id), await bearingsIn(places));
}

/** A job that nothing but the end of the process stops. */
const jobOf = (living: LivingStore, id: string): Job => ({ living, id, signal: new AbortController().signal });

async function bearingsIn({ data, store }: Places): Promise<Bearings> {
	const [{ openBearings }, { registerFolders }] = await Promise.all([import('../import/bearings.ts'), import('../release.ts')]);
	return openBearings(data, registerFolders(store));
}

async function build(living: LivingStore, { data, store }: Places, asOf: string | null): Promise<unknown> {
	const [{ nextRelease }, { openReleases, registerFolders }] = await Promise.all([
		import('../publication/next-release.ts'),
		import('../release.ts')
	]);
	const releases = await openReleases(data, registerFolders(store));
	try {
		return await nextRelease({ releases, living, store }, asOf);
	} finally {
		await releases.close();
	}
}
