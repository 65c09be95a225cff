/** Where an import of the register stands. */
export const IMPORT_STATES = [
	'uploaded',
	'mapped',
	'reading',
	'read',
	'committing',
	'committed',
	'undone',
	'refused',
	'broken-off'
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/**
 * Where each state leads. What was read goes back to `mapped` when its columns are used otherwise, to `uploaded` when another sheet is taken; what broke off while it was being entered
 * is whole and goes back to `read`; what was undone can be looked at and entered again.
 */
const MOVES: Readonly<Record<ImportState, readonly ImportState[]>> = {
	uploaded: ['uploaded', 'mapped'],
	mapped: ['uploaded', 'mapped', 'reading'],
	reading: ['read', 'refused', 'broken-off'],
	read: ['uploaded', 'mapped', 'committing'],
	committing: ['committed', 'read', 'broken-off'],
	committed: ['undone'],
	undone: ['read'],
	refused: [],
	'broken-off': ['uploaded', 'mapped', 'reading', 'read']
};

/** Whether an import may go from one state to another. */
export const mayBecome = (from: ImportState, to: ImportState): boolean => MOVES[from].includes(to);

/** States in which nobody works on an import and nothing of it is in the register: it may be removed with its file. */
const REMOVABLE: readonly ImportState[] = ['uploaded', 'mapped', 'read', 'undone', 'refused', 'broken-off'];

export const isRemovable = (state: ImportState): boolean => REMOVABLE.includes(state);

/** States in which the server is at work. */
export const isAtWork = (state: ImportState): boolean => state === 'reading' || state === 'committing';

/** Where a row of an import stands: only `ready` rows are entered. `repeated` says again what an earlier row of the file says. */
export const ROW_STATES = ['ready', 'review', 'error', 'skipped', 'repeated'] as const;
export type RowState = (typeof ROW_STATES)[number];

/**
 * What a person has to decide about a row: which commune the words mean, which chain the activity belongs to, whether words or point
 * say where it is, and whether it is the cooperative of another row or entry with nearly the same name.
 */
export const QUESTIONS = ['place', 'chain', 'point', 'twin'] as const;
export type Question = (typeof QUESTIONS)[number];

/** The answer that leaves a question open for good: the row is entered without commune or chain. */
export const UNKNOWN = 'unknown';

/** What was decided about a row. Nothing in it is a question still open. */
export interface Decisions {
	/** Code of a commune or a province, or `unknown`. */
	readonly place?: string;
	/** Id of a chain, or `unknown`. */
	readonly chain?: string;
	/** Which of the two is right: the words, and the point is dropped, or the point, and the words are. */
	readonly point?: 'words' | 'point';
	/** Whether the row is the cooperative it resembles. */
	readonly twin?: 'same' | 'other';
	readonly skipped?: true;
}

/** How many rows stand where, and what they ask. */
export interface ImportCounts {
	readonly rows: number;
	readonly states: Readonly<Record<RowState, number>>;
	/** Rows by what they ask; a row may ask several things, and one that only has no known chain is `ready` all the same. */
	readonly questions: Readonly<Record<Question, number>>;
	/** Rows that would be entered although something is odd with them. */
	readonly warnings: number;
	/** Ready rows that the register has already, by number or by name and place. */
	readonly known: number;
	/** Rows for which an answer given to an earlier import was used. */
	readonly recalled: number;
}

/** Why nothing is kept of a file that somebody sends, without a word about what is in it. `ended-early` is no fault of the file for sure: looking into it did not end. */
export type UploadFault = 'no-form' | 'no-file' | 'too-large' | 'cut-off' | 'no-space' | 'ended-early';

/** Largest file of a register, in bytes: ten times the national one of some 65,000 cooperatives as CSV in UTF-16. */
export const LARGEST_FILE = 64 * 2 ** 20;
