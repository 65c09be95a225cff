import { distanceKm } from './distance.ts';
import type { Position } from './geography.ts';

/** How far one named place warms its surroundings on a density map, in km: nothing of it is left there. */
export const HEAT_RADIUS_KM = 40;

/** What counts in a density, and how often. */
export interface HeatPoint {
	readonly position: Position;
	/** ≥ 0. */
	readonly value: number;
}

/** The share of a place that is felt `km` away: 1 at the place itself, 1 % at the radius (a Gaussian, three deviations wide). */
export const heatAt = (km: number): number => Math.exp(-4.5 * (km / HEAT_RADIUS_KM) ** 2);

/** The densest sum of shares at any of the places: what the strongest colour stands for; 0 for none. */
export function heatPeak(points: readonly HeatPoint[]): number {
	const sums = points.map(({ position: [lng, lat] }) => {
		const felt = points.filter(({ position }) => Math.abs(position[1] - lat) < 0.4 && Math.abs(position[0] - lng) < 0.5);
		return felt.reduce((sum, { position, value }) => sum + value * heatAt(distanceKm(position, [lng, lat])), 0);
	});
	return Math.max(0, ...sums);
}
