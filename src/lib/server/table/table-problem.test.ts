import { expect, test } from 'vitest';
import { isTableProblem, TableProblem } from './table-problem.ts';

test('a piece of the file is shortened and cannot turn the sentence around it', () => {
	const { fault } = new TableProblem({ kind: 'duplicate-header', text: `\u202e\0${'x'.repeat(100)}`, names: ['a\nb'] });
	expect(fault.text).toBe(`${'x'.repeat(59)}…`);
	expect(fault.names).toEqual(['a b']);
});

test('only a problem of the file is one', () => {
	expect(isTableProblem(new TableProblem({ kind: 'empty' }))).toBe(true);
	expect(isTableProblem(new Error('disk'))).toBe(false);
});
