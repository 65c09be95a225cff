import { describe, expect, it } from 'vitest';
import { chainIndex, chainKey } from './chain.ts';
import { createExaminer, type Decisions } from './examine.ts';
import { placeIndex, placeTextKey } from './place.ts';
import { TERRITORIES } from './scenarios/territories.ts';

const chains = chainIndex({
	branches: [{ code: 'agriculture', name: { ar: 'الفلاحة', fr: 'Agriculture', en: 'Agriculture' } }],
	chains: ['honey', 'olive'].map((id) => ({
		id,
		branch: 'agriculture',
		type: 'resource' as const,
		name: { ar: id, fr: id, en: id },
		models: []
	})),
	activityWords: [
		{ chain: 'honey', word: 'miel' },
		{ chain: 'olive', word: 'olive' }
	],
	branchWords: [],
	branchChains: [
		{ branch: 'agriculture', chain: 'honey', alone: 'no' },
		{ branch: 'agriculture', chain: 'olive', alone: 'no' }
	]
});
const places = placeIndex(TERRITORIES);
const examinerWith = (decisions?: Decisions) =>
	createExaminer({
		mapping: ['name', 'branch', 'activity', 'commune', 'province', 'position'],
		thisYear: 2026,
		places,
		chains,
		locate: () => ({ commune: '03.271.01.01', province: 'MA-IFR' }),
		...(decisions ? { decisions } : {})
	});

describe('a row of a register', () => {
	const examine = examinerWith();
	const verdict = (...cells: string[]) => {
		const { verdict: said, reasons, problems } = examine(cells);
		return [said, ...reasons, ...problems.map(({ kind }) => kind)].join(' ');
	};

	it('is ready when its place is found and its chain needs no choice', () => {
		expect(verdict('Al Amal', 'Agriculture', 'miel', 'Azrou', 'Ifrane')).toBe('ready');
		expect(verdict('Al Amal', 'Agriculture', '', 'Azrou', 'Ifrane')).toBe('ready');
		expect(verdict('Al Amal', '', '', '', '', '33.4, -5.2')).toBe('ready');
	});

	it('is reviewed when somebody has to choose', () => {
		expect(verdict('Al Amal', 'Agriculture', 'miel, olives', 'Azrou', 'Ifrane')).toBe('review chain');
		expect(verdict('Al Amal', 'Agriculture', 'miel, olives', 'Azruo', 'Sefrou')).toBe('review place chain commune-unknown');
	});

	it('is kept out by an error, whatever else is to choose', () => {
		expect(verdict('', 'Agriculture', 'miel, olives', 'Azrou', 'Ifrane')).toBe('error no-name');
		expect(verdict('Al Amal', 'Agriculture', 'miel', '', '')).toBe('error no-place');
		expect(verdict('Al Amal', 'Agriculture', 'miel', '', '', '48.8, 2.3')).toBe('error position-outside');
	});

	it('is told twice the same', () => {
		const row = ['Al Amal', 'Agriculture', 'miel, olives', 'Oulad Aissa', ''];
		expect(examine(row)).toEqual(examine(row));
	});

	it('is compared with its point', () =>
		expect(verdict('Al Amal', '', 'miel', 'Ain Leuh', 'Ifrane', '33.4, -5.2')).toBe('ready position-in-other-commune'));
});

it('one decision serves all rows that say the same', () => {
	const told = { communeCode: null, commune: 'Azruo', province: 'Ifrane', region: null };
	const examine = examinerWith({
		communes: new Map([[placeTextKey(told), '03.271.01.01']]),
		chains: new Map([[chainKey({ branch: 'Agriculture', activity: 'miel, olives', name: null }), 'olive']])
	});
	for (const row of [
		['Un', 'Agriculture', 'miel, olives', 'Azruo', 'Ifrane'],
		['Deux', 'AGRICULTURE', 'Miels, olive', 'azruo', 'IFRANE']
	]) {
		expect(examine(row)).toMatchObject({ verdict: 'ready', place: { commune: '03.271.01.01', by: 'decision' }, chain: { chain: 'olive' } });
	}
});

it('words that somebody decided to mean no chain are decided', () => {
	const examine = examinerWith({
		communes: new Map(),
		chains: new Map([[chainKey({ branch: 'Agriculture', activity: 'miel, olives', name: null }), null]])
	});
	expect(examine(['Un', 'Agriculture', 'miel, olives', 'Azrou', 'Ifrane'])).toMatchObject({
		verdict: 'ready',
		chain: { outcome: 'branch', chain: null }
	});
});
