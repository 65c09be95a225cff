import { FIGURE_STATUSES, type Figure, type FigureStatus } from '#lib/core/project/figure.ts';
import type { RawFigure } from './economic-models.ts';
import type { TextOf } from './model-texts.ts';

/** What a figure is checked against. */
export interface FigureContext {
	readonly textOf: TextOf;
	/** Ids of the publications that may be cited. */
	readonly sourceIds: ReadonlySet<string>;
}

/** A figure that stands at `place`. Throws on an unknown status or source, a value that is no number, or a text that is missing. */
export function figureOf(raw: RawFigure, { textOf, sourceIds }: FigureContext, place: string): Figure {
	if (!Number.isFinite(raw.v)) throw new Error(`${place}: the value is no number: ${raw.v}.`);
	return {
		value: raw.v,
		low: raw.lo,
		high: raw.hi,
		unit: textOf(place, raw.unit),
		year: yearOf(raw.year, place),
		status: statusOf(raw.status, place),
		sources: knownSources(raw.src, sourceIds, place),
		note: raw.note === '' ? null : textOf(place, raw.note)
	};
}

/** A status of `FIGURE_STATUSES`. Throws on any other word. */
export function statusOf(status: string | undefined, place: string): FigureStatus {
	return FIGURE_STATUSES.find((known) => known === status) ?? fail(`${place}: the status «${status}» is unknown.`);
}

/** The ids, unchanged. Throws on one that no publication has. */
export function knownSources(ids: readonly string[], known: ReadonlySet<string>, place: string): readonly string[] {
	for (const id of ids) if (!known.has(id)) fail(`${place}: the source «${id}» is unknown.`);
	return ids;
}

/** `2021` and `T4-2025` give a year; null stays null. */
function yearOf(year: number | string | null, place: string): number | null {
	if (year === null || typeof year === 'number') return year;
	const digits = /\d{4}$/.exec(year);
	return digits ? Number(digits[0]) : fail(`${place}: the year «${year}» has no four digits.`);
}

const fail = (sentence: string): never => {
	throw new Error(sentence);
};
