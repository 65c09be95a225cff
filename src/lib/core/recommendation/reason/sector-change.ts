import { composite, type PillarValues } from '#lib/core/scoring/aggregate.ts';
import { EVIDENCE } from '#lib/core/scoring/model.ts';
import type { Pillar } from '#lib/core/scoring/method.ts';
import { room } from '#lib/core/scoring/room.ts';
import { chainShares } from '#lib/core/scoring/weights.ts';
import type { Reason } from '../answer.ts';
import type { NearFacts } from '../near/facts.ts';
import type { SectorNear } from '../near/sector.ts';
import { reason } from './reason.ts';
import { citation, scoreSources } from './sector-reasons.ts';

/**
 * What would change the answer on a sector most: its resource documented at this very place, or its potential or access at the median of the
 * communes, whichever brings more; else the register, which would tell the room. Null where a gate is closed or nothing would.
 */
export function changeOf(facts: NearFacts, sector: SectorNear): Reason | null {
	if (sector.status === 'not-documented')
		return reason('change-source', { ids: { chain: sector.chain.id }, sources: [facts.evidenceSource] });
	if (sector.score === null) return null;
	const own = sector.score;
	const candidates = [documentChange(facts, sector), ...pillarChanges(facts, sector)].filter((change) => change !== null);
	const [best] = candidates.toSorted((a, b) => b.numbers['score']! - a.numbers['score']!);
	return best && best.numbers['score']! - own >= facts.rules.saying.worthPoints ? best : registerChange(facts, sector);
}

/** The score when some pillars are other than they are: the same formula. */
function scoreWith(
	{ communes, weights }: NearFacts,
	{ chain, explanation }: SectorNear,
	changed: Partial<Record<Pillar, number>>
): number | null {
	const isProxy = changed.room === undefined && explanation.pillars.some(({ pillar, proxy }) => pillar === 'room' && proxy);
	const { method } = communes;
	const values = Object.fromEntries(explanation.pillars.map(({ pillar, value }) => [pillar, value])) as PillarValues;
	const rule = { aggregator: 'geometric', floor: method.floor, riskStrength: method.riskStrength } as const;
	return composite({ ...values, ...changed }, null, chainShares(weights, { chain, room: { isProxy } }, method.localMarketNeedShift), rule);
}

function documentChange(facts: NearFacts, sector: SectorNear): Reason | null {
	const { resource, explanation } = sector;
	const potential = explanation.pillars.find(({ pillar }) => pillar === 'potential')!;
	const evidence = potential.terms.find(({ id }) => id === EVIDENCE);
	if (!resource || !evidence || potential.value === null) return null;
	const gained = evidence.weight * (resource.strengthThere - resource.strength);
	const score = scoreWith(facts, sector, { potential: potential.value + gained });
	return score === null
		? null
		: reason('change-document', { numbers: { score }, ids: { chain: sector.chain.id }, sources: [facts.evidenceSource] });
}

function pillarChanges(facts: NearFacts, sector: SectorNear): (Reason | null)[] {
	return sector.explanation.pillars.map((detail) => {
		const { pillar, value, reference, proxy } = detail;
		// Need is nothing to wish for, and a proxy nothing one could act upon.
		if (pillar === 'need' || value === null || reference === null || proxy || reference <= value) return null;
		const score = scoreWith(facts, sector, { [pillar]: reference });
		return score === null ? null : reason('change-pillar', { numbers: { score }, ids: { pillar }, sources: scoreSources(facts, [detail]) });
	});
}

function registerChange(facts: NearFacts, sector: SectorNear): Reason | null {
	const { presence } = facts.rules.saying;
	const known = sector.explanation.pillars.find(({ pillar }) => pillar === 'room');
	if (known && !known.proxy) return null; // what a register counted, and what even it cannot tell, it does not tell anew
	const scoreLow = scoreWith(facts, sector, { room: room(presence.high) });
	const scoreHigh = scoreWith(facts, sector, { room: room(presence.low) });
	if (scoreLow === null || scoreHigh === null) return null;
	return reason('change-register', { numbers: { scoreLow, scoreHigh }, sources: [citation(facts, facts.communes.method.room.indicator)] });
}
