import type { Trigger, TriggerTest } from '#lib/core/project/trigger.ts';
import { meanAround, aroundOf, type Around } from '../near/around.ts';
import { nearestDocumented } from '../near/resource.ts';
import type { Vicinity } from '../near/vicinity.ts';

/** Whether a place has what a model asks for. `unknown`: the data do not say; `on-site`: no data could. */
export type ConditionState = 'met' | 'unmet' | 'unknown' | 'on-site';

/** A trigger of a model, decided for a place. */
export interface Condition {
	readonly trigger: Trigger;
	readonly state: ConditionState;
}

/** Decides the triggers of models for one place. What it looks at has its own reach, so the radius asked for changes nothing (P22). */
export function conditionsAt(vicinity: Vicinity): (trigger: Trigger) => Condition {
	const { facts, sorted, around } = vicinity;
	const reach = aroundOf(facts, around.position, sorted, facts.rules.conditionKm);
	return (trigger) => ({ trigger, state: stateOf(trigger.test, vicinity, reach) });
}

function stateOf(test: TriggerTest, vicinity: Vicinity, reach: Around): ConditionState {
	switch (test.kind) {
		case 'documented':
			return isNear(nearestDocumented(vicinity.facts, vicinity.sorted, test.chain)?.km, test.km);
		case 'town':
			return isNear(vicinity.sorted.find(({ index }) => vicinity.facts.townPeople[index]! >= test.people)?.km, test.km);
		case 'coast':
			return coastState(vicinity, test.km);
		case 'cooperatives':
			return compared(publishedAt(vicinity), test.operator, test.value);
		case 'indicator':
			return compared(indicatorAt(vicinity, reach, test.indicator), test.operator, test.value);
		case 'on-site':
			return 'on-site';
	}
}

const isNear = (km: number | undefined, limit: number): ConditionState => (km !== undefined && km <= limit ? 'met' : 'unmet');

function compared(value: number | null, operator: 'at-least' | 'at-most', limit: number): ConditionState {
	if (value === null) return 'unknown';
	return (operator === 'at-least' ? value >= limit : value <= limit) ? 'met' : 'unmet';
}

/** By the points of coastal communes: where the nearest commune reaches the sea but its point lies farther inland, nobody knows from here. */
function coastState({ facts, sorted }: Vicinity, km: number): ConditionState {
	const isCoastal = ({ index }: { readonly index: number }): boolean => facts.communes.table.territories[index]!.coastal;
	const state = isNear(sorted.find(isCoastal)?.km, km);
	return state === 'unmet' && sorted[0] && isCoastal(sorted[0]) ? 'unknown' : state;
}

function publishedAt({ facts, sorted }: Vicinity): number | null {
	const nearest = sorted[0];
	if (!nearest) return null;
	return facts.published.get(facts.communes.table.territories[nearest.index]!.parent!) ?? null;
}

function indicatorAt({ facts }: Vicinity, reach: Around, indicator: string): number | null {
	const column = facts.communes.table.values[indicator];
	const mean = column ? meanAround(reach, column) : NaN;
	return Number.isNaN(mean) ? null : mean;
}
