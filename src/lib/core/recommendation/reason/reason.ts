import type { Reason } from '../answer.ts';
import type { ReasonKind } from '../reason-kinds.ts';

/** Where a figure comes from, as reasons cite it. */
export type Citation = Reason['sources'][number];

/** A reason from its parts; what is left out is empty. */
export const reason = (
	kind: ReasonKind,
	{ numbers = {}, ids = {}, sources = [] }: Partial<Pick<Reason, 'numbers' | 'ids' | 'sources'>> = {}
): Reason => ({ kind, numbers, ids, sources });

/** The citations, each once. */
export const unique = (sources: readonly Citation[]): Citation[] =>
	sources.filter(({ id, year }, i) => sources.findIndex((other) => other.id === id && other.year === year) === i);

/** The first `count` of the candidates, one of each kind; a candidate that does not hold is null. */
export function firstOf(count: number, candidates: readonly (Reason | null)[]): Reason[] {
	const kinds = new Set<string>();
	const held = candidates.filter((candidate) => {
		if (candidate === null || kinds.has(candidate.kind)) return false;
		kinds.add(candidate.kind);
		return true;
	});
	return held.slice(0, count) as Reason[];
}
