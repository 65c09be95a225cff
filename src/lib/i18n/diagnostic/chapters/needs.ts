import type { IndicatorLine } from '#lib/core/diagnostic/line.ts';
import type { Chapter, MapBlock, Multiples, Said } from '../report.ts';
import type { Teller } from '../teller.ts';
import { dataOf, indicatorTable, isOfPercent, percentBars, rankedPhrase } from './indicators.ts';

/** So many bars fit a page and a slide. */
const BARS = 10;
const NAMED = 3;

/** What people lack, beside the comparator. */
export function needsChapter(teller: Teller, map: MapBlock | null): Chapter {
	const { diagnostic, words } = teller;
	const { t } = words;
	const { needs } = diagnostic;
	const marked = byRank(needs);
	const bars = marked.filter(isOfPercent).slice(0, BARS);
	return {
		id: 'needs',
		title: t('diagnostic.needs', { who: teller.who }),
		sentences: [lead(teller, marked), ...compared(teller)],
		blocks: [
			...(bars.length > 0 ? [percentBars(teller, 'needs-bars', bars, t('diagnostic.needs.bars'))] : []),
			...(map ? [map] : []),
			...multiples(teller),
			indicatorTable(teller, 'needs-table', needs, {
				title: t('diagnostic.needs.table'),
				note: t('diagnostic.needs.note'),
				groupOf: ({ dimension }) => t(`dimension.${dimension}`)
			})
		]
	};
}

/** Ranked needs, the most marked first. */
const byRank = (needs: readonly IndicatorLine[]): IndicatorLine[] =>
	needs
		.filter(({ standing }) => standing?.rank)
		.sort((a, b) => a.standing!.rank!.value / a.standing!.of.value - b.standing!.rank!.value / b.standing!.of.value);

function lead(teller: Teller, marked: readonly IndicatorLine[]): Said {
	const { say, words, place, diagnostic } = teller;
	const first = marked.filter(({ standing }) => standing!.isFirstQuarter);
	const named = (first.length > 0 ? first : marked).slice(0, NAMED);
	if (named.length === 0) return say('diagnostic.needs.unknown', { place });
	const params = {
		place,
		count: first.length,
		of: marked.length,
		level: diagnostic.territory.level,
		list: words.clauses(named.map((line) => rankedPhrase(teller, line)))
	};
	return say(first.length > 0 ? 'diagnostic.needs.lead' : 'diagnostic.needs.lead.none', params, named.flatMap(dataOf));
}

function compared({ diagnostic, say, who, words }: Teller): Said[] {
	const of = (reading: IndicatorLine['reading']): number => diagnostic.needs.filter((line) => line.reading === reading).length;
	const [worse, alike, better] = [of('worse'), of('alike'), of('better')];
	if (worse + alike + better === 0) return [];
	return [
		say('diagnostic.needs.compared', {
			who,
			worse: words.n(worse),
			alike: words.n(alike),
			better: words.n(better),
			count: worse + alike + better
		})
	];
}

/** The provinces of a region side by side. */
function multiples({ diagnostic, words, said, figure, place }: Teller): Multiples[] {
	if (diagnostic.multiples.length === 0) return [];
	const { t } = words;
	return [
		{
			kind: 'multiples',
			id: 'needs-multiples',
			title: t('diagnostic.multiples'),
			unit: '',
			description: t('diagnostic.multiples.described', { place, count: diagnostic.multiples.length }),
			note: t('diagnostic.multiples.note', { place }),
			heading: t('level.province.short'),
			panels: diagnostic.multiples.map(({ indicator, name, unit, places, whole }) => ({
				id: indicator,
				title: words.of(name),
				unit: words.of(unit),
				items: places.map(({ code, name: label, datum }) => ({
					id: code,
					label: words.of(label),
					value: datum?.value ?? null,
					said: datum ? said(words.n(datum.value, datum.decimals), [datum]) : said('–')
				})),
				whole: whole && { label: place, value: whole.value, said: said(figure(whole), [whole]) }
			}))
		}
	];
}
