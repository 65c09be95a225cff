import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { openReleases, type Releases } from '../../release.ts';
import { caseWordsOf } from '../../report/case-xlsx-spoken.ts';
import { createApi } from '../create.ts';
import type { Api } from '../deps.ts';
import { livingDeps } from '../../fixtures/living.ts';

let releases: Releases;
let api: Api;
beforeAll(async () => {
	releases = await openReleases(process.env['FURAS_DATA'] ?? 'data/built');
	api = createApi({ releases, ...(await livingDeps()) });
});
afterAll(() => releases.close());

const asked = (path: string, parameters: Readonly<Record<string, number>>): Promise<Response> =>
	Promise.resolve(
		api.request(`/api/v1${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ parameters })
		})
	);

describe('the workbook of a case', () => {
	it.each(LANGUAGES)('is written in %s, for whoever asked and nobody else', async (language) => {
		const answer = await asked(`/projects/M13/case.xlsx?lang=${language}`, { 'revenue.0.price': 2.1, members: 8 });
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toContain('spreadsheetml');
		expect(answer.headers.get('content-disposition')).toBe('attachment; filename="furas-M13.xlsx"');
		expect(answer.headers.get('cache-control')).toBe('no-store');
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect(bytes.subarray(0, 2).toString()).toBe('PK');
		expect(bytes.length).toBeGreaterThan(8000);
	});

	it('is refused with one sentence where the case cannot be worked out', async () => {
		const answer = await asked('/projects/M13/case.xlsx', { 'revenue.0.price': 900 });
		expect(answer.status).toBe(422);
		expect(await answer.json()).toMatchObject({ type: 'urn:furas:problem:bad-case', detail: expect.stringContaining('revenue.0.price') });
		expect((await asked('/projects/M99/case.xlsx', {})).status).toBe(404);
	});

	it('has a word for everything in every language, and no two sheets of one name', async () => {
		for (const language of LANGUAGES) {
			const words = caseWordsOf(await wordsOf(language));
			const said = Object.values(words).flatMap((part) => (typeof part === 'string' ? [part] : Object.values<string>(part)));
			expect(said.every((word) => word.trim() !== '')).toBe(true);
			expect(new Set(Object.values(words.sheets)).size).toBe(3);
			expect(new Set(Object.values(words.columns)).size).toBe(Object.keys(words.columns).length);
		}
	});
});
