import type { Ranking } from '#lib/core/composite/rank.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';

/** Whom each ranked place is compared with: communes of one province are peers. */
export interface Peers {
	/** Index of its group. */
	readonly group: Uint16Array;
	/** How many places its group has, itself included. */
	readonly of: Uint16Array;
}

/** The peers of `places`, which are indices in the table. */
export function peersOf({ territories }: LevelTable, places: Uint16Array): Peers {
	const parents = [...new Set(Array.from(places, (place) => territories[place]!.parent))];
	const index = new Map(parents.map((parent, i) => [parent, i]));
	const group = Uint16Array.from(places, (place) => index.get(territories[place]!.parent)!);
	const sizes = new Uint16Array(parents.length);
	for (const g of group) sizes[g]!++;
	return { group, of: group.map((g) => sizes[g]!) };
}

/** Rank of every place among its peers: 1 is best, ties share the smallest. */
export function peerRanks({ order, rank }: Ranking, { group }: Peers): Uint16Array {
	const count = new Uint16Array(order.length);
	const last = new Uint16Array(order.length);
	const result = new Uint16Array(order.length);
	for (const place of order) {
		const g = group[place]!;
		count[g]!++;
		const before = last[g]!;
		// `last` holds the latest place of the group, one up, so that 0 is none.
		const isTied = before > 0 && rank[before - 1] === rank[place];
		result[place] = isTied ? result[before - 1]! : count[g]!;
		last[g] = place + 1;
	}
	return result;
}
