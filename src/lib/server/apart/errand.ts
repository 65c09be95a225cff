import type { TableFault } from '#lib/i18n/table-problem.ts';
import type { Inspected } from '../import/inspect.ts';
import type { NextRelease } from '../publication/next-release.ts';
import type { NothingToPublish, PublicationProblemKind } from '../publication/problem.ts';

/** Where a process of its own finds what the server has open. */
export interface Places {
	/** Folder of the built releases. */
	readonly data: string;
	/** Folder of the living store. */
	readonly store: string;
}

/** What is done apart: what each errand is told, and what it answers. */
export interface Errands {
	/** Looks into the file of an upload; null takes the first sheet of a workbook that has something in it. */
	readonly inspect: {
		readonly told: { readonly id: string; readonly bytes: number; readonly sheet: string | null };
		readonly answer: Inspected;
	};
	/** Reads the file of an import that stands in `reading` into the living store. */
	readonly read: { readonly told: { readonly id: string }; readonly answer: null };
	/** Compares the rows of an import with the register once more; answers how many ask something they did not ask before. */
	readonly compare: { readonly told: { readonly id: string }; readonly answer: number };
	/** Builds the next release; null takes the date of the newest import. */
	readonly build: { readonly told: { readonly asOf: string | null }; readonly answer: NextRelease };
}

/** An errand as it is sent. */
export type Errand<Name extends keyof Errands = keyof Errands> = {
	readonly [One in Name]: { readonly name: One; readonly places: Places; readonly told: Errands[One]['told'] };
}[Name];

/** What comes back: the answer, or what was thrown, as data. */
export type Reply =
	| { readonly kind: 'done'; readonly answer: unknown }
	| { readonly kind: 'table'; readonly fault: TableFault }
	| { readonly kind: 'nothing'; readonly reason: NothingToPublish['reason'] }
	| { readonly kind: 'publication'; readonly problem: PublicationProblemKind; readonly message: string }
	| { readonly kind: 'failed'; readonly message: string };
