import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partnerCoverage } from '#lib/core/support/partners-here.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { readPartners } from '../scripts/data/guide/partners.ts';
import { rowsOf } from '../scripts/data/rows.ts';

const DATA = join(import.meta.dirname, '../data');
const directory = readPartners(DATA);
const provinces = rowsOf(DATA, 'facts/hcp/rgph/2024/provinces.csv').map((row) => ({
	code: row.text('iso_3166_2'),
	level: 'province' as const,
	parent: row.text('region_iso')
}));

describe('the directory of partners', () => {
	it('has its types of office, named offices, meetings and outlets, each with a source', () => {
		const { partners, named, meetings, outlets } = directory;
		expect([partners, named, meetings, outlets].map((list) => list.length)).toEqual([26, 43, 13, 11]);
		for (const { source } of [...partners, ...named, ...meetings, ...outlets]) {
			expect(source.title).not.toBe('');
			if (source.url !== null) expect(source.url).toMatch(/^https?:\/\//);
		}
	});

	it('says of how many provinces sources name an office', () => {
		expect(partnerCoverage(directory, provinces)).toEqual({ own: 30, region: 38, none: 7, total: 75 });
	});

	it('has a meeting of every region', () => {
		expect(new Set(directory.meetings.map(({ region }) => region)).size).toBe(12);
	});

	it('claims that a type is everywhere only where the guide says all provinces', () => {
		const funding = new Map(rowsOf(DATA, 'bank/support/2026/funding.csv').map((row) => [row.text('id'), row.text('territory')]));
		for (const { id, presence, funding: ids } of directory.partners) {
			if (presence === 'everywhere')
				expect(
					ids.some((one) => /^all provinces/.test(funding.get(one)!)),
					id
				).toBe(true);
		}
	});

	it('holds no telephone number, mail address or street, and no person', () => {
		const texts = JSON.stringify(directory, (key, value: unknown) => (key === 'url' ? undefined : value));
		expect(texts).not.toMatch(/\+?212|\b0[5-8](?:[ .-]?\d\d){4}|[\w.]+@[\w.]+|\b(?:rue|avenue|bd|boulevard|street|M\.|Mme)\b|شارع|زنقة/iu);
	});

	it('is in Arabic letters in Arabic, proper names of programmes apart', () => {
		const named = [...directory.partners, ...directory.named, ...directory.outlets].map(({ name }) => name.ar);
		expect(named.filter((name) => !/[\u0600-\u06FF]/.test(name))).toEqual(['AgriSoo9']);
		for (const { does } of directory.partners) for (const language of LANGUAGES) expect(does[language].trim()).not.toBe('');
	});
});
