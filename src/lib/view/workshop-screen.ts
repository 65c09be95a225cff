import { PILLARS, PRESETS, type PillarWeights, type Preset } from '#lib/core/scoring/method.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { shares } from '#lib/core/scoring/weights.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { percents } from './judgements.ts';
import type { Workshop } from './workshop.ts';

/** The preset a release is shown with, which everything is held against. */
export const RELEASE_PRESET: Preset = 'balanced';

const SHOWN = { moves: 8, swaps: 8, top: 10 } as const;

/** A place whose rank differs between the preset of the release and the weights of the table. */
export interface Move {
	readonly code: string;
	readonly name: string;
	readonly before: number;
	readonly after: number;
	/** Places gained; negative when lost. */
	readonly gained: number;
}

/** Two places that change their order: `up` was behind and is now ahead. */
export interface Swap {
	readonly up: Omit<Move, 'gained'>;
	readonly down: Omit<Move, 'gained'>;
}

/** One set of weights and the ten places it puts first. */
export interface Column {
	readonly id: Preset | 'own';
	/** Percents with one decimal that add to 100. */
	readonly weights: PillarWeights;
	readonly top: readonly {
		readonly code: string;
		readonly name: string;
		readonly rank: number;
		/** Places gained against the preset of the release; null for a place it does not rank. */
		readonly gained: number | null;
		/** True when the preset of the release does not have it among its ten. */
		readonly isNew: boolean;
	}[];
}

/** What the weights of a table change; plain data, so that the server can send it. */
export interface WorkshopScreen {
	readonly chainName: string;
	/** How many places have a rank. */
	readonly ranked: number;
	/** How many of them have another rank, and those that move most, best first among equals. */
	readonly moved: number;
	readonly moves: readonly Move[];
	/** How many pairs change their order, of how many; of each place the best ranked one it passes, the highest first. */
	readonly swapped: number;
	readonly pairs: number;
	readonly swaps: readonly Swap[];
	/** The presets, then the table's own. */
	readonly columns: readonly Column[];
}

/** A place ranked under both sets of weights. */
interface Compared {
	readonly index: number;
	readonly before: number;
	readonly after: number;
}

/** What the weights of `workshop` change for its chain and level. Scores are those of the map: same scorer, same numbers. */
export function workshopScreen(atlas: Atlas, workshop: Workshop, language: Language): WorkshopScreen {
	const { chain, level, aggregator, weights } = workshop;
	const scorer = atlas.scorer(level)!;
	const { presets } = scorer.method;
	const ranksOf = (by: PillarWeights) => scorer.scores(chain, by, aggregator);
	const base = ranksOf(presets[RELEASE_PRESET]);
	const own = ranksOf(weights);
	const both = Array.from(own.order).flatMap((index): Compared | [] => {
		const before = base.rank[index]!;
		return before === 0 ? [] : { index, before, after: own.rank[index]! };
	});
	const nameOf = (index: number) => ({
		code: scorer.table.territories[index]!.code,
		name: scorer.table.territories[index]!.name[language]
	});
	const moved = both.filter(({ before, after }) => before !== after);
	const turned = both.map((up) => passedBy(up, both));
	const place = ({ index, before, after }: Compared) => ({ ...nameOf(index), before, after });
	const columns = [...PRESETS.map((id) => ({ id, by: presets[id] })), { id: 'own' as const, by: weights }];
	return {
		chainName: atlas.chains.get(chain)!.name[language],
		ranked: own.order.length,
		moved: moved.length,
		moves: moved
			.toSorted((a, b) => Math.abs(b.before - b.after) - Math.abs(a.before - a.after) || a.after - b.after)
			.slice(0, SHOWN.moves)
			.map((compared) => ({ ...place(compared), gained: compared.before - compared.after })),
		swapped: turned.reduce((sum, { length }) => sum + length, 0),
		pairs: (both.length * (both.length - 1)) / 2,
		swaps: turned.flatMap(([down], i) => (down ? [{ up: place(both[i]!), down: place(down) }] : [])).slice(0, SHOWN.swaps),
		columns: columns.map(({ id, by }) => columnOf(id, by, base, ranksOf(by), nameOf))
	};
}

/** Places that were ahead of `up` and are now behind, best ranked before first. Ties on either side turn nothing. */
function passedBy(up: Compared, both: readonly Compared[]): Compared[] {
	return both.filter((down) => up.after < down.after && up.before > down.before).sort((a, b) => a.before - b.before);
}

type Ranked = Pick<ReturnType<Scorer['scores']>, 'rank' | 'order'>;

function columnOf(
	id: Column['id'],
	by: PillarWeights,
	base: Ranked,
	ranked: Ranked,
	nameOf: (index: number) => { code: string; name: string }
): Column {
	const usual = new Set(base.order.subarray(0, SHOWN.top));
	const share = shares(by);
	const top = Array.from(ranked.order.subarray(0, SHOWN.top), (index) => {
		const before = base.rank[index]!;
		const rank = ranked.rank[index]!;
		return { ...nameOf(index), rank, gained: before === 0 ? null : before - rank, isNew: !usual.has(index) };
	});
	return { id, weights: percents(PILLARS.map((pillar) => share[pillar])), top };
}
