import { isPercent, type Against } from '#lib/core/attribute/against.ts';
import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { Words } from '#lib/i18n/words.ts';

/** The difference of two territories in words. */
export interface DifferenceText {
	/** Signed, with its unit, in points where the unit is per cent or the scale of an index; «–» where it cannot be told. */
	readonly difference: string;
	/** Which of the two is higher; null where it cannot be told. */
	readonly higher: string | null;
	/** How many times the smaller the greater is; null unless it is a count and both are above 0. */
	readonly ratio: string | null;
}

/** The words of a comparison in one variable. */
export function differenceText(
	words: Words,
	variable: Pick<Variable, 'unit' | 'decimals' | 'measure'>,
	{ difference, ratio }: Pick<Against, 'difference' | 'ratio'>
): DifferenceText {
	const { t } = words;
	if (difference === null) return { difference: words.n(null), higher: null, ratio: null };
	const value = words.signed(difference, variable.decimals);
	// What is 0 as it is written is not said to be higher.
	const isEqual = Math.round(Math.abs(difference) * 10 ** variable.decimals) === 0;
	return {
		difference: t('quantity.unit', { value, unit: unitOf(words, variable) }),
		higher: t(isEqual ? 'attr.against.equal' : difference > 0 ? 'attr.against.higher.a' : 'attr.against.higher.b'),
		ratio: ratioText(words, ratio)
	};
}

function unitOf({ t, of }: Words, { unit, measure }: Pick<Variable, 'unit' | 'measure'>): string {
	if (isPercent(of(unit))) return t('attr.against.points');
	return measure === 'index' ? t('attr.against.points.scale') : of(unit);
}

/** Said from the greater one: «0.05 times» tells nobody anything. */
function ratioText({ t, n }: Words, ratio: number | null): string | null {
	if (ratio === null || ratio <= 0) return null;
	return ratio >= 1 ? t('attr.against.ratio.a', { ratio: n(ratio, 2) }) : t('attr.against.ratio.b', { ratio: n(1 / ratio, 2) });
}
