import { NothingToPublish, PublicationProblem } from '../publication/problem.ts';
import { isTableProblem, TableProblem } from '../table/table-problem.ts';
import type { Reply } from './errand.ts';

/** What was thrown, as data that another process understands. */
export function replyOf(thrown: unknown): Reply {
	if (isTableProblem(thrown)) return { kind: 'table', fault: thrown.fault };
	if (thrown instanceof NothingToPublish) return { kind: 'nothing', reason: thrown.reason };
	if (thrown instanceof PublicationProblem) return { kind: 'publication', problem: thrown.kind, message: thrown.message };
	return { kind: 'failed', message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
}

/** What another process threw: of the same kind where it tells of a file or a release, else an Error with its stack as the message. */
export function thrownOf(reply: Exclude<Reply, { readonly kind: 'done' }>): Error {
	switch (reply.kind) {
		case 'table':
			return new TableProblem(reply.fault);
		case 'nothing':
			return new NothingToPublish(reply.reason);
		case 'publication':
			return new PublicationProblem(reply.problem, reply.message);
		case 'failed':
			return new Error(reply.message);
		default:
			return reply satisfies never;
	}
}
