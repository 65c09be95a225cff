import { join } from 'node:path';
import { BackupError, backUp } from '#lib/server/db/living/backup.ts';

/** Copies the living store, while the server runs, into a new folder: `npm run backup -- <folder>`. */
const ROOT = join(import.meta.dirname, '..');
const store = process.env['FURAS_STORE'] ?? join(ROOT, 'data/living');
const now = new Date();
const into = process.argv[2] ?? join(ROOT, 'data', `living-backup-${now.toISOString().slice(0, 19).replaceAll(':', '')}`);

try {
	const note = await backUp(store, into, now);
	console.log(`${into}: ${note.rows} changes, chain ends in ${note.head.slice(0, 16) || 'nothing yet'}.`);
} catch (error) {
	if (!(error instanceof BackupError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
