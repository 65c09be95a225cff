import { presenceAt, type Presence } from '#lib/core/saturation/presence.ts';
import { STATUSES, type Status } from '#lib/core/scoring/outcome.ts';
import type { ChainQuestion } from '#lib/core/scoring/question.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { valueAt } from '#lib/core/scoring/table.ts';
import type { Typology } from '#lib/core/scoring/typology.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { typeOf } from '#lib/core/zones/verdict.ts';
import type { Zone } from '#lib/core/zones/zones.ts';

/** What room is told from: the census proxy, the counts of a register, or nothing. */
export type RoomSource = 'proxy' | 'register' | 'unknown';

/** The same thing in the release before and in the one after. */
export interface BeforeAfter<T> {
	readonly before: T;
	readonly after: T;
}

/** One level of one release. `zones` are its promising zones; left out where it has none to show. */
export interface LevelSide {
	readonly scorer: Scorer;
	readonly zones?: readonly Zone[];
}

/** One territory for one chain. */
export interface PlaceDifference {
	readonly territory: string;
	readonly status: BeforeAfter<Status>;
	/** 0–100; null where there is none. */
	readonly score: BeforeAfter<number | null>;
	/** 1 is best; null where there is none. */
	readonly rank: BeforeAfter<number | null>;
	/** 0–1; null where it is unknown. */
	readonly room: BeforeAfter<number | null>;
	readonly roomSource: BeforeAfter<RoomSource>;
	readonly type: BeforeAfter<Typology | null>;
	/** Id of the zone of the chain it belongs to; null for none. */
	readonly zone: BeforeAfter<string | null>;
	/** What a register counts here in the release after; null where it counts nothing of this chain. */
	readonly presence: Presence | null;
}

/** What happened to one chain at one level, in numbers. */
export interface ChainSummary {
	/** How many territories have a rank. */
	readonly ranked: BeforeAfter<number>;
	readonly roomSource: BeforeAfter<RoomSource>;
	/** Territories that are another thing than before: scored, ineligible, not documented, insufficient. */
	readonly statusChanged: number;
	readonly typeChanged: number;
	/** Territories with a rank before and after that moved up, and down. */
	readonly up: number;
	readonly down: number;
	/** Over the territories with a rank before and after; null where there is none. */
	readonly largestMove: number | null;
	readonly meanMove: number | null;
	/** Territories that came into a zone, and that left one. */
	readonly zoneGained: number;
	readonly zoneLost: number;
}

/** One chain at one level, territory by territory in the order of the code. */
export interface ChainDifference {
	readonly chain: string;
	readonly summary: ChainSummary;
	readonly places: readonly PlaceDifference[];
}

/** All chains of one level. */
export interface LevelDifference {
	readonly level: Level;
	readonly chains: readonly (ChainSummary & { readonly chain: string })[];
	/** Territories that moved most ranks, then most points; at most as many as asked for. */
	readonly movers: readonly (PlaceDifference & { readonly chain: string })[];
}

/** What two releases say of one chain at one level. Throws on a chain or on territories that one of them does not have. */
export function chainDifference(before: LevelSide, after: LevelSide, question: ChainQuestion): ChainDifference {
	const [first, second] = [sideOf(before, question), sideOf(after, question)];
	const { territories } = after.scorer.table;
	const place = new Map(before.scorer.table.territories.map(({ code }, index) => [code, index]));
	const register = after.scorer.table.register?.[question.chain];
	const places = territories.map(({ code }, index): PlaceDifference => {
		const old = place.get(code);
		if (old === undefined) throw new Error(`The release before does not have ${code}.`);
		return { ...paired(code, first(old), second(index)), presence: register ? presenceAt(register, index) : null };
	});
	return { chain: question.chain, summary: summaryOf(places), places };
}

