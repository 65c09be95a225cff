import type { Kysely } from 'kysely';

/**
 * The tables of the bank, as Kysely types. Names of columns are those of the SQL. Texts take one column per
 * language, lists are JSON text, booleans are 0 or 1: all of it reads the same on SQLite and on PostgreSQL.
 * `position` keeps the order of the checked fact tables, which is the order a reader sees.
 */
export interface BankTables {
	release: ReleaseRow;
	source: SourceRow;
	territory: TerritoryRow;
	locality: LocalityRow;
	indicator: IndicatorRow;
	indicator_value: IndicatorValueRow;
	branch: BranchRow;
	chain: ChainRow;
	chain_model: { chain: string; model: string; position: number };
	model: { id: string; name_ar: string; name_fr: string; name_en: string; grade: string; position: number };
	evidence: EvidenceRow;
	cooperative: CooperativeRow;
	cooperative_count: CooperativeCountRow;
	project: ProjectRow;
}

/** A connection to the bank, whatever the engine. */
export type Bank = Kysely<BankTables>;

export interface ReleaseRow {
	id: string;
	date: string;
	data: string;
	method: string;
}

export interface SourceRow {
	id: string;
	publisher: string;
	title: string;
	url: string | null;
	licence: string;
	credit_ar: string;
	credit_fr: string;
	credit_en: string;
	position: number;
}

export interface TerritoryRow {
	code: string;
	level: string;
	kind: string;
	parent: string | null;
	name_ar: string;
	name_fr: string;
	name_en: string;
	/** JSON list of spellings. */
	aliases: string;
	/** What a search looks in: see `searchText`. */
	search: string;
	label_lon: number | null;
	label_lat: number | null;
	population_legal: number;
	population_municipal: number | null;
	households: number;
	area_km2: number | null;
	coastal: number;
}

export interface LocalityRow {
	name_ar: string;
	name_fr: string;
	name_en: string;
	commune: string;
	basis: string;
	origin: string;
	position: number;
}

export interface IndicatorRow {
	id: string;
	name_ar: string;
	name_fr: string;
	name_en: string;
	unit_ar: string;
	unit_fr: string;
	unit_en: string;
	dimension: string;
	role: string;
	direction: string;
	decimals: number;
	source: string;
	coverage_region: number;
	coverage_province: number;
	coverage_commune: number;
	year: string;
	is_count: number;
	position: number;
}

/** `territory` is `MA` for the nation, or a group of regions as published: it is no key of `territory`. */
export interface IndicatorValueRow {
	indicator: string;
	territory: string;
	year: string;
	value: number;
	source: string;
	status: string;
	note_ar: string | null;
	note_fr: string | null;
	note_en: string | null;
	position: number;
}

export interface BranchRow {
	code: string;
	name_ar: string;
	name_fr: string;
	name_en: string;
	position: number;
}

export interface ChainRow {
	id: string;
	branch: string;
	type: string;
	name_ar: string;
	name_fr: string;
	name_en: string;
	position: number;
}

/** One row per evidence and chain: one piece of evidence may speak for several chains. */
export interface EvidenceRow {
	position: number;
	id: string;
	territory: string;
	chain: string | null;
	product_ar: string;
	product_fr: string;
	product_en: string;
	kind: string;
	scope: string;
	basis: string;
	value: number | null;
	unit_ar: string | null;
	unit_fr: string | null;
	unit_en: string | null;
	year: string | null;
	source_title: string;
	source_url: string | null;
}

export interface CooperativeRow {
	id: string;
	name_ar: string;
	name_fr: string;
	name_en: string;
	branch: string | null;
	activity_ar: string | null;
	activity_fr: string | null;
	activity_en: string | null;
	commune: string | null;
	province: string | null;
	region: string;
	lon: number | null;
	lat: number | null;
	year: string | null;
	members: number | null;
	women_only: number | null;
	source_title: string;
	source_url: string | null;
	position: number;
}

export interface CooperativeCountRow {
	position: number;
	territory: string;
	branch: string;
	as_of: string | null;
	count: number | null;
	members: number | null;
	women_members: number | null;
	measure: string;
	source_title: string;
	source_url: string | null;
	note_ar: string | null;
	note_fr: string | null;
	note_en: string | null;
}

export interface ProjectRow {
	id: string;
	kind: string;
	name_ar: string;
	name_fr: string;
	name_en: string;
	territory: string;
	commune: string | null;
	amount_mad: number | null;
	projects_count: number | null;
	beneficiaries_ar: string | null;
	beneficiaries_fr: string | null;
	beneficiaries_en: string | null;
	period: string;
	source: string;
	position: number;
	programme: string | null;
	indh_amount_mad: number | null;
	area_m2: number | null;
	partners_ar: string | null;
	partners_fr: string | null;
	partners_en: string | null;
}
