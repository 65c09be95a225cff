import type { Block, ChapterId, Fact, Said, SourceNote } from './report.ts';

/** What the live map shows beside a slide, and what it flies to. */
export interface SlideFocus {
	/** Codes of the territories in view: the whole country when empty. */
	readonly codes: readonly string[];
	/** What is painted: the composite need, or the scores of a chain; null paints nothing. */
	readonly paint: { readonly kind: 'need' } | { readonly kind: 'score'; readonly chain: string } | null;
}

/** One idea: a sentence, and at most one thing to look at. */
export interface Slide {
	/** Stable: the id of the block it shows, so that commentary and order outlive a new release. */
	readonly id: string;
	/** Null for cover and sources. */
	readonly chapter: ChapterId | null;
	/** Title of the chapter. */
	readonly kicker: string;
	readonly headline: Said;
	readonly body:
		| { readonly kind: 'cover'; readonly facts: readonly Fact[]; readonly lines: readonly string[] }
		| { readonly kind: 'block'; readonly block: Block }
		| { readonly kind: 'sources'; readonly sources: readonly SourceNote[] };
	/** What the presenter says and should know. */
	readonly notes: readonly string[];
	readonly focus: SlideFocus;
}
