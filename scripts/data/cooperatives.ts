import type { Cooperative, CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import type { ExistingProject } from '#lib/core/release/records.ts';
import type { Branch } from '#lib/core/sector/chain.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { byKey, rowsOf, type Row } from './rows.ts';
import { FOLDERS } from './sources.ts';
import type { Texts } from './texts.ts';

/** The named cooperatives: illustrative points, never a measure of saturation. */
export function readCooperatives(root: string, branches: readonly Branch[], texts: Texts): Cooperative[] {
	const arabic = byKey(rowsOf(root, `${FOLDERS.cooperatives}/coop_names_ar.csv`), 'name');
	const codes = new Set(branches.map(({ code }) => code));
	return rowsOf(root, `${FOLDERS.cooperatives}/coop_named.csv`).map((row, index) => {
		const name = row.text('name');
		const branch = row.optional('sector');
		if (branch !== null && !codes.has(branch)) row.fail(`«sector» is no branch: ${branch}.`);
		const longitude = row.optionalNumber('lon');
		const latitude = row.optionalNumber('lat');
		return {
			id: `C${String(index + 1).padStart(3, '0')}`,
			name: { ar: arabic.get(name)?.optional('name_ar') ?? row.optional('name_ar') ?? name, fr: name, en: name },
			branch,
			activity: texts.activity(row, row.optional('activity')),
			commune: row.optional('commune'),
			province: row.optional('province_code'),
			region: row.text('region_code'),
			position: longitude === null || latitude === null ? null : [longitude, latitude],
			year: row.optional('year'),
			members: row.optionalNumber('members'),
			womenOnly: row.optional('women_only') === null ? null : row.text('women_only') === '1',
			source: { title: row.text('source_title'), url: row.optional('source_url') }
		};
	});
}

/** Types of farm cooperatives that one source names in its own words, and the branch each belongs to. */
const SUB_BRANCHES: Readonly<Record<string, string>> = {
	'agriculture/reforme agraire': 'agri_reforme_agraire',
	'agriculture/laitieres': 'agri_laitiere',
	'agriculture/viticoles': 'agri_viticole',
	'agriculture/ovins': 'agri_elevage',
	'agriculture/caprins': 'agri_elevage',
	'agriculture/engraissement': 'agri_elevage',
	'agriculture/apicoles': 'agri_apicole',
	'agriculture/cunicoles': 'agri_cunicole',
	'agriculture/avicoles': 'agri_avicole',
	'agriculture/maraicheres': 'agri_maraichere',
	'agriculture/approvisionnement': 'agri_approvisionnement'
};

/** Types that fit no branch: 8 and 2 cooperatives of one campaign. */
const WITHOUT_BRANCH = new Set(['agriculture/multifonctionnelles', 'agriculture/figuier']);

/** The published counts. Rows of the former regions (`OLD16:`) are left out: their borders are not those of today. */
export function readCounts(root: string, territories: readonly Territory[], branches: readonly Branch[], texts: Texts): CooperativeCount[] {
	const codes = new Set(['MA', ...territories.map(({ code }) => code)]);
	const branchCodes = new Set(['all', ...branches.map(({ code }) => code)]);
	return rowsOf(root, `${FOLDERS.cooperatives}/coop_counts.csv`)
		.filter((row) => !row.text('territory_code').startsWith('OLD16:') && !WITHOUT_BRANCH.has(row.text('sector')))
		.map((row) => {
			const territory = row.text('territory_code');
			for (const code of territory.split('+')) if (!codes.has(code)) row.fail(`«territory_code» is no territory: ${code}.`);
			const branch = SUB_BRANCHES[row.text('sector')] ?? row.text('sector');
			if (!branchCodes.has(branch)) row.fail(`«sector» is no branch: ${branch}.`);
			return {
				territory,
				branch,
				asOf: dateOf(row),
				count: row.optionalNumber('count'),
				members: row.optionalNumber('members'),
				womenMembers: row.optionalNumber('women_members'),
				measure: row.text('measure'),
				// How a page was reached is no part of its title.
				source: { title: row.text('source_title').replace(' (site, copie GitHub)', ''), url: row.optional('source_url') },
				note: texts.note(row, row.optional('note'))
			};
		});
}

/** The date a count is of, as a code without words; null when the source gives none. */
function dateOf(row: Row): string | null {
	const words = row.text('as_of');
	if (/undated|published|page says/.test(words)) return null;
	const campaign = /^campaign (\d{2})(\d{2})-(\d{2})$/.exec(words);
	if (campaign) return `${campaign[1]}${campaign[2]}/${campaign[1]}${campaign[3]}`;
	const date = /\d{4}(-\d{2}(-\d{2})?| H\d)?/.exec(words);
	return date ? date[0] : row.fail(`«as_of» has no date: ${words}.`);
}

/** Projects and programme totals named in public sources. */
export function readProjects(root: string, territories: readonly Territory[]): ExistingProject[] {
	const codes = new Set(territories.map(({ code }) => code));
	const texts = byKey(rowsOf(root, 'facts/furas/texts/2026/project_texts.csv'), 'id');
	return rowsOf(root, `${FOLDERS.projects}/existing_projects.csv`).map((row) => {
		const id = row.text('id');
		const text = texts.get(id) ?? row.fail(`project ${id} has no texts.`);
		const territory = row.text('territory_code');
		if (!codes.has(territory)) row.fail(`«territory_code» is no territory: ${territory}.`);
		return {
			id,
			kind: row.text('kind'),
			name: { ar: row.text('name_ar'), fr: row.text('name_fr'), en: text.text('name_en') },
			programme: row.optional('programme'),
			territory,
			commune: row.optional('commune'),
			amountMad: row.optionalNumber('amount_mad'),
			indhAmountMad: row.optionalNumber('indh_amount_mad'),
			areaM2: row.optionalNumber('area_m2'),
			projectsCount: row.optionalNumber('projects_count'),
			beneficiaries: saidOf(row, text, 'beneficiaries'),
			period: row.text('period'),
			partners: saidOf(row, text, 'partners'),
			source: row.text('source')
		};
	});
}

/** What a column says, in the three languages of `texts`; null where it says nothing. Throws when a language is missing. */
const saidOf = (row: Row, texts: Row, column: string): Text | null =>
	row.optional(column) === null
		? null
		: { ar: texts.text(`${column}_ar`), fr: texts.text(`${column}_fr`), en: texts.text(`${column}_en`) };
