import type { EvidenceLine } from '#lib/core/diagnostic/diagnostic.ts';
import type { Chapter, Row, Said, Table } from '../report.ts';
import type { Teller } from '../teller.ts';
import { dataOf, indicatorTable, rankedPhrase } from './indicators.ts';

/** What the place has, as documents and figures say it. */
export function potentialsChapter(teller: Teller): Chapter {
	const { diagnostic, words } = teller;
	const { t } = words;
	const { evidence, lines } = diagnostic.potentials;
	return {
		id: 'potentials',
		title: t('diagnostic.potentials'),
		sentences: [lead(teller), ...labels(teller), ...figuresSaid(teller)],
		blocks: [
			...(evidence.length > 0 ? [evidenceTable(teller)] : [{ kind: 'notice' as const, text: t('panel.evidence.none') }]),
			indicatorTable(teller, 'potentials-table', lines, { title: t('diagnostic.potentials.table'), note: t('diagnostic.potentials.note') })
		]
	};
}

function lead({ diagnostic, say, place, some, chain }: Teller): Said {
	const { evidence, documents } = diagnostic.potentials;
	const chains = [...new Set(evidence.flatMap(({ chains: spoken }) => spoken))];
	if (evidence.length === 0) return say('diagnostic.potentials.none', { place });
	const params = { place, count: documents.value, speaks: chains.length > 0 ? 'yes' : 'no', list: some(chains.map(chain)) };
	return say('diagnostic.potentials.lead', params, [documents]);
}

function labels({ diagnostic, say, words, some }: Teller): Said[] {
	const { labels: all } = diagnostic.potentials;
	if (all.length === 0) return [];
	return [say('diagnostic.potentials.labels', { count: all.length, list: some(all.map(({ product }) => words.of(product))) })];
}

function figuresSaid(teller: Teller): Said[] {
	const { diagnostic, say, words } = teller;
	const first = diagnostic.potentials.lines.filter(({ standing }) => standing?.isFirstQuarter).slice(0, 3);
	if (first.length === 0) return [say('diagnostic.potentials.figures.none')];
	return [
		say('diagnostic.potentials.figures', { list: words.clauses(first.map((line) => rankedPhrase(teller, line))) }, first.flatMap(dataOf))
	];
}

function evidenceTable(teller: Teller): Table {
	const { diagnostic, words, text, cell, figure, chain } = teller;
	const { t } = words;
	const names = new Map([...diagnostic.children, diagnostic.territory].map(({ code, name }) => [code, words.of(name)]));
	const isRegion = diagnostic.territory.level === 'region';
	const row = (line: EvidenceLine, index: number): Row => ({
		id: `${line.id}-${index}`,
		group: '',
		cells: [
			text(words.of(line.product), { note: t(`evidence.kind.${line.kind}`) }),
			text(line.chains.length > 0 ? words.clauses(line.chains.map(chain)) : t('diagnostic.evidence.context')),
			...(isRegion ? [text(names.get(line.territory) ?? line.territory)] : []),
			line.value ? cell(line.value, { text: figure(line.value), note: line.year ?? '' }) : text('–'),
			text(line.source.title, { note: [t(`evidence.scope.${line.scope}`), t(`evidence.basis.${line.basis}`)].join(' · ') })
		]
	});
	return {
		kind: 'table',
		id: 'evidence-table',
		title: t('panel.evidence'),
		note: t('diagnostic.evidence.note'),
		columns: [
			{ label: t('evidence.product'), align: 'start', share: 3 },
			{ label: t('chain.label'), align: 'start', share: 2.4 },
			...(isRegion ? [{ label: t('list.place'), align: 'start' as const, share: 1.8 }] : []),
			{ label: t('list.value'), align: 'start', share: 2 },
			{ label: t('figure.source'), align: 'start', share: 3.6 }
		],
		rows: diagnostic.potentials.evidence.map(row)
	};
}
