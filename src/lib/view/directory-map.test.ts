import { expect, test } from 'vitest';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { directoryMap, mostAtOnePoint } from './directory-map.ts';

const one = (id: string, position: readonly [number, number] | null): Cooperative => ({
	id,
	name: { ar: id, fr: id, en: id },
	branch: null,
	activity: null,
	commune: null,
	province: 'MA-IFR',
	region: 'MA-03',
	position,
	year: null,
	members: null,
	womenOnly: null,
	source: { title: 'A', url: null }
});
const named = [one('C008', [-5.3, 33.2]), one('C091', [-5.3, 33.2]), one('C004', [-4.8, 33.8]), one('C001', null)];

test('a province without a published count is cross-hatched and counted, and the rows of the legend add up', async () => {
	const { legend, rows } = directoryMap(['MA-HAJ', 'MA-IFR', 'MA-SEF'], new Set(['MA-HAJ']), named, await wordsOf('fr'));
	expect([...rows]).toEqual([0, 1, 1]);
	expect(legend.rows.map(({ count }) => count)).toEqual([1, 2]);
	expect(legend.rows[1]).toMatchObject({ meaning: { kind: 'not-published' }, look: { kind: 'pattern', pattern: 'cross-hatch' } });
});

test('only located cooperatives are drawn, and those of one locality are one point', async () => {
	const { symbols } = directoryMap([], new Set(), named, await wordsOf('fr'));
	expect(symbols.map(({ label, value }) => [label, value])).toEqual([
		['C008\nC091', 2],
		['C004', 1]
	]);
});

test('the largest point is that of all cooperatives, whatever is filtered', () => {
	expect(mostAtOnePoint(named)).toBe(2);
	expect(mostAtOnePoint([])).toBe(0);
});
