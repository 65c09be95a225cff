import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { BankRecords } from '#lib/core/release/records.ts';
import type { BankTables, CooperativeRow, EvidenceRow, SourceRow } from './schema.ts';
import { searchText } from './territories.ts';
import { columnsOf } from './texts.ts';

/** Every row of the bank, table by table, in the order the tables are filled. */
export type BankRows = { readonly [Table in Exclude<keyof BankTables, 'release'>]: readonly BankTables[Table][] };

/** The rows that hold `records`; the same records give the same rows in the same order. */
export function rowsOf(records: BankRecords): BankRows {
	return { ...referenceRows(records), ...indicatorRows(records), ...sectorRows(records), ...cooperativeRows(records) };
}

function referenceRows({ sources, territories, localities }: BankRecords): Pick<BankRows, 'source' | 'territory' | 'locality'> {
	const places = Map.groupBy(localities, ({ commune }) => commune);
	return {
		source: sources.map(sourceRow),
		territory: territories.map((territory) => ({
			code: territory.code,
			level: territory.level,
			kind: territory.kind,
			parent: territory.parent,
			...columnsOf('name', territory.name),
			aliases: JSON.stringify(territory.aliases),
			search: searchText(territory, places.get(territory.code)),
			label_lon: territory.label?.[0] ?? null,
			label_lat: territory.label?.[1] ?? null,
			population_legal: territory.populationLegal,
			population_municipal: territory.populationMunicipal,
			households: territory.households,
			area_km2: territory.areaKm2,
			coastal: Number(territory.coastal)
		})),
		locality: localities.map(({ name, ...locality }, position) => ({ ...locality, ...columnsOf('name', name), position }))
	};
}

function indicatorRows({ indicators, values }: BankRecords): Pick<BankRows, 'indicator' | 'indicator_value'> {
	return {
		indicator: indicators.map(({ name, unit, coverage, isCount, ...indicator }, position) => ({
			...indicator,
			...columnsOf('name', name),
			...columnsOf('unit', unit),
			coverage_region: coverage.region,
			coverage_province: coverage.province,
			coverage_commune: coverage.commune,
			is_count: Number(isCount),
			position
		})),
		indicator_value: values.map(({ note, ...value }, position) => ({ ...value, ...columnsOf('note', note), position }))
	};
}

function sectorRows(records: BankRecords): Pick<BankRows, 'branch' | 'chain' | 'model' | 'chain_model' | 'evidence'> {
	return {
		branch: records.branches.map(({ code, name }, position) => ({ code, ...columnsOf('name', name), position })),
		chain: records.chains.map(({ id, branch, type, name }, position) => ({ id, branch, type, ...columnsOf('name', name), position })),
		model: records.models.map(({ id, name, grade }, position) => ({ id, grade, ...columnsOf('name', name), position })),
		chain_model: records.chains.flatMap(({ id, models }) => models.map((model, position) => ({ chain: id, model, position }))),
		evidence: records.evidence.map(evidenceRow)
	};
}

/** The row of one documented potential at a position. */
export const evidenceRow = ({ product, unit, source, ...evidence }: Evidence, position: number): EvidenceRow => ({
	...evidence,
	...columnsOf('product', product),
	...columnsOf('unit', unit),
	source_title: source.title,
	source_url: source.url,
	position
});

/** The row of a source at a position. */
export const sourceRow = ({ credit, ...source }: Source, position: number): SourceRow => ({
	...source,
	...columnsOf('credit', credit),
	position
});

/** The columns of a named cooperative, without its position in the table. */
export const cooperativeColumns = ({
	name,
	activity,
	position: place,
	womenOnly,
	source,
	...cooperative
}: Cooperative): Omit<CooperativeRow, 'position'> => ({
	...cooperative,
	...columnsOf('name', name),
	...columnsOf('activity', activity),
	lon: place?.[0] ?? null,
	lat: place?.[1] ?? null,
	women_only: womenOnly === null ? null : Number(womenOnly),
	source_title: source.title,
	source_url: source.url
});

function cooperativeRows(records: BankRecords): Pick<BankRows, 'cooperative' | 'cooperative_count' | 'project'> {
	return {
		cooperative: records.cooperatives.map((cooperative, position) => ({ ...cooperativeColumns(cooperative), position })),
		cooperative_count: records.cooperativeCounts.map(({ asOf, womenMembers, source, note, ...count }, position) => ({
			...count,
			as_of: asOf,
			women_members: womenMembers,
			source_title: source.title,
			source_url: source.url,
			...columnsOf('note', note),
			position
		})),
		project: records.projects.map(
			({ name, amountMad, indhAmountMad, areaM2, projectsCount, beneficiaries, partners, ...project }, position) => ({
				...project,
				...columnsOf('name', name),
				amount_mad: amountMad,
				indh_amount_mad: indhAmountMad,
				area_m2: areaM2,
				projects_count: projectsCount,
				...columnsOf('beneficiaries', beneficiaries),
				...columnsOf('partners', partners),
				position
			})
		)
	};
}
