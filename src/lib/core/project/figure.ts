import type { Text } from '#lib/core/text/text.ts';

/** How well a figure of a model is founded, best first: printed in a source, computed from sourced ones, chosen inside a sourced range, from memory, a placeholder. */
export const FIGURE_STATUSES = ['sourced', 'derived', 'adapted', 'recalled', 'assumed'] as const;
export type FigureStatus = (typeof FIGURE_STATUSES)[number];

/** True for a figure that a source carries. */
export const isAnchored = (status: FigureStatus): boolean => status === 'sourced' || status === 'derived' || status === 'adapted';

/** One number of a model with all that must be said of it. */
export interface Figure {
	readonly value: number;
	/** Range seen or thought possible; null where nothing says. */
	readonly low: number | null;
	readonly high: number | null;
	readonly unit: Text;
	/** Year of the source, or null when it is not known. */
	readonly year: number | null;
	readonly status: FigureStatus;
	/** Ids of `ModelSource`. */
	readonly sources: readonly string[];
	readonly note: Text | null;
}

/** A publication that figures of the models rest on. */
export interface ModelSource {
	readonly id: string;
	readonly publisher: string;
	readonly title: string;
	/** As printed: `2025-12`, `n.d. (>=2016)`. */
	readonly vintage: string;
	readonly url: string | null;
}
