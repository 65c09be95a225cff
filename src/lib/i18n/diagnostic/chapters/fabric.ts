import type { CountLine } from '#lib/core/diagnostic/diagnostic.ts';
import { shareCell } from '#lib/core/diagnostic/cell.ts';
import { computed } from '#lib/core/diagnostic/datum.ts';
import { measureText } from '../../measures.ts';
import { dateText } from '../../symbols.ts';
import type { Block, Chapter, LineChart, Row, Said, Table } from '../report.ts';
import type { Teller } from '../teller.ts';
import { indicatorTable } from './indicators.ts';

/** The cooperatives there are, as far as anybody published it. */
export function fabricChapter(teller: Teller): Chapter {
	const { diagnostic, words } = teller;
	const { t } = words;
	const { fabric } = diagnostic;
	const counts = [...(fabric.stock ? [fabric.stock] : []), ...fabric.counts];
	return {
		id: 'fabric',
		title: t('diagnostic.fabric'),
		sentences: [lead(teller), ...proxy(teller), ...national(teller), ...women(teller)],
		blocks: [
			...(counts.length > 0 ? [countTable(teller, counts)] : []),
			...(fabric.lines.length > 0
				? [
						indicatorTable(teller, 'fabric-table', fabric.lines, {
							title: t('diagnostic.fabric.table'),
							note: t('diagnostic.fabric.proxy.note')
						})
					]
				: []),
			...series(teller),
			...examples(teller)
		]
	};
}

function lead({ diagnostic, say, place, plain, words }: Teller): Said {
	const { stock } = diagnostic.fabric;
	if (!stock) return say('diagnostic.fabric.none', { place });
	const date = dateText(words, stock.asOf);
	return say(stock.isOld ? 'diagnostic.fabric.lead.old' : 'diagnostic.fabric.lead', { place, count: plain(stock.count), date }, [
		stock.count
	]);
}

function proxy({ diagnostic, say, figure, who }: Teller): Said[] {
	const line = diagnostic.fabric.lines.find(({ indicator }) => indicator === 'cooperator_share');
	if (!line) return [];
	// Where a register counts cooperatives, the census stands beside it, not in its place.
	const isBeside = diagnostic.release.register !== undefined;
	if (!line.beside)
		return [say(isBeside ? 'diagnostic.fabric.census.alone' : 'diagnostic.fabric.proxy.alone', { value: figure(line.here) }, [line.here])];
	return [
		say(isBeside ? 'diagnostic.fabric.census' : 'diagnostic.fabric.proxy', { value: figure(line.here), beside: figure(line.beside), who }, [
			line.here,
			line.beside
		])
	];
}

function national({ diagnostic, say, plain, words }: Teller): Said[] {
	const { series: points } = diagnostic.fabric;
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last || first === last) return [];
	const date = (asOf: string): string => dateText(words, asOf);
	const params = { from: plain(first.count), since: date(first.asOf), to: plain(last.count), date: date(last.asOf) };
	return [say('diagnostic.fabric.national', params, [first.count, last.count])];
}

/** Women and the young, as the newest national count has them. */
function women({ diagnostic, say, words, plain }: Teller): Said[] {
	const last = diagnostic.fabric.series.findLast(({ members, womenMembers }) => members && womenMembers);
	if (!last?.members || !last.womenMembers) return [];
	const share = computed((100 * last.womenMembers.value) / last.members.value, shareCell(last.womenMembers.cell, last.members.cell), 0);
	const params = { share: words.quantity(share.value, '%'), count: plain(last.womenMembers), date: dateText(words, last.asOf) };
	return [
		say('diagnostic.fabric.women', params, [share, last.womenMembers]),
		...(last.note ? [say('diagnostic.fabric.note', { note: words.of(last.note) }, [last.count])] : [])
	];
}

function countTable({ words, text, cell, branch }: Teller, counts: readonly CountLine[]): Table {
	const { t } = words;
	return {
		kind: 'table',
		id: 'counts-table',
		title: t('diagnostic.fabric.counts'),
		note: t('diagnostic.fabric.counts.note'),
		columns: [
			{ label: t('diagnostic.fabric.what'), align: 'start', share: 3 },
			{ label: t('diagnostic.date'), align: 'start', share: 2 },
			{ label: t('legend.count'), align: 'end', share: 1.2 },
			{ label: t('diagnostic.members'), align: 'end', share: 1.4 },
			{ label: t('figure.source'), align: 'start', share: 3.6 }
		],
		rows: counts.map((count, index): Row => ({
			id: `count-${index}`,
			group: '',
			cells: [
				text(measureText(words, count.measure), { note: branch(count.branch) }),
				text(dateText(words, count.asOf), count.isOld ? { marks: ['stale'] } : {}),
				cell(count.count),
				cell(count.members),
				text(count.source.title, { note: count.note ? words.of(count.note) : '' })
			]
		}))
	};
}

function series({ diagnostic, words, said, plain }: Teller): LineChart[] {
	const points = diagnostic.fabric.series;
	if (points.length < 2) return [];
	const { t } = words;
	return [
		{
			kind: 'line',
			id: 'national-series',
			title: t('diagnostic.fabric.series'),
			unit: t('lens.cooperatives'),
			description: t('diagnostic.fabric.series.described', { count: points.length }),
			note: t('diagnostic.fabric.series.note'),
			heading: t('diagnostic.date'),
			name: t('lens.cooperatives'),
			points: points.map(({ at, asOf, count }) => ({
				...{ at, label: dateText(words, asOf), value: count.value },
				said: said(plain(count), [count])
			}))
		}
	];
}

function examples({ diagnostic, words, say, said }: Teller): Block[] {
	const { named, examples: shown } = diagnostic.fabric;
	if (shown.length === 0) return [];
	const line = ({ name, activity, source }: (typeof shown)[number]): Said =>
		said([words.of(name), ...(activity ? [words.of(activity)] : []), source].join(' · '));
	return [
		{
			kind: 'points',
			title: words.t('diagnostic.fabric.named'),
			points: [say('diagnostic.fabric.named.count', { count: named.value }, [named]), ...shown.map(line)]
		}
	];
}
