import type { NearFacts } from '#lib/core/recommendation/near/facts.ts';
import { registerOfCommunes, type CountedPoint } from '#lib/core/recommendation/near/register.ts';
import type { PipelineCount } from '../db/living/projects.ts';

/** The last facts made for a release, and the projects they were made with. */
const kept = new WeakMap<NearFacts, { readonly key: string; readonly facts: NearFacts }>();

/**
 * The facts of a release with the projects in progress counted at the point of their commune. The same facts as long as the projects are the
 * same, where no register counts cooperatives, and where there is no project.
 */
export function withReservations(facts: NearFacts, inProgress: readonly PipelineCount[]): NearFacts {
	if (!facts.register || inProgress.length === 0) return facts;
	const key = JSON.stringify(inProgress);
	const known = kept.get(facts);
	if (known?.key === key) return known.facts;
	const register = registerOfCommunes(facts.communes, facts.rules, pointsOf(facts, inProgress));
	const made = { ...facts, register };
	kept.set(facts, { key, facts: made });
	return made;
}

/** A commune that is not in the table, or has no point, has no place here. */
function pointsOf({ communes }: NearFacts, inProgress: readonly PipelineCount[]): CountedPoint[] {
	const labels = new Map(communes.table.territories.map(({ code, label }) => [code, label]));
	return inProgress.flatMap(({ commune, chain, count }) => {
		const position = labels.get(commune);
		return position ? [{ position, chain, count }] : [];
	});
}
