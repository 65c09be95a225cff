import type { Cooperative, CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import { ALL_BRANCHES, newestStocks, STOCK_MEASURES, type Stock } from '#lib/core/cooperative/stock.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Bank, CooperativeCountRow, CooperativeRow } from './schema.ts';
import { textOf, textOrNull } from './texts.ts';

/** West, south, east, north in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** Which cooperatives to list; every filter left out lets all pass. */
export interface CooperativeFilter {
	/** Only located ones inside it, edges included. */
	readonly bbox?: Bbox | undefined;
	readonly branch?: string | undefined;
	/** Only those of one region or province; sources name no commune by code. */
	readonly within?: { readonly level: Level; readonly code: string } | undefined;
}

/** Which published stocks to list; without a branch those of all branches together. */
export interface StockFilter {
	readonly level?: Level | undefined;
	readonly territory?: string | undefined;
	readonly branch?: string | undefined;
}

/** Real, named cooperatives and published counts. */
export interface Cooperatives {
	/** Named cooperatives that pass the filter, in the order of the fact tables. */
	list(filter?: CooperativeFilter): Promise<Cooperative[]>;
	/** Published, dated counts of one territory, in the order of the fact tables; all of them when none is named. */
	counts(territory?: string): Promise<CooperativeCount[]>;
	/** The newest published stock of each territory that has one, by code; delegation areas and regions of old are no territories. */
	stocks(filter?: StockFilter): Promise<Stock[]>;
}

/** The cooperatives of `bank`. */
export function cooperativesOf(bank: Bank): Cooperatives {
	return {
		async list({ bbox, branch, within } = {}) {
			let query = bank.selectFrom('cooperative').selectAll().orderBy('position');
			if (branch !== undefined) query = query.where('branch', '=', branch);
			if (within !== undefined) query = query.where(within.level, '=', within.code);
			if (bbox !== undefined) {
				const [west, south, east, north] = bbox;
				query = query.where('lon', '>=', west).where('lon', '<=', east).where('lat', '>=', south).where('lat', '<=', north);
			}
			return (await query.execute()).map(parseCooperative);
		},
		async counts(territory) {
			let query = bank.selectFrom('cooperative_count').selectAll().orderBy('position');
			if (territory !== undefined) query = query.where('territory', '=', territory);
			return (await query.execute()).map(parseCount);
		},
		async stocks({ level, territory, branch = ALL_BRANCHES } = {}) {
			let query = bank
				.selectFrom('cooperative_count')
				.innerJoin('territory', 'territory.code', 'cooperative_count.territory')
				.selectAll('cooperative_count')
				.where('branch', '=', branch)
				.where('measure', 'in', STOCK_MEASURES)
				.orderBy('territory.code')
				.orderBy('cooperative_count.position');
			if (level !== undefined) query = query.where('territory.level', '=', level);
			if (territory !== undefined) query = query.where('territory.code', '=', territory);
			return newestStocks((await query.execute()).map(parseCount));
		}
	};
}

const parseCooperative = (row: CooperativeRow): Cooperative => ({
	id: row.id,
	name: textOf(row.name_ar, row.name_fr, row.name_en),
	branch: row.branch,
	activity: textOrNull(row.activity_ar, row.activity_fr, row.activity_en),
	commune: row.commune,
	province: row.province,
	region: row.region,
	position: row.lon === null || row.lat === null ? null : [row.lon, row.lat],
	year: row.year,
	members: row.members,
	womenOnly: row.women_only === null ? null : row.women_only === 1,
	source: { title: row.source_title, url: row.source_url }
});

const parseCount = (row: CooperativeCountRow): CooperativeCount => ({
	territory: row.territory,
	branch: row.branch,
	asOf: row.as_of,
	count: row.count,
	members: row.members,
	womenMembers: row.women_members,
	measure: row.measure,
	source: { title: row.source_title, url: row.source_url },
	note: textOrNull(row.note_ar, row.note_fr, row.note_en)
});
