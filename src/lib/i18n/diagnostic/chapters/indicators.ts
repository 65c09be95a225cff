import type { IndicatorLine } from '#lib/core/diagnostic/line.ts';
import type { BarChart, Row, Table, TableCell } from '../report.ts';
import { marksOfLine, type Teller } from '../teller.ts';

/** A table of indicators beside the comparator, with ranks and positions; `groupOf` gives the sub-heading of a row. */
export function indicatorTable(
	teller: Teller,
	id: string,
	lines: readonly IndicatorLine[],
	{ title, note, groupOf = () => '' }: { readonly title: string; readonly note: string; readonly groupOf?: (line: IndicatorLine) => string }
): Table {
	const { t } = teller.words;
	const hasRanks = lines.some(({ standing }) => standing?.rank);
	return {
		kind: 'table',
		id,
		title,
		note,
		columns: [
			{ label: t('indicator.label'), align: 'start', share: 5 },
			{ label: t('diagnostic.year'), align: 'end', share: 1.3 },
			{ label: teller.place, align: 'end', share: 2.2 },
			{ label: teller.who, align: 'end', share: 2.2 },
			...(hasRanks ? [{ label: t('diagnostic.rank'), align: 'end' as const, share: 1.8 }] : [])
		],
		rows: lines.map((line): Row => {
			const cells = [nameCell(teller, line), teller.text(line.here.year ?? ''), hereCell(teller, line), besideCell(teller, line)];
			return { id: line.indicator, group: groupOf(line), cells: hasRanks ? [...cells, rankCellOf(teller, line)] : cells };
		})
	};
}

function nameCell({ text, words }: Teller, { name, unit, reading }: IndicatorLine): TableCell {
	const said = reading ? words.t(`diagnostic.reading.${reading}`) : '';
	return text(words.of(name), { note: [words.of(unit), said].filter((part) => part !== '').join(' · ') });
}

function hereCell({ cell, words }: Teller, line: IndicatorLine): TableCell {
	const { here, beside, standing } = line;
	const bar = standing && {
		value: here.value,
		reference: beside && beside.year === here.year ? beside.value : null,
		min: Math.min(0, standing.lowest.value),
		max: standing.highest.value
	};
	const shown = isPercent(line) ? words.quantity(here.value, '%', here.decimals) : words.n(here.value, here.decimals);
	return cell(here, { text: shown, marks: marksOfLine(line), bar });
}

function besideCell({ cell, words }: Teller, line: IndicatorLine): TableCell {
	const { here, beside } = line;
	if (!beside) return cell(null);
	const shown = isPercent(line) ? words.quantity(beside.value, '%', beside.decimals) : words.n(beside.value, beside.decimals);
	return cell(beside, { text: shown, note: beside.year !== here.year ? (beside.year ?? '') : '', marks: [] });
}

function rankCellOf({ said, words, plain, text }: Teller, { standing }: IndicatorLine): TableCell {
	if (!standing?.rank) return text('–');
	const rank = words.t('diagnostic.rank.of', { rank: plain(standing.rank), of: plain(standing.of) });
	return text(rank, said(rank, [standing.rank, standing.of]));
}

const isPercent = ({ unit }: IndicatorLine): boolean => unit.fr.startsWith('%');

/** Indicators in per cent beside the comparator, as bars on one scale. */
export function percentBars(teller: Teller, id: string, lines: readonly IndicatorLine[], title: string): BarChart {
	const { words, said, place, who } = teller;
	const { t } = words;
	const percent = (datum: IndicatorLine['beside']) => (datum ? said(words.quantity(datum.value, '%', datum.decimals), [datum]) : said('–'));
	return {
		kind: 'bars',
		id,
		title,
		unit: '%',
		description: t('diagnostic.bars.described', { place, who, count: lines.length }),
		note: '',
		heading: t('indicator.label'),
		// A long bar of electricity is good news, one of illiteracy is not: the name says which.
		categories: lines.map(({ name, direction }) =>
			direction === 'lower' ? t('diagnostic.bars.less', { name: words.of(name) }) : words.of(name)
		),
		series: [
			{ name: place, values: lines.map(({ here }) => here.value), said: lines.map(({ here }) => percent(here)) },
			{ name: who, values: lines.map(({ beside }) => beside?.value ?? null), said: lines.map(({ beside }) => percent(beside)) }
		]
	};
}

/** True for rates in per cent, which share one axis. */
export const isOfPercent = (line: IndicatorLine): boolean => isPercent(line) && !line.isCount;

/** «Illiteracy 38 % (rank 3 of 75)». */
export function rankedPhrase({ words, figure, plain }: Teller, { name, here, standing }: IndicatorLine): string {
	const params = { name: words.of(name), value: figure(here), year: here.year ?? '' };
	if (!standing?.rank) return words.t('diagnostic.phrase', params);
	return words.t('diagnostic.phrase.ranked', { ...params, rank: plain(standing.rank), of: plain(standing.of) });
}

/** The data a ranked phrase rests on. */
export const dataOf = ({ here, standing }: IndicatorLine) => (standing?.rank ? [here, standing.rank, standing.of] : [here]);
