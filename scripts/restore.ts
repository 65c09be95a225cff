import { join } from 'node:path';
import { BackupError, restore } from '#lib/server/db/living/backup.ts';

/** Puts a backup in the place of the living store, with the server stopped; the store that was there is kept: `npm run restore -- <folder>`. */
const ROOT = join(import.meta.dirname, '..');
const store = process.env['FURAS_STORE'] ?? join(ROOT, 'data/living');
const aside = `${store}-before-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`;
const [from] = process.argv.slice(2);

if (from === undefined) {
	console.error('Usage: npm run restore -- <folder of a backup>');
	process.exit(1);
}
try {
	const note = await restore(from, store, aside);
	console.log(`${store} is as it was on ${note.at}: ${note.rows} changes. What was there before is in ${aside}, if there was anything.`);
} catch (error) {
	if (!(error instanceof BackupError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
