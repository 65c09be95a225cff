import type { Chain } from '#lib/core/sector/chain.ts';
import type { Block, Method, Pillar, PillarWeights } from '#lib/core/scoring/method.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { chainShares } from '#lib/core/scoring/weights.ts';

/** One cell as an object: how a straightforward program would hold the table. Only the benchmark uses it. */
interface Cell {
	readonly territory: string;
	readonly indicator: string;
	readonly value: number | null;
	readonly lo: number;
	readonly hi: number;
	readonly lowerIsBetter: boolean;
}

type CellRow = Map<string, Cell>;

/** Every territory as a map of cell objects. */
export function cellRows(table: LevelTable, method: Method): CellRow[] {
	const terms = [...method.need, ...method.access]
		.flatMap(({ terms }) => terms)
		.concat(
			method.humanBase,
			Object.values(method.potential).flatMap((mix) => mix.terms)
		);
	return table.territories.map(({ code }, i) => {
		const cells: CellRow = new Map();
		for (const { indicator, direction } of terms) {
			const raw = table.values[indicator]?.[i] ?? NaN;
			const goalpost = table.goalposts[indicator];
			if (goalpost)
				cells.set(indicator, {
					territory: code,
					indicator,
					value: Number.isNaN(raw) ? null : raw,
					...goalpost,
					lowerIsBetter: direction === 'lower'
				});
		}
		const market = table.values.market_people?.[i] ?? NaN;
		cells.set('market_people', {
			territory: code,
			indicator: 'market_people',
			value: Number.isNaN(market) ? null : Math.log(market),
			...table.goalposts.market_people!,
			lowerIsBetter: false
		});
		return cells;
	});
}

function normalised(cell: Cell | undefined): number | null {
	if (!cell || cell.value === null || cell.hi === cell.lo) return null;
	const n = Math.min(1, Math.max(0, (cell.value - cell.lo) / (cell.hi - cell.lo)));
	return cell.lowerIsBetter ? 1 - n : n;
}

interface Part {
	readonly weight: number;
	readonly value: number | null;
}

function weightedMean(parts: readonly Part[], coverage: number): number | null {
	const known = parts.filter(({ value }) => value !== null);
	const all = parts.reduce((sum, { weight }) => sum + weight, 0);
	const weight = known.reduce((sum, part) => sum + part.weight, 0);
	return weight === 0 || weight / all + 1e-12 < coverage ? null : known.reduce((sum, part) => sum + part.weight * part.value!, 0) / weight;
}

/** Complete columns only (the filler has no gaps), so that nested and flat coverage agree. */
const pillar = (blocks: readonly Block[], cells: CellRow, coverage: number): number | null =>
	weightedMean(
		blocks.map((block) => ({
			weight: block.weight,
			value: weightedMean(
				block.terms.map(({ indicator, weight }) => ({ weight, value: normalised(cells.get(indicator)) })),
				0
			)
		})),
		coverage
	);

/** Scores of one chain with objects and closures per cell; same formula as `createScorer`, same numbers. */
export function objectScores(
	rows: readonly CellRow[],
	table: LevelTable,
	method: Method,
	chain: Chain,
	weights: PillarWeights
): (number | null)[] {
	const shares = chainShares(weights, { chain, room: { isProxy: true } }, method.localMarketNeedShift);
	const mix = method.potential[chain.id] ?? method.potential[chain.type]!;
	return rows.map((cells, i) => {
		const evidence = table.evidence[chain.id]?.[i] ?? NaN;
		if ((table.gates[chain.id]?.[i] ?? 0) !== 0 || (chain.type === 'resource' && Number.isNaN(evidence))) return null;
		const share = table.values[method.room.indicator]![i]!;
		const room = 1 / (1 + share / table.national[method.room.indicator]!);
		const human = weightedMean(
			method.humanBase.map(({ indicator, weight }) => ({ weight, value: normalised(cells.get(indicator)) })),
			0
		);
		const potential: Part[] = [
			{ weight: mix.evidence, value: Number.isNaN(evidence) ? 0 : evidence },
			{ weight: mix.market, value: normalised(cells.get('market_people')) },
			{ weight: mix.humanBase, value: human },
			...mix.terms.map(({ indicator, weight }) => ({ weight, value: normalised(cells.get(indicator)) }))
		].filter(({ weight }) => weight > 0);
		const values: Record<Pillar, number | null> = {
			need: pillar(method.need, cells, method.minimumCoverage),
			potential: weightedMean(potential, method.minimumCoverage),
			room: Number.isNaN(share) ? null : Math.min(method.room.highest, Math.max(method.room.lowest, room)),
			access: pillar(method.access, cells, method.minimumCoverage)
		};
		if ((values.need === null && shares.need > 0) || (values.potential === null && shares.potential > 0)) return null;
		const known = (Object.keys(values) as Pillar[]).filter((id) => values[id] !== null && shares[id] > 0);
		const total = known.reduce((sum, id) => sum + shares[id], 0);
		return 100 * Math.exp(known.reduce((sum, id) => sum + shares[id] * Math.log(Math.max(method.floor, values[id]!)), 0) / total);
	});
}

/** Ranks by sorting objects with a comparator. */
export function objectRanks(scores: readonly (number | null)[]): Map<number, number> {
	const sorted = scores.map((score, index) => ({ score, index })).filter(({ score }) => score !== null);
	sorted.sort((a, b) => b.score! - a.score! || a.index - b.index);
	const ranks = new Map<number, number>();
	let rank = 1;
	sorted.forEach(({ score, index }, position) => {
		const previous = sorted[position - 1];
		if (!previous || previous.score! - score! > 1e-9) rank = position + 1;
		ranks.set(index, rank);
	});
	return ranks;
}
