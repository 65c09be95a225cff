import type { GrantCase } from '#lib/core/project/model.ts';
import type { Asset } from './amounts.ts';
import { eligibleOf } from './assets.ts';

/** A grant as a case counts on it. */
export interface Grant {
	/** Share of the eligible investment, 0–1. */
	readonly share: number;
	/** MAD. */
	readonly amount: number;
}

/** Grant of a case: min(rate, ceiling/eligible investment); nothing for an investment that no grant may pay for. */
export function grantOf({ share, ceilingMad }: GrantCase, assets: readonly Asset[]): Grant {
	const eligible = eligibleOf(assets);
	if (eligible === 0) return { share: 0, amount: 0 };
	const amount = Math.min(share * eligible, ceilingMad ?? Infinity);
	return { share: amount / eligible, amount };
}