/** What two releases say of all chains of one level, with the same weights. `most` is how many movers are named. */
export function levelDifference(before: LevelSide, after: LevelSide, lens: Omit<ChainQuestion, 'chain'>, most = 10): LevelDifference {
	const chains = after.scorer.chains.map(({ id }) => chainDifference(before, after, { ...lens, chain: id }));
	const moved = chains.flatMap(({ chain, places }) => places.filter((one) => moveOf(one) !== 0).map((one) => ({ ...one, chain })));
	const movers = moved.toSorted(
		(a, b) =>
			Math.abs(moveOf(b)) - Math.abs(moveOf(a)) ||
			Math.abs(gainOf(b)) - Math.abs(gainOf(a)) ||
			(a.chain + a.territory < b.chain + b.territory ? -1 : 1)
	);
	return {
		level: after.scorer.table.level,
		chains: chains.map(({ chain, summary }) => ({ chain, ...summary })),
		movers: movers.slice(0, most)
	};
}

/** What one release says of a territory, by its index. */
interface Side {
	readonly status: Status;
	readonly score: number | null;
	readonly rank: number | null;
	readonly room: number | null;
	readonly roomSource: RoomSource;
	readonly type: Typology | null;
	readonly zone: string | null;
}

function sideOf({ scorer, zones = [] }: LevelSide, { chain, weights, aggregator }: ChainQuestion): (index: number) => Side {
	const { score, status, rank } = scorer.scores(chain, weights, aggregator);
	const { room } = scorer.prepared(chain);
	const zoneOf = new Map(zones.filter((zone) => zone.chain === chain).flatMap(({ id, members }) => members.map((code) => [code, id])));
	return (index) => {
		const own = valueAt(score, index);
		const free = valueAt(room.column, index);
		return {
			status: STATUSES[status[index]!]!,
			score: own,
			rank: rank[index]! || null,
			room: free,
			roomSource: free === null ? 'unknown' : room.isProxy ? 'proxy' : 'register',
			type: own === null ? null : typeOf(scorer, chain, index),
			zone: zoneOf.get(scorer.table.territories[index]!.code) ?? null
		};
	};
}

function paired(territory: string, before: Side, after: Side): Omit<PlaceDifference, 'presence'> {
	const pair = <K extends keyof Side>(key: K): BeforeAfter<Side[K]> => ({ before: before[key], after: after[key] });
	return {
		territory,
		status: pair('status'),
		score: pair('score'),
		rank: pair('rank'),
		room: pair('room'),
		roomSource: pair('roomSource'),
		type: pair('type'),
		zone: pair('zone')
	};
}

/** Ranks won (above 0) or lost; 0 without a rank on both sides. */
const moveOf = ({ rank: { before, after } }: PlaceDifference): number => (before === null || after === null ? 0 : before - after);
const gainOf = ({ score: { before, after } }: PlaceDifference): number => (before === null || after === null ? 0 : after - before);
const differs = <T>({ before, after }: BeforeAfter<T>): boolean => before !== after;

function summaryOf(places: readonly PlaceDifference[]): ChainSummary {
	const count = (is: (place: PlaceDifference) => boolean): number => places.filter(is).length;
	const moves = places.filter(({ rank }) => rank.before !== null && rank.after !== null).map((place) => Math.abs(moveOf(place)));
	return {
		ranked: { before: count(({ rank }) => rank.before !== null), after: count(({ rank }) => rank.after !== null) },
		roomSource: { before: commonSource(places, 'before'), after: commonSource(places, 'after') },
		statusChanged: count(({ status }) => differs(status)),
		typeChanged: count(({ type }) => differs(type)),
		up: count((place) => moveOf(place) > 0),
		down: count((place) => moveOf(place) < 0),
		largestMove: moves.length > 0 ? Math.max(...moves) : null,
		meanMove: moves.length > 0 ? moves.reduce((sum, move) => sum + move, 0) / moves.length : null,
		zoneGained: count(({ zone }) => zone.before === null && zone.after !== null),
		zoneLost: count(({ zone }) => zone.before !== null && zone.after === null)
	};
}

/** Where the room of a chain comes from: what any of its places knows, unknown where none does. */
const commonSource = (places: readonly PlaceDifference[], side: 'before' | 'after'): RoomSource =>
	places.map(({ roomSource }) => roomSource[side]).find((source) => source !== 'unknown') ?? 'unknown';
