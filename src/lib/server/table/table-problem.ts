import type { TableFault } from '#lib/i18n/table-problem.ts';

/** How much of a text of the file is repeated to its owner. */
const EXCERPT = 60;

/** The file is at fault: `fault` says how, as data that `tableSentence` puts into words. */
export class TableProblem extends Error {
	readonly fault: TableFault;

	constructor(fault: TableFault, options?: ErrorOptions) {
		const { text, names, ...rest } = fault;
		const shown: TableFault = {
			...rest,
			...(text === undefined ? {} : { text: excerpt(text) }),
			...(names === undefined ? {} : { names: names.slice(0, 20).map(excerpt) })
		};
		super(`The table cannot be read: ${JSON.stringify(shown)}`, options);
		this.name = 'TableProblem';
		this.fault = shown;
	}
}

/** Whether what was thrown is the file's fault; everything else is ours. */
export const isTableProblem = (error: unknown): error is TableProblem => error instanceof TableProblem;

/** A text of the file short enough to repeat, without signs that would turn the sentence around it. */
function excerpt(text: string): string {
	const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ').trim();
	return plain.length <= EXCERPT ? plain : `${[...plain.slice(0, EXCERPT - 1)].join('')}…`;
}
