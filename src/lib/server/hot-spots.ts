import { bestOf } from '#lib/core/scoring/best.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import { adjacencyWeights } from '#lib/core/statistics/spatial/adjacency-weights.ts';
import { CLUSTERS, hotSpotSteps, type Cluster, type HotSpotQuestion } from '#lib/core/statistics/spatial/hot-spots.ts';
import { FEWEST_TERRITORIES, type SpatialOutcome } from '#lib/core/statistics/spatial/outcome.ts';
import type { Steps } from '#lib/core/statistics/spatial/steps.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { OpenedRelease } from './release.ts';
import { rounded, type Lens } from './scores.ts';

/** How many permutations may be asked for, and how many are made when nobody says. 1,503 communes take twenty times as long as 75 provinces. */
export const PERMUTATIONS = { fewest: 99, most: 99_999, mostOfCommunes: 9_999, usual: 9_999, usualOfCommunes: 999 } as const;

/** Share of false discoveries allowed among the territories that count. */
export const RATE = 0.05;

/** One number per territory of a level, NaN where unknown. */
export interface Column {
	readonly level: Level;
	readonly codes: readonly string[];
	readonly values: Float64Array;
	/** True when some of what makes up the values is that of the level above, so that neighbours are partly alike by construction. */
	readonly inherited: boolean;
}

/** One territory of a hot-spot map; numbers are null where it takes no part. */
export interface HotSpotRow {
	readonly territory: string;
	readonly value: number | null;
	readonly cluster: Cluster;
	readonly side: Cluster | null;
	readonly statistic: number | null;
	readonly z: number | null;
	readonly p: number | null;
	readonly adjustedP: number | null;
	readonly significant: boolean;
}

/** The hot spots of a column as rows in its order, and Moran’s I of the whole. */
export interface HotSpotSheet {
	readonly participants: number;
	readonly moran: { readonly statistic: number; readonly expected: number; readonly z: number | null; readonly p: number };
	readonly rows: readonly HotSpotRow[];
}

/** The scores of the best of `chains` at a level, rounded as the API shows them. */
export async function scoreColumn(opened: OpenedRelease, level: Level, chains: readonly Chain[], lens: Lens): Promise<Column> {
	const scorer = await opened.scorer(level);
	const { score } = bestOf(chains.map((chain) => scorer.scores(chain.id, lens.weights, lens.aggregator)));
	const codes = scorer.table.territories.map(({ code }) => code);
	return { level, codes, values: score.map(rounded), inherited: level === 'commune' };
}

/** The figures of an indicator at a level: of `year`, or the newest of each territory. All of them inherited when the release says so. */
export async function indicatorColumn({ bank, scorer }: OpenedRelease, level: Level, id: string, year?: string): Promise<Column> {
	const figures = await bank.indicators.values(id, level, year);
	const known = new Map(figures.map(({ territory, value }) => [territory, value]));
	const codes = (await bank.territories.list({ level })).map(({ code }) => code);
	const { table } = await scorer(level);
	return {
		level,
		codes,
		values: Float64Array.from(codes, (code) => known.get(code) ?? NaN),
		inherited: table.inherited.has(id) || figures.some(({ status }) => status === 'inherited')
	};
}

/** The hot spots of a column by rook adjacency with weights that add up to 1 per territory; refused as `hotSpots` refuses. */
export async function hotSpotSheet(
	opened: OpenedRelease,
	column: Column,
	question: HotSpotQuestion
): Promise<SpatialOutcome<HotSpotSheet>> {
	const { level, codes, values } = column;
	if (codes.length < FEWEST_TERRITORIES) {
		return { ok: false, reason: 'too-few-territories', participants: values.filter((value) => !Number.isNaN(value)).length };
	}
	const { adjacency } = await opened.geography();
	const found = await inSlices(hotSpotSteps(values, adjacencyWeights(codes, adjacency[level], 'row'), question));
	if (!found.ok) return found;
	const { participants, moran, statistic, z, p, adjusted, side, cluster } = found.value;
	const rows = codes.map((territory, i): HotSpotRow => {
		const name = CLUSTERS[cluster[i]!]!;
		const tested = !Number.isNaN(p[i]!);
		return {
			territory,
			value: known(values[i]!),
			cluster: name,
			side: tested ? CLUSTERS[side[i]!]! : null,
			statistic: known(rounded(statistic[i]!)),
			z: known(rounded(z[i]!)),
			p: known(p[i]!),
			adjustedP: known(rounded(adjusted[i]!)),
			significant: tested && name !== 'not-significant'
		};
	});
	const { randomisation, permutedP } = moran;
	const whole = { statistic: rounded(moran.statistic), expected: rounded(moran.expected), z: randomisation.z, p: permutedP ?? 1 };
	return { ok: true, value: { participants, moran: whole, rows } };
}

/** A request that comes while permutations run waits about so long, not a second. */
const SLICE_MS = 10;

/** What a long computation returns; other requests are answered between its pieces. */
async function inSlices<T>(steps: Steps<T>): Promise<T> {
	for (;;) {
		const until = performance.now() + SLICE_MS;
		do {
			const { done, value } = steps.next();
			if (done) return value;
		} while (performance.now() < until);
		await new Promise((resolve) => setImmediate(resolve));
	}
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
