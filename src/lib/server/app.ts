import { createApi } from './api/create.ts';
import { builtFile } from './files.ts';
import type { Answer } from './http/answer.ts';
import { openReleases, type Releases } from './release.ts';

/** The server beside its pages: releases, API and built files, all from one folder. */
export interface App {
	readonly releases: Releases;
	/** Answers a request under `/api/v1`. */
	api(request: Request): Response | Promise<Response>;
	/** The built file at an address under `/data`; null when nothing is served there. */
	file(address: string): Promise<Answer | null>;
	close(): Promise<void>;
}

/**
 * Where the open app stands for those who cannot import it. scripts/serve.ts runs outside the bundle that Kit builds:
 * importing this module there would load the API, its schemas and the database a second time, with their memory and
 * a second set of scorers. The bundle opens the app once and leaves it here; symbols are shared by both.
 */
const APP = Symbol.for('furas.app');
const shared = globalThis as { [APP]?: App };

/**
 * Opens the releases under `root` and makes them the app of this process; one that was open before is closed. `origin` is the address
 * readers know it by, for the links that documents print; null when nobody said.
 */
export async function openApp(root: string, origin: string | null = null): Promise<App> {
	const releases = await openReleases(root);
	const api = createApi({ releases, origin });
	const app: App = {
		releases,
		api: (request) => api.fetch(request),
		file: (address) => builtFile(root, address),
		close: () => releases.close()
	};
	const previous = shared[APP];
	shared[APP] = app;
	await previous?.close();
	return app;
}

/** The app of this process. Throws when none is open. */
export function currentApp(): App {
	const app = shared[APP];
	if (!app) throw new Error('The app is not open yet: Kit opens it in the init hook.');
	return app;
}
