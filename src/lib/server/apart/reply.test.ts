import { expect, it } from 'vitest';
import { NothingToPublish, PublicationProblem } from '../publication/problem.ts';
import { TableProblem } from '../table/table-problem.ts';
import type { Reply } from './errand.ts';
import { replyOf, thrownOf } from './reply.ts';

/** What arrives of something that another process has thrown. */
const arrived = (thrown: unknown): Error => thrownOf(JSON.parse(JSON.stringify(replyOf(thrown))) as Exclude<Reply, { kind: 'done' }>);

it('what a file or a release is refused for arrives as it was thrown', () => {
	for (const thrown of [
		new TableProblem({ kind: 'cell-too-long', limit: 5, row: 2, column: 0 }),
		new NothingToPublish('nothing-to-add'),
		new PublicationProblem('bad-counts', 'Every level counts the same chains, at least one.')
	])
		expect(arrived(thrown)).toEqual(thrown);
});

it('what is our own mistake arrives with its stack, for the operator', () => {
	const { message } = arrived(new RangeError('no such row'));
	expect(message).toMatch(/^RangeError: no such row\n\s+at /);
	expect(arrived('broken').message).toBe('broken');
});
