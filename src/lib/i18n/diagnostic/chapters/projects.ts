import type { ExistingLine } from '#lib/core/diagnostic/diagnostic.ts';
import type { Chapter, Row, Said, Table } from '../report.ts';
import type { Teller } from '../teller.ts';
import { indicatorTable } from './indicators.ts';

/** What leads on: sheets that fit, gaps, projects there are. */
export function projectsChapter(teller: Teller): Chapter {
	const { diagnostic, words } = teller;
	const { t } = words;
	const { sectors, existing, programmes } = diagnostic.projects;
	return {
		id: 'projects',
		title: t('diagnostic.projects'),
		sentences: [lead(teller), ...gaps(teller), existingSaid(teller)],
		blocks: [
			...(sectors.length > 0 ? [sheetTable(teller)] : []),
			...(existing.length > 0 ? [existingTable(teller)] : []),
			...(programmes.length > 0
				? [
						indicatorTable(teller, 'programmes-table', programmes, {
							title: t('diagnostic.programmes'),
							note: t('diagnostic.programmes.note')
						})
					]
				: [])
		]
	};
}

function lead({ diagnostic, say, place, words }: Teller): Said {
	const { sectors } = diagnostic.projects;
	if (sectors.length === 0) return say('diagnostic.projects.none', { place });
	const withModel = sectors.filter(({ models }) => models.length > 0);
	return say('diagnostic.projects.lead', {
		place,
		count: withModel.length,
		of: sectors.length,
		list: words.clauses(sectors.map(({ name }) => words.of(name)))
	});
}

function gaps({ diagnostic, say, words }: Teller): Said[] {
	const missing = diagnostic.projects.sectors.filter(({ models }) => models.length === 0);
	if (missing.length === 0) return [];
	return [say('diagnostic.projects.gaps', { count: missing.length, list: words.clauses(missing.map(({ name }) => words.of(name))) })];
}

function existingSaid({ diagnostic, say, place }: Teller): Said {
	const { existing, programmes } = diagnostic.projects;
	return existing.length + programmes.length > 0
		? say('diagnostic.projects.existing', { place, count: existing.length, programmes: programmes.length })
		: say('diagnostic.projects.existing.none', { place });
}

function sheetTable({ diagnostic, words, text, cell }: Teller): Table {
	const { t } = words;
	const { chains } = { chains: diagnostic.projects.sectors };
	return {
		kind: 'table',
		id: 'sheets-table',
		title: t('diagnostic.projects.sheets'),
		note: t('diagnostic.projects.sheets.note'),
		columns: [
			{ label: t('diagnostic.sheet'), align: 'start', share: 4 },
			{ label: t('diagnostic.grade'), align: 'start', share: 1 },
			{ label: t('diagnostic.investment'), align: 'end', share: 1.8 },
			{ label: t('diagnostic.members'), align: 'end', share: 1.2 }
		],
		rows: chains.flatMap(({ chain, name, models }): Row[] => {
			const group = words.of(name);
			if (models.length === 0) {
				return [{ id: chain, group, cells: [text(t('place.sheets.missing')), text('–'), text('–'), text('–')] }];
			}
			return models.map((model) => ({
				id: `${chain}-${model.id}`,
				group,
				cells: [
					text(words.of(model.name), { link: `/projects/${model.id}?chain=${chain}` }),
					text(model.grade),
					cell(model.investment),
					cell(model.members)
				]
			}));
		})
	};
}

function existingTable(teller: Teller): Table {
	const { diagnostic, words, text, cell, said, plain } = teller;
	const { t } = words;
	const names = new Map([...diagnostic.children, diagnostic.territory].map(({ code, name }) => [code, words.of(name)]));
	const money = ({ amountMad, indhAmountMad }: ExistingLine) => {
		if (!amountMad) return text('–');
		const note = indhAmountMad ? t('diagnostic.projects.indh', { value: plain(indhAmountMad) }) : '';
		return cell(amountMad, { ...said(plain(amountMad), indhAmountMad ? [amountMad, indhAmountMad] : [amountMad]), note });
	};
	return {
		kind: 'table',
		id: 'existing-table',
		title: t('place.projects'),
		note: '',
		columns: [
			{ label: t('diagnostic.project'), align: 'start', share: 4 },
			{ label: t('diagnostic.period'), align: 'end', share: 1.2 },
			{ label: t('diagnostic.projects.number'), align: 'end', share: 1 },
			{ label: t('diagnostic.amount'), align: 'end', share: 1.9 },
			{ label: t('figure.source'), align: 'start', share: 2.8 }
		],
		rows: diagnostic.projects.existing.map((project): Row => {
			const area = project.areaM2 ? t('diagnostic.projects.area', { value: plain(project.areaM2) }) : '';
			const details = [
				names.get(project.territory) ?? '',
				project.commune && project.commune !== names.get(project.territory) ? project.commune : '',
				project.beneficiaries ? words.of(project.beneficiaries) : '',
				area,
				project.partners ? words.of(project.partners) : ''
			];
			const note = details.filter((part) => part !== '').join(' · ');
			return {
				id: project.id,
				group: '',
				cells: [
					text(words.of(project.name), { ...said(words.of(project.name), project.areaM2 ? [project.areaM2] : []), note }),
					text(project.period),
					cell(project.projectsCount),
					money(project),
					text(project.source)
				]
			};
		})
	};
}
