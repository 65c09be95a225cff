import { createApi } from '#lib/server/api/create.ts';
import { openReleases } from '#lib/server/release.ts';
import { livingDeps } from '#lib/server/fixtures/living.ts';

/** What the built release ships, for tests of the documentation: routes as `GET /api/v1/…/{code}`, ids of indicators. */
export async function openRelease(): Promise<{ readonly routes: readonly string[]; readonly indicators: readonly string[] }> {
	const releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
	try {
		const api = createApi({ releases, ...(await livingDeps()) });
		// Middleware answers to every method; a route of the API to one.
		const routes = api.routes
			.filter(({ method }) => method !== 'ALL')
			.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
		const answer = await api.request('/api/v1/indicators');
		const { items } = (await answer.json()) as { items: readonly { id: string }[] };
		return { routes: [...new Set(routes)], indicators: items.map(({ id }) => id) };
	} finally {
		await releases.close();
	}
}
