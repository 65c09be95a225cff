import type { Words } from '#lib/i18n/words.ts';
import type { Dossier } from './dossier.ts';

/** What every chapter needs to be told: the dossier, the words of its language, and the numbers of sources. */
export interface Telling {
	readonly dossier: Dossier;
	readonly words: Words;
	/** Numbers in the list of sources, ascending; ids that are not in it are left out. */
	refs(ids: readonly string[]): readonly number[];
}

/** Whole dirhams without their unit. */
export const money = ({ n }: Pick<Words, 'n'>, amount: number | null): string => n(amount);

/** Whole dirhams with their unit. */
export const amount = ({ t, n }: Words, mad: number): string => t('dossier.amount', { value: n(mad) });

/** A share 0–1 as a percentage. */
export const percent = ({ quantity }: Words, share: number | null, decimals = 0): string =>
	quantity(share === null ? null : 100 * share, '%', decimals);

/** A number with as many digits after the mark as it needs, at most two. */
export function exact({ n }: Words, value: number): string {
	const decimals = [0, 1, 2].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9) ?? 2;
	return n(value, decimals);
}
