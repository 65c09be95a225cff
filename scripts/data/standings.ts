import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiagnosticRules } from '#lib/core/diagnostic/rules.ts';
import { standingsOf } from '#lib/core/diagnostic/standings.ts';
import type { Geography } from '#lib/core/geo/geography.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { parametersOf } from './method.ts';

interface Parts {
	readonly tables: Readonly<Record<Level, LevelTable>>;
	readonly method: Method;
	readonly chains: readonly Chain[];
	readonly geography: Geography;
	/** Year of the release. */
	readonly year: number;
}

/** Writes `standings.json`, what diagnostics need and what takes seconds to draw, into `folder`. */
export function writeStandings(folder: string, methodFolder: string, { tables, method, chains, geography, year }: Parts): void {
	const scorer = (level: 'region' | 'province') => createScorer(method, tables[level], chains, year);
	const standings = standingsOf(scorer('region'), scorer('province'), geography.adjacency.province, readDiagnosticRules(methodFolder));
	writeFileSync(join(folder, 'standings.json'), JSON.stringify(standings));
}

/** The numbers of the rules of a diagnostic. Throws on one that is missing. */
export function readDiagnosticRules(methodFolder: string): DiagnosticRules {
	const number = parametersOf(methodFolder);
	return {
		quarter: number('diagnostic_quarter'),
		alikeShare: number('diagnostic_alike_share'),
		alikeProvinces: number('diagnostic_alike_provinces'),
		alikeRegions: number('diagnostic_alike_regions'),
		staleYears: number('diagnostic_stale_years'),
		leastCoverage: number('diagnostic_least_coverage'),
		likely: number('diagnostic_likely'),
		widelyDocumented: number('diagnostic_widely_documented'),
		listed: number('diagnostic_listed'),
		firstSectors: number('diagnostic_first_sectors'),
		traits: number('diagnostic_traits'),
		traitGap: number('diagnostic_trait_gap')
	};
}
