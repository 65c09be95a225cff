import { describe, expect, it } from 'vitest';
import type { Branch, Chain } from '#lib/core/sector/chain.ts';
import { chainIndex, chainKey, matchChain } from './chain.ts';

const name = (ar: string, fr: string, en = fr) => ({ ar, fr, en });
const branch = (code: string, ar: string, fr: string): Branch => ({ code, name: name(ar, fr) });
const chain = (id: string, of: string, ar: string, fr: string): Chain => ({
	id,
	branch: of,
	type: 'resource',
	name: name(ar, fr),
	models: []
});

const tables = {
	branches: [
		branch('agriculture', 'الفلاحة', 'Agriculture'),
		branch('argan', 'الأركان', 'Argane'),
		branch('agri_apicole', 'تربية النحل', 'Apiculture'),
		branch('transport', 'النقل', 'Transport')
	],
	chains: [
		chain('olive', 'agriculture', 'الزيتون وزيت الزيتون', 'Olive et huile d’olive'),
		chain('honey', 'agriculture', 'العسل وتربية النحل', 'Miel et apiculture'),
		chain('milk', 'agriculture', 'الحليب ومشتقاته', 'Lait et produits laitiers'),
		chain('goat-cheese', 'agriculture', 'جبن الماعز', 'Fromage de chèvre'),
		chain('rose', 'agriculture', 'الورد العطري', 'Rose à parfum'),
		chain('argan', 'argan', 'الأركان', 'Argane')
	],
	activityWords: [
		['olive', 'olive'],
		['olive', 'زيتون'],
		['honey', 'miel'],
		['honey', 'apiculture'],
		['honey', 'عسل'],
		['milk', 'lait'],
		['milk', 'fromage'],
		['milk', 'حليب'],
		['goat-cheese', 'fromage de chèvre'],
		['argan', 'argan'],
		['argan', 'amlou'],
		['rose', 'ورد']
	].map(([id, word]) => ({ chain: id!, word: word! })),
	branchWords: [{ branch: 'agriculture', word: 'فلاحي' }],
	branchChains: [
		...['olive', 'honey', 'milk', 'goat-cheese', 'rose'].map((id) => ({ branch: 'agriculture', chain: id, alone: 'no' as const })),
		{ branch: 'argan', chain: 'argan', alone: 'yes' as const },
		{ branch: 'agri_apicole', chain: 'honey', alone: 'yes' as const }
	]
};
const index = chainIndex(tables);
const match = (told: { branch?: string; activity?: string; name?: string }) =>
	matchChain(index, { branch: null, activity: null, name: null, ...told });

describe('the chain of a cooperative', () => {
	it.each([
		['huile d’OLIVE vierge', 'olive'],
		['Olives de table', 'olive'],
		['زيت الزيتون البكر', 'olive'],
		['إنتاج العسل', 'honey'],
		['حليب', 'milk'],
		['fromage de chèvre', 'goat-cheese'],
		['fromages', 'milk'],
		['تقطير الورد', 'rose']
	])('is told by «%s»', (activity, expected) => expect(match({ activity })).toMatchObject({ outcome: 'chain', chain: expected }));

	it('is told by the branch when that is one chain', () => {
		expect(match({ branch: 'Argane' })).toMatchObject({
			outcome: 'chain',
			chain: 'argan',
			branch: 'argan',
			candidates: [{ by: 'branch' }]
		});
		expect(match({ branch: 'Apiculture' })).toMatchObject({ outcome: 'chain', chain: 'honey', branch: 'agri_apicole' });
	});

	it('is the one of several named that the branch may hold', () => {
		expect(match({ branch: 'Argane', activity: 'argan, miel, amlou' })).toMatchObject({ outcome: 'chain', chain: 'argan' });
		expect(match({ branch: 'الفلاحة', activity: 'حليب وعسل' })).toMatchObject({
			outcome: 'ambiguous',
			candidates: [{ chain: 'milk' }, { chain: 'honey' }]
		});
	});

	it('is for somebody to decide when the branch speaks against the activity', () =>
		expect(match({ branch: 'Argane', activity: 'miel' })).toMatchObject({
			outcome: 'ambiguous',
			chain: null,
			candidates: [{ chain: 'honey', words: ['miel'] }]
		}));

	it('is not known from a branch of many or of none', () => {
		expect(match({ branch: 'القطاع الفلاحي' })).toMatchObject({ outcome: 'branch', branch: 'agriculture', candidates: [] });
		expect(match({ branch: 'transport', activity: 'taxis' })).toMatchObject({ outcome: 'branch', branch: 'transport' });
	});

	it('is only proposed by the name of the cooperative', () => {
		expect(match({ branch: 'Agriculture', name: 'Zohor: miel et argan' })).toMatchObject({
			outcome: 'branch',
			chain: null,
			candidates: [{ chain: 'honey', by: 'name' }]
		});
	});

	it('is unknown when the words say nothing, and none when there are none', () => {
		expect(match({ activity: 'divers' }).outcome).toBe('unknown');
		expect(match({ name: 'Al Amal' }).outcome).toBe('none');
	});
});

it('the same words in another dress share one decision', () => {
	const key = (branch_: string, activity: string) => chainKey({ branch: branch_, activity, name: null });
	expect(key('Agriculture', 'Huile d’olive')).toBe(key('AGRICULTURE', 'huiles d’OLIVES'));
	expect(key('', 'lait miel')).not.toBe(key('lait', 'miel'));
	expect(chainKey({ branch: null, activity: null, name: 'x' })).toBe('');
});

it('a word of a chain that does not exist is refused', () => {
	expect(() => chainIndex({ ...tables, activityWords: [{ chain: 'silk', word: 'soie' }] })).toThrow('«silk» is no chain.');
	expect(() => chainIndex({ ...tables, branchWords: [{ branch: 'silk', word: 'soie' }] })).toThrow('«silk» is no branch.');
});
