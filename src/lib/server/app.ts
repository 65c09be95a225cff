import { join } from 'node:path';
import { createSignIn, type SignIn } from './account/sign-in.ts';
import { createPublicLimits, type PublicLimits } from './account/throttle.ts';
import { createApi } from './api/create.ts';
import { runApart } from './apart/run.ts';
import { openLiving, type LivingStore } from './db/living/open.ts';
import { lapseOutdated } from './db/living/projects.ts';
import { eraseOutdated } from './db/living/submissions.ts';
import { builtFile } from './files.ts';
import type { Answer } from './http/answer.ts';
import { keptBearings, wordsBeside } from './import/bearings.ts';
import { createDesk, type ImportDesk } from './import/desk.ts';
import { readerApart } from './import/reader-apart.ts';
import { watchLiving } from './living-watch.ts';
import { createPublicationDesk, type PublicationDesk } from './publication/desk.ts';
import { sweepUnfinished } from './publication/folder.ts';
import { openReleases, registerFolders, type Releases } from './release.ts';

/** The server beside its pages: releases, API and built files, and what people write. */
export interface App {
	readonly releases: Releases;
	readonly living: LivingStore;
	/** Grows when pages that were kept ready are no longer true: another release is current, or the counts that people's sending made have changed. */
	readonly generation: number;
	readonly limits: PublicLimits;
	readonly signIn: SignIn;
	readonly publication: PublicationDesk;
	readonly imports: ImportDesk;
	/** Folder of the living store; uploads wait in it, releases made from the register lie in its `proposals` and `releases`. */
	readonly store: string;
	/** Address readers know the app by, for the links that documents print; null when nobody said. */
	readonly origin: string | null;
	/** Answers a request under `/api/v1`; `client` is the network it comes from. */
	api(request: Request, client?: string): Response | Promise<Response>;
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

/** Where an app finds what it holds. */
export interface AppPlaces {
	/** Folder of the built releases. */
	readonly data: string;
	/** Folder of the living store; made when missing. */
	readonly store: string;
	/** Address readers know the app by, for the links that documents print; null when nobody said. */
	readonly origin: string | null;
}

const DAY = 86_400_000;

/** Opens releases and living store and makes them the app of this process; one that was open before is closed. */
export async function openApp({ data, store, origin }: AppPlaces): Promise<App> {
	const places = { data, store };
	const register = registerFolders(store);
	for (const folder of Object.values(register)) await sweepUnfinished(folder);
	const releases = await openReleases(data, register);
	const living = await openLiving(join(store, 'living.sqlite'));
	const limits = createPublicLimits();
	const bearings = keptBearings(() => releases.current, wordsBeside(data));
	const imports = createDesk({ living, store, bearings, reader: readerApart(places) });
	await imports.recover();
	const api = createApi({ releases, living, limits, imports, origin });
	await tidy(living);
	const publication = createPublicationDesk(releases, living, store, (asOf) => runApart({ name: 'build', places, told: { asOf } }));
	await publication.resume();
	const daily = setInterval(() => void tidy(living).catch(console.error), DAY).unref();
	const watch = watchLiving(living);
	const app: App = {
		releases,
		living,
		get generation() {
			return releases.generation + watch.generation;
		},
		limits,
		store,
		origin,
		signIn: createSignIn(living),
		publication,
		imports,
		api: (request, client = '') => api.fetch(request, { client }),
		file: (address) => builtFile([data, register.published], address),
		async close() {
			clearInterval(daily);
			await imports.close();
			await living.close();
			await releases.close();
		}
	};
	const previous = shared[APP];
	shared[APP] = app;
	await previous?.close();
	return app;
}

/** What time alone does to what people sent. */
async function tidy(living: LivingStore): Promise<void> {
	await lapseOutdated(living);
	await eraseOutdated(living);
}

/** The app of this process. Throws when none is open. */
export function currentApp(): App {
	const app = shared[APP];
	if (!app) throw new Error('The app is not open yet: Kit opens it in the init hook.');
	return app;
}
