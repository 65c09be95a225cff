import type { Indicator, IndicatorValue } from '#lib/core/indicator/indicator.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { indicatorCell } from './cell.ts';
import type { Datum } from './datum.ts';

/** The newest figure of every indicator for every territory of one level, for the regions, and for the nation. */
export interface Figures {
	readonly level: Level;
	/** How many territories the level has. */
	readonly size: number;
	readonly indicators: readonly Indicator[];
	/** Null where nobody publishes one. */
	of(indicator: string, territory: string): IndicatorValue | null;
	/** Those of the level, by code. */
	column(indicator: string): readonly IndicatorValue[];
}

/** Figures over `values`, the newest of each indicator and territory; `codes` are those of the level. */
export function figuresOf(
	level: Level,
	codes: readonly string[],
	indicators: readonly Indicator[],
	values: readonly IndicatorValue[]
): Figures {
	const byIndicator = new Map<string, Map<string, IndicatorValue>>();
	for (const value of values) {
		const column = byIndicator.get(value.indicator) ?? new Map<string, IndicatorValue>();
		column.set(value.territory, value);
		byIndicator.set(value.indicator, column);
	}
	const columns = new Map<string, readonly IndicatorValue[]>();
	return {
		level,
		size: codes.length,
		indicators,
		of: (indicator, territory) => byIndicator.get(indicator)?.get(territory) ?? null,
		column(indicator) {
			const known = columns.get(indicator) ?? codes.flatMap((code) => byIndicator.get(indicator)?.get(code) ?? []);
			columns.set(indicator, known);
			return known;
		}
	};
}

/** A figure as a datum. */
export const datumOf = ({ unit, decimals }: Pick<Indicator, 'unit' | 'decimals'>, figure: IndicatorValue): Datum => ({
	value: figure.value,
	unit,
	decimals,
	year: figure.year,
	status: figure.status,
	source: figure.source,
	cell: indicatorCell(figure.indicator, figure.territory, figure.year)
});
