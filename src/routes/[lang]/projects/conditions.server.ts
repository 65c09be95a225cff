import { distanceKm } from '#lib/core/geo/distance.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import type { Trigger, TriggerTest } from '#lib/core/project/trigger.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** Whether a place meets what a sheet asks; `unknown` where no data says. */
export type ConditionState = 'met' | 'unmet' | 'unknown';

/** In how many provinces a condition is met, and of how many that is known; null for what no data decides. */
export interface ConditionCount {
	readonly met: number;
	readonly known: number;
	readonly all: number;
}

/**
 * The conditions of project sheets, decided for whole territories: what a province documents counts for its communes. Around a point
 * «near me» decides them to the kilometre.
 */
export interface Conditions {
	stateAt(trigger: Trigger, code: string): ConditionState;
	count(trigger: Trigger): ConditionCount | null;
}

interface Town {
	readonly position: Position | null;
	readonly people: number;
	readonly province: string | null;
}

interface Facts {
	readonly tables: readonly LevelTable[];
	readonly towns: readonly Town[];
	/** Published number of cooperatives, by territory. */
	readonly cooperatives: ReadonlyMap<string, number>;
}

const opened = new WeakMap<OpenedRelease, Promise<Conditions>>();

/** The conditions of a release, read once. */
export function conditionsOf(release: OpenedRelease): Promise<Conditions> {
	let conditions = opened.get(release);
	if (!conditions) opened.set(release, (conditions = read(release)));
	return conditions;
}

async function read(release: OpenedRelease): Promise<Conditions> {
	const [provinces, communes, stocks] = await Promise.all([
		release.scorer('province'),
		release.scorer('commune'),
		release.bank.cooperatives.stocks({ level: 'province' })
	]);
	const urban = communes.table.territories.filter(({ kind }) => kind === 'urban-commune');
	const facts: Facts = {
		tables: [provinces.table, communes.table],
		towns: urban.map(({ label, populationMunicipal, parent }) => ({ position: label, people: populationMunicipal ?? 0, province: parent })),
		cooperatives: new Map(stocks.flatMap(({ territory, count }) => (count === null ? [] : [[territory, count] as const])))
	};
	const stateAt = ({ test }: Trigger, code: string): ConditionState => {
		for (const table of facts.tables) {
			const index = table.territories.findIndex((territory) => territory.code === code);
			if (index >= 0) return stateIn(facts, table, index, test);
		}
		return 'unknown';
	};
	const codes = provinces.table.territories.map(({ code }) => code);
	return {
		stateAt,
		count(trigger) {
			if (trigger.test.kind === 'on-site') return null;
			const states = codes.map((code) => stateAt(trigger, code));
			const count = (state: ConditionState): number => states.filter((one) => one === state).length;
			return { met: count('met'), known: codes.length - count('unknown'), all: codes.length };
		}
	};
}

const stateOf = (isMet: boolean): ConditionState => (isMet ? 'met' : 'unmet');

function stateIn(facts: Facts, table: LevelTable, index: number, test: TriggerTest): ConditionState {
	const territory = table.territories[index]!;
	switch (test.kind) {
		case 'documented':
			return stateOf(isDocumented(table, test.chain, index));
		case 'indicator':
			return compared(table.values[test.indicator]?.[index] ?? NaN, test);
		case 'town':
			return stateOf(facts.towns.some((town) => town.people >= test.people && isWithin(territory, town, test.km)));
		case 'cooperatives':
			return compared(facts.cooperatives.get(territory.code) ?? NaN, test);
		case 'coast':
			return stateOf(territory.coastal);
		case 'on-site':
			return 'unknown';
	}
}

function compared(
	value: number,
	{ operator, value: line }: { readonly operator: 'at-least' | 'at-most'; readonly value: number }
): ConditionState {
	if (Number.isNaN(value)) return 'unknown';
	return stateOf(operator === 'at-least' ? value >= line : value <= line);
}

/** A town counts for its own province, and for what lies within reach of it. */
const isWithin = ({ code, label }: Territory, town: Town, km: number): boolean =>
	town.province === code || (label !== null && town.position !== null && distanceKm(label, town.position) <= km);

/** True where a chain is documented and may be placed. */
export const isDocumented = ({ evidence, gates }: LevelTable, chain: string, index: number): boolean =>
	(gates[chain]?.[index] ?? 0) === 0 && !Number.isNaN(evidence[chain]?.[index] ?? NaN);
