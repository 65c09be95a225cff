import type { Found } from '#lib/core/geo/commune-index.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { NearQuestion } from '../answer.ts';
import { aroundOf, communesFrom, type Around } from './around.ts';
import type { NearFacts } from './facts.ts';
import { marketPeople, nearScorer, nearTable, type NearTable } from './near-table.ts';
import { supplyAround } from './supply.ts';

/** A point with everything that is computed around it. */
export interface Vicinity {
	readonly facts: NearFacts;
	/** Every commune of the country that has a point, nearest first. */
	readonly sorted: readonly Found[];
	readonly around: Around;
	readonly near: NearTable;
	readonly scorer: Scorer;
	/** The same point with half the radius and with twice the radius. */
	readonly half: Scorer;
	readonly double: Scorer;
}

/** What lies around the point of a question, within its radius, half of it and twice as far. */
export function vicinityOf(facts: NearFacts, { position, radiusKm }: NearQuestion): Vicinity {
	const sorted = communesFrom(facts, position);
	const arounds = [radiusKm, radiusKm / 2, radiusKm * 2].map((radius) => aroundOf(facts, position, sorted, radius));
	const supplies = facts.register ? supplyAround(facts, facts.register, arounds) : arounds.map(() => ({}));
	const market = marketPeople(facts, position);
	const tables = arounds.map((around, i) => nearTable(facts, around, market, supplies[i]!));
	const [scorer, half, double] = tables.map((table) => nearScorer(facts, table)) as [Scorer, Scorer, Scorer];
	return { facts, sorted, around: arounds[0]!, near: tables[0]!, scorer, half, double };
}
