import { ranking } from '#lib/core/composite/rank.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import { sobol } from '#lib/core/composite/sobol.ts';
import { ASSUMPTIONS, assumedAt, rangesOf, type Assumption } from './assumptions.ts';
import { compileChain } from './compiled.ts';
import type { SimulationRequest } from './simulation.ts';

/** How much of the spread of a rank an assumption explains. */
export interface Driver {
	readonly assumption: Assumption;
	/** Alone, and taking part with others: shares 0–1 up to sampling error. */
	readonly first: number;
	readonly total: number;
}

/** What moves the rank of one place. */
export interface PlaceDrivers {
	/** Index of the place in the table of its level. */
	readonly place: number;
	/** By total effect, largest first; empty where nothing moves the rank. */
	readonly drivers: readonly Driver[];
}

/** Rows of the design behind published drivers. */
export const DRIVER_SAMPLES = 256;

/**
 * Which assumptions move the rank of every scored place (method §3): first-order and total Sobol indices of its rank.
 * Assumptions without effect in this release (risk; counts where no register is loaded) are held still and left out.
 */
export function driversOf(
	scorer: Scorer,
	{ chain, weights, seed, ranges: asked }: Omit<SimulationRequest, 'draws' | 'aggregator'>,
	samples = DRIVER_SAMPLES
): PlaceDrivers[] {
	const compiled = compileChain(scorer, chain, weights);
	const ranges = asked ?? rangesOf(scorer.method.uncertainty);
	const hasCounts = scorer.table.register?.[chain] !== undefined;
	const active = ASSUMPTIONS.filter((assumption) => assumption !== 'risk' && (assumption !== 'counts' || hasCounts));
	const places = compiled.places;
	const scores = new Float64Array(places.length);
	const positions = new Float64Array(ASSUMPTIONS.length).fill(0.5);
	const at = active.map((assumption) => ASSUMPTIONS.indexOf(assumption));
	const { first, total } = sobol({
		inputs: active.length,
		outputs: places.length,
		samples,
		seed,
		evaluate(drawn, out) {
			at.forEach((index, i) => (positions[index] = drawn[i]!));
			compiled.score(assumedAt(positions, ranges, weights), scores);
			out.set(ranking(scores).rank);
		}
	});
	return Array.from(places, (place, p) => {
		const drivers = active.map((assumption, i) => ({
			assumption,
			first: first[p * active.length + i]!,
			total: total[p * active.length + i]!
		}));
		const moving = drivers.filter((driver) => driver.total > 0); // NaN where the rank never moves
		return {
			place,
			drivers: moving.sort((a, b) => b.total - a.total || ASSUMPTIONS.indexOf(a.assumption) - ASSUMPTIONS.indexOf(b.assumption))
		};
	});
}

/** An assumption that takes part in less than this share of the spread says nothing of the rank. */
const LEAST_TOLD = 0.05;

/** The drivers worth telling, largest total effect first. */
export const toldDrivers = (drivers: readonly Driver[]): Driver[] => drivers.filter(({ total }) => total >= LEAST_TOLD);

/** The one or two assumptions to name beside a rank. */
export const namedDrivers = (drivers: readonly Driver[]): Assumption[] =>
	toldDrivers(drivers)
		.slice(0, 2)
		.map(({ assumption }) => assumption);
