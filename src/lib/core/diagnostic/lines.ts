import { lastYear, type Indicator, type IndicatorValue } from '#lib/core/indicator/indicator.ts';
import { quantileOfSorted } from '#lib/core/statistics/quantile.ts';
import { groupCell, levelCell, rankCell } from './cell.ts';
import { computed, type Datum } from './datum.ts';
import type { Comparator } from './diagnostic.ts';
import type { IndicatorLine, Standing } from './line.ts';
import { datumOf, type Figures } from './figures.ts';
import type { DiagnosticRules } from './rules.ts';

/** What lines of indicators are made with. */
export interface LineContext {
	readonly figures: Figures;
	readonly rules: DiagnosticRules;
	readonly releaseYear: number;
	readonly code: string;
	readonly comparator: Comparator;
}

/** The lines of the indicators that `isWanted` and that have a figure here, in the order of the catalogue. */
export const linesWhere = (context: LineContext, isWanted: (indicator: Indicator) => boolean): IndicatorLine[] =>
	context.figures.indicators.filter(isWanted).flatMap((indicator) => lineOf(context, indicator) ?? []);

/** One indicator in the territory and beside it; null where it has no figure here. */
export function lineOf(context: LineContext, indicator: Indicator): IndicatorLine | null {
	const { figures, rules, releaseYear, code } = context;
	const figure = figures.of(indicator.id, code);
	if (!figure) return null;
	const { name, unit, dimension, role, direction, decimals, isCount } = indicator;
	const here = datumOf(indicator, figure);
	const beside = isCount ? null : besideOf(context, indicator);
	const standing = standingOf(context, indicator, figure);
	return {
		...{ indicator: indicator.id, name, unit, dimension, role, direction, decimals, isCount, here, beside, standing },
		reading: readingOf(indicator, here, beside, standing, rules),
		isStale: releaseYear - lastYear(figure.year) > rules.staleYears
	};
}

/** What the comparator has; of a group the median of its figures of one year. */
function besideOf({ figures, comparator }: LineContext, indicator: Indicator): Datum | null {
	if (comparator.code !== null) {
		const figure = figures.of(indicator.id, comparator.code);
		return figure && datumOf(indicator, figure);
	}
	const members = comparator.members.flatMap(({ code }) => figures.of(indicator.id, code) ?? []);
	const years = new Set(members.map(({ year }) => year));
	// A middle of two is none, and figures of several years have no middle.
	if (members.length < 3 || years.size > 1) return null;
	const sorted = members.map(({ value }) => value).sort((a, b) => a - b);
	const cell = groupCell(
		indicator.id,
		members.map(({ territory }) => territory)
	);
	return { ...computed(quantileOfSorted(sorted, 0.5)!, cell, indicator.decimals), unit: indicator.unit, year: members[0]!.year };
}

/** Better or worse as the direction of the indicator has it; a need that is higher is worse. Null without a direction or a figure of the same year. */
function readingOf(
	indicator: Indicator,
	here: Datum,
	beside: Datum | null,
	standing: Standing | null,
	{ alikeShare }: DiagnosticRules
): IndicatorLine['reading'] {
	const favour = favourOf(indicator);
	if (favour === null || beside === null || beside.year !== here.year) return null;
	const range = standing ? standing.highest.value - standing.lowest.value : Math.max(Math.abs(here.value), Math.abs(beside.value));
	if (Math.abs(here.value - beside.value) <= alikeShare * range) return 'alike';
	return here.value > beside.value === (favour === 'higher') ? 'better' : 'worse';
}

/** Which way is favourable for people: a need grows with `direction`, a potential too. Null for what is neither good nor bad. */
export function favourOf({ role, direction, isCount }: Pick<Indicator, 'role' | 'direction' | 'isCount'>): 'higher' | 'lower' | null {
	if (direction === 'neutral' || role === 'context' || isCount) return null;
	if (role === 'need') return direction === 'higher' ? 'lower' : 'higher';
	return direction;
}

/** Where a figure stands among those of the same year; null where too few have one, and for counts, which follow the number of people. */
function standingOf(context: LineContext, indicator: Indicator, figure: IndicatorValue): Standing | null {
	const { figures } = context;
	const peers = peersOf(context, indicator, figure);
	if (!peers) return null;
	const sorted = peers.map(({ value }) => value).sort((a, b) => a - b);
	const key = `${indicator.id}@${figure.year}`;
	const own = (rule: 'lowest' | 'median' | 'highest', value: number): Datum => ({
		...computed(value, levelCell(rule, key, figures.level), indicator.decimals, figure.source),
		unit: indicator.unit,
		year: figure.year
	});
	return {
		...rankOf(context, indicator, figure, peers),
		of: computed(peers.length, levelCell('count', key, figures.level)),
		lowest: own('lowest', sorted[0]!),
		median: own('median', quantileOfSorted(sorted, 0.5)!),
		highest: own('highest', sorted.at(-1)!)
	};
}

/** The figures of the level that may be ranked with `figure`. */
function peersOf({ figures, rules }: LineContext, indicator: Indicator, figure: IndicatorValue): readonly IndicatorValue[] | null {
	const all = figures.column(indicator.id);
	if (indicator.isCount || !all.includes(figure)) return null;
	const peers = all.filter(({ year }) => year === figure.year);
	return peers.length < Math.max(3, rules.leastCoverage * figures.size) ? null : peers;
}

/** Rank and quarter. For a need the first is where it is greatest; elsewhere the first is the most favourable. */
function rankOf(
	{ figures, rules }: LineContext,
	indicator: Indicator,
	figure: IndicatorValue,
	peers: readonly IndicatorValue[]
): Pick<Standing, 'rank' | 'isFirstQuarter' | 'isLastQuarter'> {
	const favour = favourOf(indicator);
	if (favour === null) return { rank: null, isFirstQuarter: false, isLastQuarter: false };
	const isHighFirst = (indicator.role === 'need') !== (favour === 'higher');
	const isBefore = (a: number, b: number): boolean => (isHighFirst ? a > b : a < b);
	const before = peers.filter(({ value }) => isBefore(value, figure.value)).length;
	const last = peers.length - peers.filter(({ value }) => isBefore(figure.value, value)).length;
	const quarter = Math.max(1, Math.round(rules.quarter * peers.length));
	return {
		rank: computed(before + 1, rankCell(`${indicator.id}@${figure.year}`, figures.level, figure.territory)),
		isFirstQuarter: before < quarter && last < peers.length,
		isLastQuarter: last > peers.length - quarter && before > 0
	};
}
