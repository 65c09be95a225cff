import { total, type Asset } from './amounts.ts';

/** What all of it costs at the start, MAD. */
export const investmentOf = (assets: readonly Asset[]): number => total(assets, ({ amount }) => amount);

/** What of it a grant may pay for, MAD. */
export const eligibleOf = (assets: readonly Asset[]): number => total(assets, ({ amount, grantable }) => (grantable ? amount : 0));

/** Straight-line depreciation of a year, MAD: Σ amount/life. */
export const depreciationOf = (assets: readonly Asset[]): number => total(assets, ({ amount, lifeYears }) => amount / lifeYears);

/** How often an asset has been bought again before `year` ends. Nothing is bought again on the last day of the horizon. */
function timesReplaced(lifeYears: number, year: number, horizon: number): number {
	return year < horizon ? Math.floor(year / lifeYears) : Math.ceil(horizon / lifeYears) - 1;
}

/** What is bought again in a year because its life is over, MAD. */
export function replacementIn(assets: readonly Asset[], year: number, horizon: number): number {
	return total(
		assets,
		({ amount, lifeYears }) => amount * (timesReplaced(lifeYears, year, horizon) - timesReplaced(lifeYears, year - 1, horizon))
	);
}

/** What is left of it at the end of the horizon, MAD: Σ amount × (1 − age/life), the age counted from the last purchase. */
export function residualOf(assets: readonly Asset[], horizon: number): number {
	return total(assets, ({ amount, lifeYears }) => {
		const age = horizon - timesReplaced(lifeYears, horizon, horizon) * lifeYears;
		return amount * (1 - age / lifeYears);
	});
}
