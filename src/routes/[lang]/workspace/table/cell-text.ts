import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { Words } from '#lib/i18n/words.ts';

/** One value in words. */
export interface CellText {
	/** «–» when it is unknown. */
	readonly text: string;
	/** Why it is unknown; null when it is known. */
	readonly state: string | null;
}

/** The value of a variable at `index`, without its unit; an unknown one says its state and is never a number. */
export function cellText({ t, n }: Words, variable: Variable, index: number): CellText {
	if (variable.measure === 'type') {
		const type = variable.types?.[index] ?? null;
		if (type !== null) return { text: t(`type.${type}`), state: null };
	} else {
		const value = variable.values[index] ?? NaN;
		if (!Number.isNaN(value)) return { text: n(value, variable.decimals), state: null };
	}
	const state = variable.stateOf?.(index) ?? variable.states[0];
	return { text: n(null), state: t(`status.${state}`) };
}

/** Unit and year of a variable, as the second line of a heading: «% · 2024». */
export const unitText = ({ of }: Words, { unit, year }: Pick<Variable, 'unit' | 'year'>): string =>
	[of(unit), year ?? ''].filter(Boolean).join(' · ');
