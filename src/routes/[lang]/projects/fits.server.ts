import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Trigger } from '#lib/core/project/trigger.ts';
import { GATES, type Gate } from '#lib/core/scoring/table.ts';
import { levelOfCode } from '#lib/core/territory/territory.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { conditionsOf, isDocumented } from './conditions.server.ts';

/** Why a sheet is left out of the list of a place. */
export type Unfit =
	| { readonly kind: 'ineligible'; readonly gate: Gate }
	| { readonly kind: 'not-documented' }
	| { readonly kind: 'trigger'; readonly trigger: Trigger };

/** What keeps each model from a place, by id; a model that is not in it may be placed there. */
export async function unfitAt(release: OpenedRelease, code: string): Promise<ReadonlyMap<string, Unfit>> {
	const level = levelOfCode(code);
	const [{ models }, { table, chains }, conditions] = await Promise.all([release.projects(), release.scorer(level), conditionsOf(release)]);
	const index = table.territories.findIndex((territory) => territory.code === code);
	const types = new Map(chains.map(({ id, type }) => [id, type]));
	/** Null when the chain may be placed: a local market needs no document. */
	const closed = (chain: string): Unfit | null => {
		const gate = GATES[table.gates[chain]?.[index] ?? 0] ?? 'open';
		if (gate !== 'open') return { kind: 'ineligible', gate };
		return types.get(chain) === 'local-market' || isDocumented(table, chain, index) ? null : { kind: 'not-documented' };
	};
	const unfit = (model: EconomicModel): Unfit | null => {
		const states = model.chains.map(closed);
		const [first] = states;
		if (first && !states.includes(null)) return first;
		const missing = model.triggers.find((trigger) => trigger.isRequired && conditions.stateAt(trigger, code) === 'unmet');
		return missing ? { kind: 'trigger', trigger: missing } : null;
	};
	return new Map(
		models.flatMap((model) => {
			const why = unfit(model);
			return why ? [[model.id, why] as const] : [];
		})
	);
}
