import type { CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import { ALL_BRANCHES, isOld, newestStocks } from '#lib/core/cooperative/stock.ts';
import { countCell, rowsCell } from './cell.ts';
import { computed, type Datum } from './datum.ts';
import type { CountLine, Fabric, SeriesPoint } from './diagnostic.ts';
import type { DiagnosticInput } from './input.ts';
import type { LineContext } from './lines.ts';
import { fabricLines } from './groups.ts';

/** So many named cooperatives are told; the directory has them all. */
const EXAMPLES = 8;

/** The cooperatives there are, as far as anybody published it. */
export function fabricOf(input: DiagnosticInput, context: LineContext): Fabric {
	const { territory, counts, nationCounts, named, sources } = input;
	const newest = newestStocks(counts.filter(({ branch }) => branch === ALL_BRANCHES))[0] ?? null;
	const line = (count: CooperativeCount): CountLine[] => countLine(count, sources.cooperatives, context.releaseYear);
	return {
		stock: newest && line(newest)[0]!,
		counts: counts.filter((count) => count !== newest).flatMap(line),
		lines: fabricLines(context),
		series: seriesOf(nationCounts, sources.cooperatives),
		named: computed(named.length, rowsCell('cooperatives', 'within', territory.code), 0, sources.cooperatives),
		examples: named.slice(0, EXAMPLES).map(({ id, name, activity, source }) => ({ id, name, activity, source: source.title }))
	};
}

function countLine({ count, members, womenMembers, ...rest }: CooperativeCount, source: string, releaseYear: number): CountLine[] {
	if (count === null) return [];
	const datum = (column: 'count' | 'members' | 'womenMembers', value: number | null): Datum | null =>
		value === null ? null : numberOf(rest, column, value, source);
	return [
		{
			...rest,
			count: datum('count', count)!,
			members: datum('members', members),
			womenMembers: datum('womenMembers', womenMembers),
			isOld: isOld(rest.asOf, releaseYear)
		}
	];
}

const numberOf = (
	count: Pick<CooperativeCount, 'territory' | 'branch' | 'measure' | 'asOf'>,
	column: 'count' | 'members' | 'womenMembers',
	value: number,
	source: string
): Datum => ({
	...computed(value, countCell(count, column), 0, source),
	year: count.asOf,
	status: count.measure === 'stock_derived_from_share' ? 'derived' : 'published'
});

/** The dated totals of the nation by date, one per year of the count: the last of a year. Undated ones have no place on an axis. */
function seriesOf(counts: readonly CooperativeCount[], source: string): SeriesPoint[] {
	const points = counts.flatMap((row): SeriesPoint[] => {
		const { branch, measure, asOf, count, members, womenMembers, note } = row;
		if (branch !== ALL_BRANCHES || measure !== 'stock' || asOf === null || count === null) return [];
		const datum = (column: 'members' | 'womenMembers', value: number | null): Datum | null =>
			value === null ? null : numberOf(row, column, value, source);
		return [
			{
				...{ at: dateOf(asOf), asOf, note },
				count: numberOf(row, 'count', count, source),
				members: datum('members', members),
				womenMembers: datum('womenMembers', womenMembers)
			}
		];
	});
	const byYear = Map.groupBy(
		points.toSorted((a, b) => a.at - b.at),
		({ at }) => Math.floor(at)
	);
	return [...byYear.values()].map((ofYear) => ofYear.at(-1)!);
}

/** "2025-11-30" → 2025.91; a year alone is its end, where a yearly count belongs. */
function dateOf(asOf: string): number {
	const [year, month, day] = asOf.match(/\d+/g)!.map(Number) as [number, number?, number?];
	return month === undefined ? year + 0.99 : year + Math.min(0.99, (month - 1) / 12 + (day ?? 15) / 365);
}
