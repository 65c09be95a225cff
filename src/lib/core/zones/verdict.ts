import type { ChainQuestion } from '#lib/core/scoring/question.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { typology, type Typology } from '#lib/core/scoring/typology.ts';
import type { Bands } from '#lib/core/uncertainty/bands.ts';

/** What one scored place is for a chain, as advice. */
export interface Verdict {
	/** Index of the place in the table of its level. */
	readonly place: number;
	readonly type: Typology;
	/** Eligible, with own evidence, likely in the top, with room where a register says so, and well enough known (method §3). */
	readonly isPromising: boolean;
}

/** The type of one place; null where need or potential is unknown. A proxy of room is ignored. */
export function typeOf(scorer: Scorer, chain: string, place: number): Typology | null {
	const [need, potential, room] = scorer.pillars(chain, place);
	if (Number.isNaN(need) || Number.isNaN(potential)) return null;
	const isMeasured = !scorer.prepared(chain).room.isProxy && !Number.isNaN(room);
	return typology(need, potential, isMeasured ? room : null, scorer.method.typology);
}

/** The verdicts on every scored place, in the order of the table. */
export function verdictsOf(scorer: Scorer, question: ChainQuestion, bands: Bands): Verdict[] {
	return bands.places.flatMap(({ place, top }) => {
		const type = typeOf(scorer, question.chain, place);
		return type === null ? [] : [{ place, type, isPromising: isPromising(scorer, question, place, top) }];
	});
}

/** True when a scored place is promising (method §3): `top` is its probability of being in the top. */
export function isPromising(scorer: Scorer, { chain, weights, aggregator }: ChainQuestion, place: number, top: number): boolean {
	const { promising } = scorer.method;
	if (top < promising.probability) return false;
	const prepared = scorer.prepared(chain);
	// Documented for its province is not documented for the commune.
	const isOwn = scorer.table.level !== 'commune' || prepared.chain.type === 'local-market';
	if (!isOwn) return false;
	if (!prepared.room.isProxy && !(prepared.room.column[place]! >= promising.room)) return false;
	const { confidence } = scorer.explain(chain, scorer.table.territories[place]!.code, weights, aggregator);
	return confidence !== null && confidence.grade !== 'C';
}
