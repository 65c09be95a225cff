import { expect, it } from 'vitest';
import { countCell, evidenceCell, indicatorCell, modelCell, projectCell, rankCell, scoreCell } from '#lib/core/diagnostic/cell.ts';
import { formatAbout } from './about.ts';
import { aboutOfCell } from './of-cell.ts';

const told = (cell: string): string | null => {
	const about = aboutOfCell(cell);
	return about && formatAbout(about);
};

it.each([
	[indicatorCell('unemployment_rate', 'MA-HAJ', '2024'), 'indicator:unemployment_rate@MA-HAJ/2024'],
	[evidenceCell('E001'), 'evidence:E001'],
	[countCell({ territory: 'MA-03', branch: 'all', measure: 'stock', asOf: '2010/2011' }, 'count'), 'count:all/stock@MA-03/2010/2011'],
	[countCell({ territory: 'MA', branch: 'all', measure: 'stock', asOf: null }, 'members'), 'count:all/stock@MA/undated'],
	[projectCell('XP01', 'amountMad'), 'project:XP01'],
	[scoreCell('province', 'honey', 'MA-HAJ', 'score'), 'score:honey@MA-HAJ']
])('the cell %s is %s', (cell, expected) => {
	expect(told(cell)).toBe(expected);
});

it.each([
	rankCell('unemployment_rate', 'province', 'MA-HAJ'),
	scoreCell('province', 'honey', 'MA-HAJ', 'rank'),
	modelCell('M01', 'members'),
	''
])('the cell %j is made from others: it is no value to dispute', (cell) => {
	expect(told(cell)).toBeNull();
});
