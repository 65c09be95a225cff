import type { Places } from '../apart/errand.ts';
import { runApart } from '../apart/run.ts';
import type { FileReader } from './reader.ts';

/**
 * A reader that does each of its deeds in a process of its own: what strangers send costs this one no memory. Files are looked into one after
 * the other, so that there is never more than one such process beside the one that reads or compares. Throws an `EndedEarly` when the process is killed or
 * needs too much.
 */
export function readerApart(places: Places): FileReader {
	let looking: Promise<unknown> = Promise.resolve();
	return {
		inspect({ id, bytes, sheet }) {
			const look = () => runApart({ name: 'inspect', places, told: { id, bytes, sheet } });
			const looked = looking.then(look, look);
			looking = looked.catch(() => null);
			return looked;
		},
		read: async ({ id, signal }) => void (await runApart({ name: 'read', places, told: { id } }, signal)),
		compare: ({ id, signal }) => runApart({ name: 'compare', places, told: { id } }, signal)
	};
}
