import { chainKey, matchChain, withName, type ChainIndex, type ChainMatch, type ToldChain } from './chain.ts';
import type { Mapping } from './field.ts';
import { decidedPlace, matchPlace, placeTextKey, type PlaceIndex, type PlaceMatch, type ToldPlace } from './place.ts';
import { withPosition, type Locate } from './place-position.ts';
import { error, type RowProblem } from './problem.ts';
import { readRow, type RowValues } from './row.ts';

/** What somebody decided about texts that told too little: communes by `placeTextKey`, chains by `chainKey`. */
export interface Decisions {
	readonly communes: ReadonlyMap<string, string>;
	/** Null: these words mean no chain of ours. */
	readonly chains: ReadonlyMap<string, string | null>;
}

/** All that the rows of a file are held against. */
export interface Examination {
	readonly mapping: Mapping;
	/** Nothing is founded after this year. */
	readonly thisYear: number;
	readonly places: PlaceIndex;
	readonly chains: ChainIndex;
	/** Null: points are kept, but not compared with the places told. */
	readonly locate: Locate | null;
	readonly decisions?: Decisions;
}

/** A row with all that is known of it. */
export interface Examined {
	readonly values: RowValues;
	readonly place: PlaceMatch;
	readonly chain: ChainMatch;
	readonly problems: readonly RowProblem[];
	/** `error`: kept out until it is put right. `review`: somebody chooses a place or a chain. `ready`: it can be imported. */
	readonly verdict: 'ready' | 'review' | 'error';
	/** What there is to choose; empty unless it is reviewed. */
	readonly reasons: readonly ('place' | 'chain')[];
}

/** So many texts are remembered; a file with more of them, all different, gains nothing from memory. */
const REMEMBERED = 50_000;

/** A function that examines the rows of one file, one after another. It remembers texts it has met, so equal ones cost once. */
export function createExaminer(examination: Examination): (cells: readonly string[]) => Examined {
	const { mapping, places, chains, locate, decisions } = examination;
	const placeOf = remembered((told: ToldPlace): PlaceMatch => {
		const commune = decisions?.communes.get(placeTextKey(told));
		return commune === undefined ? matchPlace(places, told) : decidedPlace(places, commune);
	});
	const chainOf = remembered((told: ToldChain): ChainMatch => {
		const decision = decisions?.chains.get(chainKey(told));
		const match = matchChain(chains, told);
		return decision === undefined ? match : decidedChain(match, decision);
	});
	return (cells) => {
		const { values, problems } = readRow(cells, mapping, examination);
		const { communeCode, commune, province, region, branch, activity, name } = values;
		const told = placeOf({ communeCode, commune, province, region });
		const place = locate === null ? told : withPosition(places, told, values.position, locate);
		// Names differ from row to row: they are looked into after what is remembered.
		const chain = withName(chains, chainOf({ branch, activity, name: null }), name);
		return judged(values, place, chain, [...problems, ...place.problems]);
	};
}

function decidedChain(match: ChainMatch, chain: string | null): ChainMatch {
	if (chain === null) return { ...match, outcome: match.branch === null ? 'none' : 'branch', chain: null, candidates: [] };
	return { ...match, outcome: 'chain', chain, candidates: [{ chain, score: 1, by: 'decision', words: [] }] };
}

/** The same function with a memory for what it was asked. */
function remembered<Told extends object, Match>(compute: (told: Told) => Match): (told: Told) => Match {
	const known = new Map<string, Match>();
	return (told) => {
		const key = Object.values(told).join('\u0000');
		const match = known.get(key) ?? compute(told);
		if (known.size < REMEMBERED) known.set(key, match);
		return match;
	};
}

function judged(values: RowValues, place: PlaceMatch, chain: ChainMatch, problems: RowProblem[]): Examined {
	const misplaced = problems.some(({ severity, kind }) => severity === 'error' && kind.startsWith('position'));
	if (place.outcome === 'none' && !misplaced) problems.push(error('no-place', 'row'));
	const reasons: Examined['reasons'] = [
		...(place.outcome === 'ambiguous' || place.outcome === 'unmatched' ? (['place'] as const) : []),
		...(chain.outcome === 'ambiguous' ? (['chain'] as const) : [])
	];
	if (problems.some(({ severity }) => severity === 'error')) return { values, place, chain, problems, verdict: 'error', reasons: [] };
	return { values, place, chain, problems, verdict: reasons.length > 0 ? 'review' : 'ready', reasons };
}
