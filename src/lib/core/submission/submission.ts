import type { Language } from '#lib/core/text/text.ts';

/** What the public sends. */
export const KINDS = ['idea', 'need', 'project', 'feedback', 'claim'] as const;
export type SubmissionKind = (typeof KINDS)[number];

/** How it came: by the pages, at a meeting by the QR code, or from a sheet of paper that a delegate typed in. */
export const CHANNELS = ['web', 'meeting', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Where something stands, by kind. The first is where everything starts. */
export const STATUSES = {
	idea: [
		'received',
		'duplicate',
		'rejected',
		'screened',
		'mentored',
		'pitched',
		'winner',
		'project-sheet',
		'created',
		'followed-up',
		'withdrawn'
	],
	need: ['received', 'duplicate', 'rejected', 'qualified', 'met', 'withdrawn'],
	project: ['received', 'rejected', 'reserved', 'founding', 'created', 'lapsed', 'withdrawn'],
	feedback: ['received', 'duplicate', 'rejected', 'answered', 'accepted', 'published', 'withdrawn'],
	claim: ['received', 'rejected', 'accepted', 'published', 'withdrawn']
} as const satisfies Readonly<Record<SubmissionKind, readonly string[]>>;

export type StatusOf<K extends SubmissionKind> = (typeof STATUSES)[K][number];
export type Status = StatusOf<SubmissionKind>;

/** Where each status leads. What is not listed ends the matter. */
const MOVES: Readonly<{ [K in SubmissionKind]: Partial<Record<StatusOf<K>, readonly StatusOf<K>[]>> }> = {
	idea: {
		received: ['screened', 'duplicate', 'rejected', 'withdrawn'],
		duplicate: ['received'],
		rejected: ['received'],
		screened: ['mentored', 'pitched', 'winner', 'rejected', 'withdrawn'],
		mentored: ['pitched', 'winner', 'rejected', 'withdrawn'],
		pitched: ['winner', 'rejected', 'withdrawn'],
		winner: ['project-sheet', 'withdrawn'],
		'project-sheet': ['created', 'withdrawn'],
		created: ['followed-up']
	},
	need: {
		received: ['qualified', 'duplicate', 'rejected', 'withdrawn'],
		duplicate: ['received'],
		rejected: ['received'],
		qualified: ['met', 'rejected', 'withdrawn']
	},
	project: {
		received: ['reserved', 'rejected', 'withdrawn'],
		rejected: ['received'],
		reserved: ['founding', 'created', 'lapsed', 'withdrawn'],
		founding: ['created', 'lapsed', 'withdrawn'],
		lapsed: ['reserved']
	},
	feedback: {
		received: ['answered', 'accepted', 'duplicate', 'rejected', 'withdrawn'],
		duplicate: ['received'],
		rejected: ['received'],
		answered: ['accepted'],
		accepted: ['published', 'rejected']
	},
	claim: {
		received: ['accepted', 'rejected', 'withdrawn'],
		rejected: ['received'],
		accepted: ['published', 'rejected']
	}
};

/** Where `status` may go next, in the order offered; empty at an end, and for a status the kind does not have. */
export const movesFrom = (kind: SubmissionKind, status: string): readonly Status[] =>
	(MOVES[kind] as Readonly<Record<string, readonly Status[] | undefined>>)[status] ?? [];

/** Whether a move is one of the pipeline. */
export const mayMove = (kind: SubmissionKind, from: string, to: string): boolean => movesFrom(kind, from).some((status) => status === to);

/** Those who may still be asked about it: a moderator has not said no, and nobody took it back. */
const HIDDEN: readonly string[] = ['received', 'duplicate', 'rejected', 'withdrawn'];

/** Whether something counts in public views: a moderator has looked and let it pass. */
export const isPublic = (status: string): boolean => !HIDDEN.includes(status);

/** What every kind has in common: where, about what, how it came and where it stands. Nothing in it says who. */
export interface Submission {
	readonly id: string;
	readonly kind: SubmissionKind;
	readonly status: Status;
	readonly region: string;
	readonly province: string | null;
	readonly commune: string | null;
	readonly chain: string | null;
	readonly language: Language;
	readonly channel: Channel;
	readonly meeting: string | null;
	/** ISO instants. */
	readonly createdAt: string;
	readonly updatedAt: string;
	/** ISO date after which contact and free text are erased. */
	readonly keepUntil: string;
}

/** One entry of the history a sender sees. */
export interface Step {
	readonly at: string;
	readonly status: Status;
	/** Words of the office to the sender; null when there are none. */
	readonly note: string | null;
}

/** Who sent it, kept apart and never public. Each part may be missing: an answer can be read with the tracking code alone. */
export interface Contact {
	readonly name: string | null;
	readonly phone: string | null;
	readonly email: string | null;
}

/** Months that contact and free text are kept after the last step (law 09-08: no longer than the purpose needs). */
export const MONTHS_KEPT = 24;

/** The text of the consent a sender agreed to; a new text gets a new number. */
export const CONSENT_VERSION = '2026-11';
