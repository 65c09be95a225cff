import type { Geography } from '#lib/core/geo/geography.ts';
import { GATES, type Gate } from '#lib/core/scoring/table.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { rowsOf } from './rows.ts';

/** Where a chain may not be placed at one level: gate per territory, `open` where it may. */
export type GateOf = (chain: string, territory: Territory) => Gate;

/** What the gates are decided from. */
export interface GateFacts {
	readonly territories: readonly Territory[];
	readonly geography: Geography;
	/** Chains that may only be placed in listed provinces, with those provinces. */
	readonly listed: ReadonlyMap<string, ReadonlySet<string>>;
	/** Provinces with documented aquaculture. */
	readonly aquaculture: ReadonlySet<string>;
	/** Communes that count as a town, by code. */
	readonly towns: ReadonlySet<string>;
	/** Straight-line km to the nearest town per commune; missing without a point. */
	readonly townKm: ReadonlyMap<string, number>;
	/** No town within this distance closes the waste chain for a commune. */
	readonly townReachKm: number;
}

/** Palaces and their precincts: enclaves without territory of their own for a project (method §4). */
const OUT_OF_SCOPE = new Set(['04.421.01.07', '06.141.01.81']);

const LISTED_GATES: Readonly<Record<string, Gate>> = { 'licit-cannabis': 'not-licensed-area', argan: 'outside-argan-area' };

/** The provinces `gates.csv` opens for the chains it restricts. */
export function readListedChains(methodFolder: string): Map<string, Set<string>> {
	const listed = new Map<string, Set<string>>();
	for (const row of rowsOf(methodFolder, 'gates.csv')) {
		const chain = row.text('chain');
		if (!(chain in LISTED_GATES) || row.text('state') !== 'eligible') continue;
		listed.set(chain, (listed.get(chain) ?? new Set()).add(row.text('province_code')));
	}
	return listed;
}

/** The gates of all levels. A region is open where one of its provinces is. */
export function gatesOf(facts: GateFacts): GateOf {
	const byCode = new Map(facts.territories.map((territory) => [territory.code, territory]));
	const children = Map.groupBy(facts.territories, ({ parent }) => parent ?? '');
	const gate: GateOf = (chain, territory) => {
		if (OUT_OF_SCOPE.has(territory.code)) return 'out-of-scope';
		if (territory.level === 'region') return firstOpen((children.get(territory.code) ?? []).map((province) => gate(chain, province)));
		const province = territory.level === 'province' ? territory : byCode.get(territory.parent!)!;
		return gateHere(facts, chain, territory, province, children.get(province.code) ?? []);
	};
	return gate;
}

/** The index of a gate in GATES, as tables store it. */
export const gateIndex = (gate: Gate): number => GATES.indexOf(gate);

const firstOpen = (gates: readonly Gate[]): Gate => (gates.includes('open') ? 'open' : gates[0]!);

function gateHere(facts: GateFacts, chain: string, territory: Territory, province: Territory, communes: readonly Territory[]): Gate {
	const listed = facts.listed.get(chain);
	if (listed) return listed.has(province.code) ? 'open' : LISTED_GATES[chain]!;
	if (chain === 'fishing') return isCoastal(facts, territory, province) ? 'open' : 'no-coast';
	if (chain === 'aquaculture') return isAquacultureOpen(facts, territory, province) ? 'open' : 'no-inland-evidence';
	if (chain === 'waste') return hasTown(facts, territory, communes) ? 'open' : 'no-town';
	return 'open';
}

/** A commune without a cell (Sidi Mohamed Benmansour) is judged by its province: unknown is not «no coast». */
function isCoastal({ geography }: GateFacts, territory: Territory, province: Territory): boolean {
	return geography.territories[territory.code]?.coastal ?? geography.territories[province.code]?.coastal ?? false;
}

/** Fish farming needs the sea, or documented farming inland; evidence of a coastal province says nothing for its inland communes. */
function isAquacultureOpen(facts: GateFacts, territory: Territory, province: Territory): boolean {
	if (isCoastal(facts, territory, province)) return true;
	return facts.aquaculture.has(province.code) && !isCoastal(facts, province, province);
}

function hasTown({ towns, townKm, townReachKm }: GateFacts, territory: Territory, communes: readonly Territory[]): boolean {
	if (territory.level === 'province') return communes.some(({ code }) => towns.has(code));
	// No point, no distance: unknown is not «no town».
	return (townKm.get(territory.code) ?? 0) <= townReachKm;
}
