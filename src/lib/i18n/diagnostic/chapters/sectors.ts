import { STATUSES } from '#lib/core/scoring/outcome.ts';
import type { SectorLine } from '#lib/core/diagnostic/diagnostic.ts';
import type { Chapter, MapBlock, RangeChart, Row, Said, Table } from '../report.ts';
import type { Teller } from '../teller.ts';

/** So many intervals fit a page and a slide. */
const RANGES = 12;

/** What each value chain is here, as advice, and how sure its rank is. */
export function sectorsChapter(teller: Teller, map: MapBlock | null): Chapter {
	const { diagnostic, words } = teller;
	const scored = diagnostic.sectors.filter(({ score }) => score !== null);
	return {
		id: 'sectors',
		title: words.t('diagnostic.sectors'),
		sentences: [lead(teller, scored), ...promising(teller, scored), unscored(teller)],
		blocks: [
			...(scored.length > 0 ? [ranges(teller, scored.slice(0, RANGES)), scoredTable(teller, scored)] : []),
			...(map ? [map] : []),
			unscoredTable(teller)
		]
	};
}

function lead({ diagnostic, say, place, words }: Teller, scored: readonly SectorLine[]): Said {
	const { sectors } = diagnostic;
	if (scored.length === 0) return say('diagnostic.sectors.none', { place });
	const first = scored.slice(0, 3);
	const data = first.flatMap(({ top }) => (top ? [top] : []));
	return say(
		'diagnostic.sectors.lead',
		{ place, count: scored.length, of: sectors.length, list: words.clauses(first.map(({ name }) => words.of(name))) },
		data
	);
}

function promising({ say, words }: Teller, scored: readonly SectorLine[]): Said[] {
	const found = scored.filter(({ isPromising }) => isPromising);
	if (found.length === 0) return [say('diagnostic.sectors.promising.none')];
	const data = found.flatMap(({ top }) => (top ? [top] : []));
	return [say('diagnostic.sectors.promising', { count: found.length, list: words.clauses(found.map(({ name }) => words.of(name))) }, data)];
}

function unscored({ diagnostic, say, words }: Teller): Said {
	const { statuses } = diagnostic.quality;
	return say('diagnostic.sectors.unscored', {
		undocumented: words.n(statuses['not-documented']),
		ineligible: words.n(statuses.ineligible),
		insufficient: words.n(statuses.insufficient)
	});
}

const rankText = ({ words, plain }: Teller, { rank, ranked }: SectorLine): string =>
	words.t('diagnostic.rank.of', { rank: plain(rank!), of: plain(ranked) });

const intervalText = ({ words, plain }: Teller, { low, high }: SectorLine): string =>
	low && high ? words.t('diagnostic.interval', { low: plain(low), high: plain(high) }) : '';

function ranges(teller: Teller, scored: readonly SectorLine[]): RangeChart {
	const { words, said } = teller;
	const { t } = words;
	const shown = scored.filter(({ rank, low, high }) => rank && low && high);
	const of = Math.max(...shown.map(({ ranked }) => ranked.value), 1);
	return {
		kind: 'ranges',
		id: 'sectors-ranges',
		title: t('diagnostic.sectors.ranges'),
		unit: t('list.rank'),
		description: t('diagnostic.sectors.ranges.described', { count: shown.length }),
		note: t('diagnostic.sectors.ranges.note'),
		heading: t('chain.label'),
		of,
		ends: [words.n(1), t('diagnostic.rank.last')],
		items: shown.map((line) => ({
			id: line.chain,
			label: words.of(line.name),
			low: onScale(of, line.ranked.value, line.low!.value),
			nominal: onScale(of, line.ranked.value, line.rank!.value),
			high: onScale(of, line.ranked.value, line.high!.value),
			said: said([rankText(teller, line), intervalText(teller, line)].join(' '), [line.rank!, line.ranked, line.low!, line.high!]),
			type: line.type,
			typeName: line.type ? t(`type.${line.type}`) : ''
		}))
	};
}

/** Where a rank among `ranked` stands on an axis of `of` ranks: second of five is no better than nineteenth of seventy-five. */
const onScale = (of: number, ranked: number, rank: number): number =>
	Math.round(100 * (1 + ((rank - 1) * (of - 1)) / Math.max(1, ranked - 1))) / 100;

function scoredTable(teller: Teller, scored: readonly SectorLine[]): Table {
	const { words, text, cell, said } = teller;
	const { t } = words;
	const top = ({ top: share }: SectorLine) => {
		if (!share) return text('–');
		const shown = words.quantity(Math.round(100 * share.value), '%');
		return text(shown, said(shown, [share]));
	};
	return {
		kind: 'table',
		id: 'sectors-table',
		title: t('diagnostic.sectors.table'),
		note: t('diagnostic.sectors.note'),
		columns: [
			{ label: t('chain.label'), align: 'start', share: 3 },
			{ label: t('list.score'), align: 'end', share: 1 },
			{ label: t('list.rank'), align: 'end', share: 1.7 },
			{ label: t('diagnostic.top'), align: 'end', share: 1.5 },
			{ label: t('diagnostic.type'), align: 'start', share: 2.4 },
			{ label: t('diagnostic.confidence'), align: 'start', share: 1.6 }
		],
		rows: scored.map((line): Row => {
			const rank = rankText(teller, line);
			const interval = intervalText(teller, line);
			const sure = line.robustness ? t(`certainty.${line.robustness}`) : '';
			return {
				id: line.chain,
				group: '',
				cells: [
					text(words.of(line.name), {
						note: line.isPromising ? t('diagnostic.promising') : '',
						link: `/territory/${teller.diagnostic.territory.code}?chain=${line.chain}`
					}),
					cell(line.score),
					text(rank, { ...said(rank, [line.rank!, line.ranked, ...(line.low && line.high ? [line.low, line.high] : [])]), note: interval }),
					top(line),
					text(line.type ? t(`type.${line.type}`) : '–', { note: sure }),
					text(line.confidence ?? '–', { note: line.models.length > 0 ? '' : t('place.sheets.missing') })
				]
			};
		})
	};
}

/** The chains without a score by what keeps them from one: unknown, impossible and low never look alike. */
function unscoredTable({ diagnostic, words, text }: Teller): Table {
	const { t } = words;
	const states = STATUSES.filter((status) => status !== 'scored');
	const rows = states.flatMap((status): Row[] => {
		const chains = diagnostic.sectors.filter((line) => line.status === status);
		if (chains.length === 0) return [];
		return [
			{
				id: status,
				group: '',
				cells: [text(t(`status.${status}`)), text(words.n(chains.length)), text(words.clauses(chains.map(({ name }) => words.of(name))))]
			}
		];
	});
	return {
		kind: 'table',
		id: 'unscored-table',
		title: t('diagnostic.sectors.unscored.table'),
		note: t('diagnostic.sectors.unscored.note'),
		columns: [
			{ label: t('list.status'), align: 'start', share: 2 },
			{ label: t('legend.count'), align: 'end', share: 0.8 },
			{ label: t('chain.label'), align: 'start', share: 6 }
		],
		rows
	};
}
