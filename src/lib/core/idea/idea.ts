import type { NeedKind } from '#lib/core/need/kinds.ts';

/** Who carries an idea, in the order the form asks. */
export const IDEA_HOLDERS = ['individual', 'group', 'cooperative', 'association'] as const;
export type IdeaHolder = (typeof IDEA_HOLDERS)[number];

/** How far it has come, from a thought to sales. */
export const IDEA_STAGES = ['thought', 'prepared', 'tried', 'selling'] as const;
export type IdeaStage = (typeof IDEA_STAGES)[number];

/** Longest texts, in letters as a reader counts them; a pitch is what is said of an idea in half a minute. */
export const IDEA_LENGTHS = { title: 80, pitch: 280, resource: 120 } as const;
export type IdeaTextField = keyof typeof IDEA_LENGTHS;

/** What a holder wrote. Title and pitch become public once a moderator let the idea pass. */
export type IdeaTexts = Readonly<Record<IdeaTextField, string>>;

/** What was chosen and counted; nothing in it says who. */
export interface IdeaFacts {
	readonly need: NeedKind;
	readonly holder: IdeaHolder;
	/** People ready to be members, the holder among them; null when nobody said. */
	readonly members: number | null;
	readonly stage: IdeaStage;
	/** Own means in MAD; null when nobody said. */
	readonly ownMeansMad: number | null;
}

/** An idea as it was sent. */
export interface Idea extends IdeaFacts {
	readonly texts: IdeaTexts;
}

/** How many letters a text has: a letter with its vowel signs is one, an emoji is one. */
export const lettersOf = (text: string): number => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
