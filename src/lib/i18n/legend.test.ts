import { expect, test } from 'vitest';
import { sceneOfHotSpots } from '#lib/core/cartography/hot-spot-scene.ts';
import type { HotSpotSubject, Legend } from '#lib/core/cartography/scene.ts';
import type { Indicator } from '#lib/core/indicator/indicator.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import { LANGUAGES, type Language } from '#lib/core/text/text.ts';
import { legendText, type LegendNames } from './legend.ts';
import { wordsOf } from './words.ts';

const rate = {
	id: 'illiteracy_rate_10p',
	name: { ar: 'معدل الأمية', fr: 'Taux d’analphabétisme', en: 'Illiteracy rate' },
	unit: { ar: '%', fr: '%', en: '%' },
	year: '2024',
	source: 'hcp'
} as Indicator;
const names: LegendNames = {
	release: { id: '2026.11-x', date: '2026-11-23', data: '2026.11', method: '1.0.0' },
	chains: new Map(),
	indicators: new Map([[rate.id, rate]]),
	sources: new Map()
};
const subject: HotSpotSubject = {
	kind: 'hot-spots',
	of: { kind: 'indicator', indicator: rate.id },
	statistic: 'local-moran',
	permutations: 9999,
	rate: 0.05
};

test('a hot-spot map is named in words: what clusters with year and source, each row its own words, and how strict it is', async () => {
	for (const language of LANGUAGES) {
		for (const statistic of ['local-moran', 'gi-star'] as const) {
			const { legend } = sceneOfHotSpots('province', [], { ...subject, statistic }, []);
			const text = legendText(await wordsOf(language), legend, names);
			expect(text.title).toContain(rate.name[language]);
			expect(text.year).toBe('2024');
			expect(text.note).toContain('5');
			expect(new Set(text.rows).size).toBe(legend.rows.length);
		}
	}
	const { legend } = sceneOfHotSpots('province', [], subject, []);
	const english = legendText(await wordsOf('en'), legend, names);
	expect(english).toMatchObject({ title: 'Hot spots: Illiteracy rate', rows: ['High, among high', 'High, among low', 'Low, among high', 'Low, among low', 'Nothing beyond chance', 'No neighbour with data', 'No data'] }); // prettier-ignore
	expect(english.note).toBe('Of the marked territories, at most 5% are expected to be chance (9,999 random draws).');
});

test('the types of a chain say that room is a proxy, or which register counts it', async () => {
	const chain = { id: 'saffron', name: { ar: 'الزعفران', fr: 'Safran', en: 'Saffron' } } as Chain;
	const legend: Legend = { subject: { kind: 'types', chain: 'saffron' }, rows: [], symbols: null };
	const credit = { ar: 'سجل اصطناعي', fr: 'Registre synthétique', en: 'Synthetic register' };
	const register = {
		asOf: '2026-12-05',
		rows: 1,
		counted: { region: 1, province: 1, commune: 1 },
		chains: ['saffron'],
		source: 'synthetic',
		credit
	};
	const noteOf = async (language: Language, counted: boolean): Promise<string | null> => {
		const release = { ...names.release, ...(counted ? { register } : {}) };
		return legendText(await wordsOf(language), legend, { ...names, release, chains: new Map([[chain.id, chain]]) }).note;
	};
	expect(await noteOf('en', false)).toContain('proxy');
	expect(await noteOf('en', true)).toBe('Room comes from the register of cooperatives (Synthetic register, December 5, 2026).');
	for (const language of LANGUAGES) expect(await noteOf(language, true)).toContain(credit[language]);
});
