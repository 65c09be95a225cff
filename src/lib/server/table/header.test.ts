import { expect, test } from 'vitest';
import { headerOf } from './header.ts';
import { tableLimits } from './limits.ts';
import { isTableProblem } from './table-problem.ts';

const limits = tableLimits();
const header = (...rows: string[][]) => headerOf(rows.map((cells, i) => ({ number: i + 1, cells, formulas: [] })), limits); // prettier-ignore

function kindOf(...rows: string[][]): string {
	try {
		header(...rows);
		return 'none';
	} catch (error) {
		return isTableProblem(error) ? error.fault.kind : String(error);
	}
}

test('the first row is the header, without spaces around its texts and without empty ends', () => {
	expect(header([' Nom ', 'N°\nregistre', '', ''], ['a', 'b'])).toEqual({ headers: ['Nom', 'N° registre'], number: 1 });
});

test('titles above it are passed over: rows with one cell, or with few beside the others', () => {
	const rows = [['Registre 2024'], ['Source', 'ODCO'], ['Nom', 'Commune', 'Province', 'Année', 'Femmes'], ['a', 'b', 'c', '2019', '4']];
	expect(header(...rows).number).toBe(3);
});

test('a row of numbers and dates is no header', () => {
	expect(kindOf(['1', '2019-05-01', 'Atlas'], ['2', '2020-01-01', 'Rif'])).toBe('no-header');
	expect(kindOf(['٣', '٢٠١٩'], ['٤', '٢٠٢٠'])).toBe('no-header');
});

test('headers that differ by case, spaces or width only are alike', () => {
	expect(kindOf(['Nom', 'Commune', ' NOM '])).toBe('duplicate-header');
	expect(kindOf(['اسم', 'ﺍﺳﻢ'])).toBe('duplicate-header');
	expect(kindOf(['Nom', '', ''])).toBe('not-a-table');
});

test('columns without a header may be several', () => {
	expect(header(['Nom', '', '', 'Commune']).headers).toEqual(['Nom', '', '', 'Commune']);
});

test('one column is no table, and nothing is empty', () => {
	expect(kindOf(['Nom'], ['a'])).toBe('not-a-table');
	expect(kindOf(['', ' '])).toBe('empty');
});
