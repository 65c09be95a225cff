import type { SectorAnswer } from '../answer.ts';
import type { Pillar } from '#lib/core/scoring/method.ts';
import { changeOf } from '../reason/sector-change.ts';
import { limitsOf, reasonsFor, type SectorContext } from '../reason/sector-reasons.ts';
import type { SectorNear } from './sector.ts';

/** What is said about every sector at the point, in their order. */
export const sectorAnswers = (context: SectorContext, sectors: readonly SectorNear[]): SectorAnswer[] =>
	sectors.map((sector) => sectorAnswer(context, sector));

function sectorAnswer(context: SectorContext, sector: SectorNear): SectorAnswer {
	const { facts } = context.vicinity;
	const { explanation, nearest } = sector;
	const pillars = Object.fromEntries(explanation.pillars.map(({ pillar, value }) => [pillar, value])) as Record<Pillar, number | null>;
	return {
		chain: sector.chain.id,
		status: sector.status,
		gate: sector.gate,
		score: sector.score,
		scoreHalf: sector.scoreHalf,
		scoreDouble: sector.scoreDouble,
		top: sector.top,
		pillars,
		isRoomProxy: explanation.pillars.some(({ pillar, proxy }) => pillar === 'room' && proxy),
		resourceKm: nearest?.km ?? null,
		resourceTerritory: nearest && facts.communes.table.territories[nearest.commune]!.parent,
		confidence: explanation.confidence?.grade ?? 'C',
		models: context.modelsOf(sector.chain.id),
		reasons: reasonsFor(context, sector),
		limits: limitsOf(context, sector),
		change: changeOf(facts, sector)
	};
}
