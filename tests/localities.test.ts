/** Villages, quarters and other spellings find their commune: on the page «near me» and in the API of the shipped release. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locality } from '#lib/core/territory/locality.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { LANGUAGES, type Language } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { createApi } from '#lib/server/api/create.ts';
import { openReleases, type OpenedRelease, type Releases } from '#lib/server/release.ts';
import { readLocalities } from '../scripts/data/localities.ts';
import { readRecords } from '../scripts/data/read.ts';
import { matchesOf, type Match } from '../src/routes/[lang]/near/place.server.ts';
import { livingDeps } from '#lib/server/fixtures/living.ts';

let releases: Releases;
let opened: OpenedRelease;
let communes: ReadonlyMap<string, Territory>;
let localities: readonly Locality[];
beforeAll(async () => {
	releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
	opened = releases.current;
	communes = new Map((await opened.bank.territories.list({ level: 'commune' })).map((commune) => [commune.code, commune]));
	localities = await opened.bank.localities.list();
});
afterAll(() => releases.close());

const typed = async (words: string, language: Language = 'fr'): Promise<Match[]> => matchesOf(opened, words, await wordsOf(language));
const names = async (words: string): Promise<string[]> => (await typed(words)).map(({ name }) => name);

describe('a place that leads to a commune', () => {
	it('leads to one that exists, and there are villages, quarters and cercles', () => {
		expect(localities.filter(({ commune }) => !communes.has(commune))).toEqual([]);
		const origins = (pattern: RegExp): number => localities.filter(({ origin }) => pattern.test(origin)).length;
		expect(origins(/^C\d{3}$/)).toBe(15);
		expect(localities.filter(({ basis, origin }) => basis === 'stated' && !origin.startsWith('C'))).toHaveLength(41);
		expect(localities.filter(({ basis }) => basis === 'cercle').length).toBeGreaterThan(200);
	});

	it('is found in every script its source gives, and its commune says which place was meant', async () => {
		const lost: string[] = [];
		for (const { name, commune, basis } of localities) {
			// The API answers with every match, the page with the first twelve.
			for (const spelling of new Set([name.ar, name.fr])) {
				const found = await opened.bank.territories.list({ level: 'commune', search: spelling });
				if (!found.some(({ code }) => code === commune)) lost.push(`${spelling} → ${commune}`);
			}
			if (basis === 'cercle') continue;
			const match = (await typed(name.fr)).find(({ code }) => code === commune);
			if (!match?.hint.includes(name.fr) && !match?.certain) lost.push(`${name.fr}: ${match?.hint}`);
		}
		expect(lost).toEqual([]);
	});

	it.each([
		['Akhsmou', 'Imsouane', 'comprend «\u202fAkhsmou\u202f» · Commune rurale · Agadir-Ida-Ou-Tanane'],
		['Douar Boudraa', 'Ain Leuh', 'comprend «\u202fBoudraa\u202f»'],
		['Aguerd Oudad', 'Tafraout', 'comprend «\u202fAgerd Oudad\u202f»'],
		['دوار بني مزالة', 'Belyounech', 'comprend «\u202fBni Mzala\u202f»'],
		['Tnin Ourika', 'Ourika', 'comprend «\u202fTnine Ourika\u202f»'],
		['Roches Noires', 'Casablanca', 'comprend «\u202fRoches Noires\u202f»'],
		['الصخور السوداء', 'Casablanca', 'comprend «\u202fAsoukhour Assawda\u202f»'],
		['Guéliz', 'Marrakech', 'comprend «\u202fGueliz\u202f»']
	])('«%s» is in %s', async (words, commune, hint) => {
		const [first, ...others] = await typed(words);
		expect(first).toMatchObject({ name: commune, certain: false });
		expect(first!.hint).toContain(hint);
		expect(others).toEqual([]);
	});

	it('that only a cercle is called after leads to all communes of the cercle, the largest first', async () => {
		const found = await typed('Jebha');
		expect(found.map(({ name }) => name)).toEqual(['Bni Rzine', 'Bni Smih', 'Ouaouzgane', "M'tioua", 'Amtar']);
		for (const { hint } of found) expect(hint).toContain('cercle «\u202fJebha\u202f»');
	});

	it('stands behind a commune of that name', async () => {
		expect((await names('اليوسفية')).slice(0, 2)).toEqual(['Youssoufia', 'Rabat']);
	});

	it('is said in the language of the page', async () => {
		expect((await typed('حسان', 'ar'))[0]).toMatchObject({ name: 'الرباط' });
		expect((await typed('حسان', 'ar'))[0]!.hint).toContain('تضم «حسان»');
		expect((await typed('حسان', 'en'))[0]!.hint).toContain('includes “Hassan”');
	});

	it('is found by the API, under the name of its commune', async () => {
		const api = createApi({ releases, ...(await livingDeps()) });
		const answer = await api.request(`/api/v1/territories?level=commune&q=${encodeURIComponent('Boudraa')}`);
		const { items } = (await answer.json()) as { items: readonly Territory[] };
		expect(items.map(({ name }) => name.fr)).toEqual(['Ain Leuh']);
		expect(JSON.stringify(items)).not.toContain('Boudraa');
	});
});

describe('a commune is found as people write it', () => {
	it.each([
		['Meknes', 'Meknès'],
		['مكناس', 'Meknès'],
		['Aguelmous', 'Aguelmous'],
		['الحاجب', 'El Hajeb'],
		['El Hajeb', 'El Hajeb'],
		['lhajeb', 'El Hajeb'],
		['Taliouine', 'Taliouine'],
		['تالوين', 'Taliouine'],
		["Kelaat M'Gouna", "Kalâat M'gouna"],
		['kelaa mgouna', "Kalâat M'gouna"],
		['قلعة مكونة', "Kalâat M'gouna"],
		['قلعة مڭونة', "Kalâat M'gouna"],
		['Tafraout', 'Tafraout'],
		['Tafraoute', 'Tafraout'],
		['Imsouane', 'Imsouane'],
		['Fez', 'Fès'],
		['Marrakesh', 'Marrakech'],
		['Tangier', 'Tanger'],
		['Taroudant', 'Taroudannt'],
		['Mohammédia', 'Mohammadia'],
		['Smara', 'Es-Semara'],
		['Laayoune', 'Laâyoune'],
		['Tinerhir', 'Tinghir'],
		['Rachidia', 'Errachidia'],
		['الناظور', 'Nador'],
		['فكيك', 'Figuig'],
		['كرسيف', 'Guercif'],
		['Beni Ansar', 'Bni Ansar'],
		['Mdiq', "M'diq"],
		['Asilah', 'Assilah'],
		['Ouled Teima', 'Oulad Teima'],
		['Sebaa Aïoun', 'Sabaa Aiyoun'],
		['عين تاوجدات', 'Ain Taoujdate'],
		['Erfoud', 'Arfoud'],
		['Imouzzer Kandar', 'Immouzzer-Kandar'],
		['Benguerir', 'Ben Guerir'],
		['Oum Azza', 'Oumazza'],
		['القصير', 'Laqsir']
	])('«%s» offers %s first, or beside one that sounds the same', async (words, name) => {
		const found = await names(words);
		expect(found.slice(0, 2)).toContain(name);
	});

	it('by every name and alias of it, in Arabic and in Latin letters', async () => {
		const lost: string[] = [];
		for (const { code, parent, name, aliases } of communes.values()) {
			for (const spelling of new Set([name.ar, name.fr, ...aliases])) {
				const found = await opened.bank.territories.list({ level: 'commune', parent: parent!, search: spelling });
				if (!found.some((one) => one.code === code)) lost.push(`${spelling} → ${code}`);
			}
		}
		expect(lost).toEqual([]);
	});

	it('by every other spelling of a province that bears its name', () => {
		const namesake = (code: string): readonly string[] => communes.get(code)!.aliases;
		expect(namesake('03.231.01.0')).toContain('Fez');
		expect(namesake('02.381.01.05')).toContain('الناظور');
		// Oued Ed-Dahab is also called after its seat, not its seat after it.
		expect(namesake('12.391.01.01')).toEqual([]);
	});

	it('under the name HCP gives it, never under an alias or a place in it', async () => {
		for (const language of LANGUAGES) {
			for (const words of ['Fez', 'Kelaa Mgouna', 'Boudraa', 'الناظور', 'Jebha', 'Guéliz']) {
				for (const { code, name } of await typed(words, language)) expect(name).toBe(communes.get(code)!.name[language]);
			}
		}
	});

	it('without a question only when its own name was typed and no other commune has it', async () => {
		expect(await typed('Imsouane')).toMatchObject([{ certain: true }]);
		expect(await typed('Fnideq')).toMatchObject([{ certain: true }]);
		expect(await typed('Ouled Teima')).toMatchObject([{ certain: false }]);
		expect(await typed('Akhsmou')).toMatchObject([{ certain: false }]);
	});

	it('and one whose name only sounds alike says so', async () => {
		const [match] = await typed('Tighmert');
		expect(match).toMatchObject({ name: 'Toughmart', hint: 'nom proche · Commune rurale · Taroudannt', certain: false });
	});

	it('and what only sounds alike is left out beside a whole name', async () => {
		expect(await names('Tata')).not.toContain('Tiout');
		expect((await names('Berkane')).filter((name) => name === 'Barkine')).toEqual([]);
	});
});

describe('words that name nothing we know', () => {
	it.each(['Sidi Boutahmrit', 'Amgriou', 'qwertyuiop', '؟؟', 'دوار'])('«%s» offers nothing', async (words) => {
		expect(await typed(words)).toEqual([]);
	});

	it.each(LANGUAGES)('get a sentence with the way out in %s: the commune, or the map', async (language) => {
		const { t } = await wordsOf(language);
		const sentence = t('near.place.none', { query: 'Amgriou' });
		expect(sentence).toContain('Amgriou');
		expect(sentence).toMatch({ ar: /جماعتها.*الخريطة/, fr: /commune.*carte/, en: /commune.*map/ }[language]);
	});
});

describe('the build refuses', () => {
	const records = readRecords('data');
	const TABLE = 'facts/furas/localities/2026/localities.csv';
	let copy = '';
	afterEach(() => rmSync(copy, { recursive: true, force: true }));

	const planted = (change: (text: string) => string): (() => Locality[]) => {
		copy = mkdtempSync(join(tmpdir(), 'furas-localities-'));
		cpSync('data/facts', join(copy, 'facts'), { recursive: true });
		const before = readFileSync(join(copy, TABLE), 'utf8');
		expect(change(before)).not.toBe(before);
		writeFileSync(join(copy, TABLE), change(before));
		return () => readLocalities(copy, records.territories, records.cooperatives);
	};

	it.each([
		['a village its origin does not name', 'Boudraa,', 'Boudra,', /row 2: C008 does not name «Boudra» but «Ain Leuh \(douar Boudraa\)»/],
		['another commune than the origin names', '03.271.03.01,C008', '03.271.01.01,C008', /row 2: C008 does not name the commune Azrou/],
		['a commune of another province', '03.271.03.01,C008', '03.171.01.05,C008', /row 2: C008 lies in MA-IFR, its commune .* in MA-HAJ/],
		['a commune that does not exist', '03.271.03.01', '03.271.03.99', /row 2: «commune» is no commune: 03\.271\.03\.99/],
		['an origin that does not exist', 'C008', 'C808', /row 2: «origin» is no cooperative: C808/],
		['an Arabic name that no source gives', 'بني مزالة', 'بني مزيلة', /row 3: C009 does not write «بني مزيلة»/]
	])('%s', (_, from, to, sentence) => {
		expect(planted((text) => text.replace(from, to))).toThrow(sentence);
	});
});
