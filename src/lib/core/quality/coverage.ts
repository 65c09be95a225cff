import { lastYear, type Indicator, type IndicatorValue } from '#lib/core/indicator/indicator.ts';
import { LEVELS, type Level, type Territory } from '#lib/core/territory/territory.ts';

/** A figure more than this many years older than its release is called old. */
const FRESH_YEARS = 5;

/** How far one indicator covers the territories of a scope. */
export interface CoverageRow {
	readonly indicator: Pick<Indicator, 'id' | 'name' | 'role'>;
	/** Per level: how many territories have a figure, of how many. */
	readonly levels: Readonly<Record<Level, { readonly known: number; readonly of: number }>>;
	/** Figures among the known ones that are those of the level above, that stand for another, and that are old. */
	readonly inherited: number;
	readonly proxies: number;
	readonly stale: number;
	/** Year of the newest figure in the scope, as published; null when there is none. */
	readonly year: string | null;
}

/** What coverage is counted from. */
export interface CoverageInput {
	readonly indicators: readonly Indicator[];
	/** The territories of the scope, of every level. */
	readonly territories: readonly Territory[];
	/** The newest value of every indicator for every territory; others than those of the scope are left out. */
	readonly values: Readonly<Record<Level, readonly IndicatorValue[]>>;
	readonly releaseYear: number;
}

/** Coverage of every indicator in a scope: those with the most gaps at province level first, then in the order given. */
export function coverageOf({ indicators, territories, values, releaseYear }: CoverageInput): CoverageRow[] {
	const codes = new Set(territories.map(({ code }) => code));
	const sizes = countBy(territories.map(({ level }) => level));
	const inScope = LEVELS.flatMap((level) =>
		values[level].filter(({ territory }) => codes.has(territory)).map((value) => ({ level, value }))
	);
	const byIndicator = Map.groupBy(inScope, ({ value }) => value.indicator);
	const rows = indicators.map((indicator): CoverageRow => {
		const found = byIndicator.get(indicator.id) ?? [];
		const known = countBy(found.map(({ level }) => level));
		const years = found.map(({ value }) => value.year).sort((a, b) => lastYear(a) - lastYear(b));
		const of = (status: IndicatorValue['status']): number => found.filter(({ value }) => value.status === status).length;
		return {
			indicator: { id: indicator.id, name: indicator.name, role: indicator.role },
			levels: {
				region: { known: known.get('region') ?? 0, of: sizes.get('region') ?? 0 },
				province: { known: known.get('province') ?? 0, of: sizes.get('province') ?? 0 },
				commune: { known: known.get('commune') ?? 0, of: sizes.get('commune') ?? 0 }
			},
			inherited: of('inherited'),
			proxies: of('proxy'),
			stale: found.filter(({ value }) => releaseYear - lastYear(value.year) > FRESH_YEARS).length,
			year: years.at(-1) ?? null
		};
	});
	const gaps = ({ levels: { province } }: CoverageRow): number => province.of - province.known;
	return rows.sort((a, b) => gaps(b) - gaps(a));
}

const countBy = <K>(keys: readonly K[]): ReadonlyMap<K, number> =>
	new Map([...Map.groupBy(keys, (key) => key)].map(([key, group]) => [key, group.length]));
