import type { Indicator } from '#lib/core/indicator/indicator.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Datum } from './datum.ts';
import type { Diagnostic, SectorLine } from './diagnostic.ts';
import type { IndicatorLine } from './line.ts';
import { favourOf } from './lines.ts';

/** So many territories stand side by side at most. */
export const MOST_COMPARED = 4;

/** The most and the least favourable of a row; ties share it. */
export type Verdict = 'best' | 'worst';

/** One territory's figure in a row. */
export interface ComparedCell {
	/** Null where nobody publishes one. */
	readonly datum: Datum | null;
	/** Null in the middle, where all are equal, and where the row says neither good nor bad. */
	readonly verdict: Verdict | null;
	/** By how much it is above the first territory, in the unit; null for the first itself and between figures of different years. */
	readonly difference: number | null;
	/** True for a figure of an indicator that is more than five years old at the date of the release. */
	readonly isStale: boolean;
}

/** Counts that have no name in the data; the page has words for them. */
export type CountedRow = 'population' | 'change' | 'households' | 'area' | 'density' | 'children' | 'documents' | 'stock' | 'named';

/** One figure over the territories, in their order. */
export interface ComparedRow {
	readonly id: string;
	/** Name and unit of an indicator; null for what the page names itself (`id` is then a `CountedRow`). */
	readonly indicator: Pick<Indicator, 'name' | 'unit' | 'dimension'> | null;
	/** Which way is favourable; null where a figure is neither good nor bad. */
	readonly favour: 'higher' | 'lower' | null;
	/** True where the figures are of different years: they stand side by side and are not compared. */
	readonly isMixed: boolean;
	readonly cells: readonly ComparedCell[];
}

/** One value chain over the territories; its scores may be compared, because they are of one chain at one level. */
export interface ComparedSector {
	readonly chain: string;
	readonly name: Text;
	readonly cells: readonly (Pick<ComparedCell, 'verdict' | 'difference'> & { readonly line: SectorLine })[];
}

/** Territories of one level side by side. */
export interface Comparison {
	readonly facts: readonly ComparedRow[];
	readonly needs: readonly ComparedRow[];
	/** What documents count, then figures of potential and access. */
	readonly potentials: readonly ComparedRow[];
	/** Published totals and named cooperatives, then the census proxy. */
	readonly fabric: readonly ComparedRow[];
	/** Chains with a score in at least one of them, the likeliest in the top first. */
	readonly sectors: readonly ComparedSector[];
}

/** The diagnostics of territories of one level side by side, in their order; differences are to the first. */
export function comparisonOf(diagnostics: readonly Diagnostic[]): Comparison {
	const counted = (id: CountedRow, datum: (diagnostic: Diagnostic) => Datum | null): ComparedRow =>
		rowOf(
			{ id, indicator: null, favour: null },
			diagnostics.map((diagnostic) => ({ here: datum(diagnostic), isStale: false }))
		);
	const lines = (of: (diagnostic: Diagnostic) => readonly IndicatorLine[]): ComparedRow[] => indicatorRows(diagnostics.map(of));
	return {
		facts: [
			counted('population', ({ profile }) => profile.population),
			counted('change', ({ profile }) => profile.change),
			counted('households', ({ profile }) => profile.households),
			counted('area', ({ profile }) => profile.areaKm2),
			counted('density', ({ profile }) => profile.density),
			counted('children', ({ profile }) => profile.children),
			...lines(({ profile }) => profile.lines)
		],
		needs: lines(({ needs }) => needs),
		potentials: [counted('documents', ({ potentials }) => potentials.documents), ...lines(({ potentials }) => potentials.lines)],
		fabric: [
			counted('stock', ({ fabric }) => fabric.stock?.count ?? null),
			counted('named', ({ fabric }) => fabric.named),
			...lines(({ fabric }) => fabric.lines)
		],
		sectors: sectorRows(diagnostics)
	};
}

/** A row for every indicator that at least one territory has, in the order in which they first appear. */
function indicatorRows(columns: readonly (readonly IndicatorLine[])[]): ComparedRow[] {
	const first = new Map(columns.flat().map((line) => [line.indicator, line]));
	return [...first].map(([id, line]) => {
		const { name, unit, dimension } = line;
		return rowOf(
			{ id, indicator: { name, unit, dimension }, favour: favourOf(line) },
			columns.map((lines) => lines.find(({ indicator }) => indicator === id) ?? { here: null, isStale: false })
		);
	});
}

function rowOf(
	row: Pick<ComparedRow, 'id' | 'indicator' | 'favour'>,
	figures: readonly { readonly here: Datum | null; readonly isStale: boolean }[]
): ComparedRow {
	const isMixed = new Set(figures.flatMap(({ here }) => (here ? [here.year] : []))).size > 1;
	const verdicts = verdictsOf(
		figures.map(({ here }) => here?.value ?? null),
		isMixed ? null : row.favour
	);
	const first = figures[0]?.here;
	return {
		...row,
		isMixed,
		cells: figures.map(({ here, isStale }, index) => ({
			datum: here,
			isStale,
			verdict: verdicts[index]!,
			difference: index === 0 || !first || !here || here.year !== first.year ? null : here.value - first.value
		}))
	};
}

/** Who is most and who is least favourable; nobody where fewer than two are known, where all are equal or nothing is favourable. */
export function verdictsOf(values: readonly (number | null)[], favour: 'higher' | 'lower' | null): (Verdict | null)[] {
	const known = values.filter((value) => value !== null);
	const [low, high] = [Math.min(...known), Math.max(...known)];
	if (favour === null || known.length < 2 || low === high) return values.map(() => null);
	const [best, worst] = favour === 'higher' ? [high, low] : [low, high];
	return values.map((value) => (value === best ? 'best' : value === worst ? 'worst' : null));
}

function sectorRows(diagnostics: readonly Diagnostic[]): ComparedSector[] {
	const [first] = diagnostics;
	const rows = (first?.sectors ?? []).map(({ chain, name }) => {
		const lines = diagnostics.map(({ sectors }) => sectors.find((line) => line.chain === chain)!);
		const scores = lines.map(({ score }) => score?.value ?? null);
		const verdicts = verdictsOf(scores, 'higher');
		const cells = lines.map((line, index) => {
			const [reference, own] = [scores[0] ?? null, scores[index] ?? null];
			const difference = index === 0 || reference === null || own === null ? null : own - reference;
			return { line, verdict: verdicts[index]!, difference };
		});
		return { chain, name, cells };
	});
	const likeliest = ({ cells }: ComparedSector): number => Math.max(...cells.map(({ line }) => line.top?.value ?? -1));
	return rows.filter(({ cells }) => cells.some(({ line }) => line.score !== null)).sort((a, b) => likeliest(b) - likeliest(a));
}
