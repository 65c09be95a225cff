import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataIn } from '#lib/core/diagnostic/walk.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import { openReleases, type Releases } from '#lib/server/release.ts';
import { createApi } from '../create.ts';
import type { Api } from '../deps.ts';
import { diagnostic as schema } from './schemas.ts';
import { livingDeps } from '../../fixtures/living.ts';

let releases: Releases;
let api: Api;
beforeAll(async () => {
	releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
	api = createApi({ releases, ...(await livingDeps()), origin: 'https://furas.example' });
});
afterAll(() => releases.close());

const ask = (path: string) => api.request(`/api/v1/diagnostics/${path}`);
const problemOf = async (path: string): Promise<{ status: number; type: string; detail: string }> => {
	const answer = await ask(path);
	return { ...((await answer.json()) as { type: string; detail: string }), status: answer.status };
};

describe('a diagnostic as data', () => {
	test('has the shape that the description promises, for regions and provinces', async () => {
		for (const path of ['MA-HAJ', 'MA-03', 'MA-AOU?vs=alike', 'MA-RAB?vs=region', 'MA-TIN?vs=MA-HAJ']) {
			const answer = await ask(path);
			expect(answer.status, path).toBe(200);
			expect(schema.strict().safeParse(await answer.json()).error?.issues ?? [], path).toEqual([]);
		}
	});

	test('gives every number its cell, source and status', async () => {
		const data = dataIn((await (await ask('MA-HAJ')).json()) as Diagnostic);
		expect(data.length).toBeGreaterThan(300);
		for (const { datum, path } of data) {
			expect(datum.cell, path.join('/')).not.toBe('');
			expect(datum.source, path.join('/')).not.toBe('');
		}
	});

	test('compares a province with whom is asked for', async () => {
		const comparator = async (vs: string): Promise<unknown> =>
			((await (await ask(`MA-HAJ?vs=${vs}`)).json()) as Diagnostic).comparator.kind;
		expect(await Promise.all(['nation', 'region', 'alike', 'MA-SEF'].map(comparator))).toEqual(['nation', 'region', 'alike', 'territory']);
	});

	test('refuses what it cannot read in one sentence that names it', async () => {
		expect(await problemOf('MA-XXX')).toMatchObject({ status: 404, type: 'urn:furas:problem:unknown-territory' });
		expect(await problemOf('04.491.01.09')).toMatchObject({ status: 404, type: 'urn:furas:problem:no-diagnostic' });
		expect(await problemOf('04.491.01.09.pdf')).toMatchObject({ status: 404, type: 'urn:furas:problem:no-diagnostic' });
		expect(await problemOf('MA-HAJ?vs=MA-03')).toMatchObject({ status: 400, detail: expect.stringContaining('"MA-03"') as string });
		expect(await problemOf('MA-HAJ?vs=MA-HAJ')).toMatchObject({ status: 400 });
		expect(await problemOf('MA-HAJ.pdf?lang=de')).toMatchObject({ status: 400 });
		expect(await problemOf('MA-HAJ.docx')).toMatchObject({ status: 404, detail: expect.stringContaining('MA-HAJ.docx') as string });
		expect(await problemOf('MA-HAJ?release=2020.01-deadbeef')).toMatchObject({ status: 404 });
		expect(await problemOf('MA-HAJ?versus=alike')).toMatchObject({ status: 400, detail: expect.stringContaining('versus') as string });
	});
});

describe('a diagnostic as a document', () => {
	const first = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 5)).toString('latin1');

	test.each([
		['pdf', 'application/pdf', '%PDF-'],
		['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'PK\u0003\u0004'],
		['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK\u0003\u0004'],
		['csv', 'text/csv; charset=utf-8', '\u00ef\u00bb\u00bf'],
		['html', 'text/html; charset=utf-8', '<!doc']
	])('comes as %s, named after its territory, language and release', async (format, type, start) => {
		const answer = await ask(`MA-AOU.${format}?lang=fr`);
		expect(answer.headers.get('content-type')).toBe(type);
		expect(answer.headers.get('content-disposition')).toContain(`furas-MA-AOU-fr-${releases.current.release.id}.${format}`);
		expect(first(new Uint8Array(await answer.arrayBuffer()))).toContain(start);
	});

	test('as a table says every number that the data have', async () => {
		const data = dataIn((await (await ask('MA-HAJ')).json()) as Diagnostic);
		const lines = (await (await ask('MA-HAJ.csv?lang=en')).text()).trim().split('\r\n');
		expect(lines).toHaveLength(data.length + 3);
		expect(lines.filter((line) => line.includes('indicators/unemployment_rate/MA-HAJ/2024'))).not.toEqual([]);
	});

	test('of a region as one file holds its provinces and asks nothing of any network', async () => {
		const html = await (await ask('MA-03.html?lang=ar')).text();
		for (const code of ['MA-03', 'MA-HAJ', 'MA-SEF', 'MA-TAZ']) expect(html).toContain(`<article id="${code}">`);
		expect(html.match(/(?:src|href)="(?!#|data:)[^"]*"/g)).toBeNull();
		expect(html.match(/url\((?!data:)/g)).toBeNull();
		expect(html.length).toBeLessThan(25e6);
	});
});
