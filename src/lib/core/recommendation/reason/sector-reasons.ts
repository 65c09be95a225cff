import { EVIDENCE, REGISTER } from '#lib/core/scoring/model.ts';
import type { Pillar } from '#lib/core/scoring/method.ts';
import type { PillarDetail, SentenceItem } from '#lib/core/scoring/outcome.ts';
import { EVIDENCE_QUALITY } from '#lib/core/scoring/table.ts';
import type { Reason } from '../answer.ts';
import type { SectorNear } from '../near/sector.ts';
import type { NearFacts } from '../near/facts.ts';
import type { Vicinity } from '../near/vicinity.ts';
import { firstOf, reason, unique, type Citation } from './reason.ts';

/** What is known of the holder and of the models when a sector is spoken about. */
export interface SectorContext {
	readonly vicinity: Vicinity;
	/** Share 0–1 of the figures that are those of a province. */
	readonly inheritedShare: number;
	/** Branches the holder likes. */
	readonly branches: readonly string[];
	/** Ids of the economic models of a chain. */
	modelsOf(chain: string): readonly string[];
}

/** Three reasons for a scored sector; none for the others. */
export function reasonsFor(context: SectorContext, sector: SectorNear): readonly Reason[] {
	if (sector.score === null) return [];
	const [first, ...more] = termReasons(context, sector, 'up');
	return firstOf(context.vicinity.facts.rules.reasons, [
		likedReason(context, sector),
		documentedReason(context.vicinity.facts, sector),
		topReason(context, sector),
		first ?? null,
		modelsReason(context, sector),
		...more,
		pillarReason(context, sector, 'strong'),
		peopleReason(context)
	]);
}

/** One to three points to strengthen of a scored sector; of another one, why it has no score. */
export function limitsOf(context: SectorContext, sector: SectorNear): readonly Reason[] {
	if (sector.score === null) return [unscoredReason(context, sector)];
	const [first, ...more] = termReasons(context, sector, 'down');
	return firstOf(context.vicinity.facts.rules.limits, [
		evidenceLimit(context, sector),
		farReason(context.vicinity.facts, sector),
		context.modelsOf(sector.chain.id).length === 0 ? reason('model-missing', { ids: { chain: sector.chain.id } }) : null,
		radiusReason(context, sector),
		first ?? null,
		roomReason(context, sector),
		...more,
		inheritedReason(context),
		pillarReason(context, sector, 'weak')
	]);
}

const likedReason = ({ branches }: SectorContext, { chain }: SectorNear): Reason | null =>
	branches.includes(chain.branch) ? reason('liked', { ids: { branch: chain.branch } }) : null;

/** Where the resource is documented: here, or so far away; null where it is not, or only weakly. */
export function documentedReason({ communes, rules, evidenceSource }: NearFacts, { chain, resource, nearest }: SectorNear): Reason | null {
	if (!resource || isWeak(resource.quality)) return null;
	const { territories } = communes.table;
	const territory = territories[resource.commune]!.parent!;
	const ids = { chain: chain.id, territory };
	if (nearest?.commune === resource.commune && isWithinKm(resource.km, rules.saying.hereKm))
		return reason('documented-here', { ids, sources: [evidenceSource] });
	return isWithinKm(resource.km, communes.method.market.halfDistanceKm)
		? reason('documented', { ids, numbers: { km: resource.km }, sources: [evidenceSource] })
		: null;
}

const isWithinKm = (km: number, limit: number): boolean => km <= limit;
const isWeak = (quality: number): boolean => EVIDENCE_QUALITY[quality] === 'weak';

/** Said when it is likelier than not. */
function topReason({ vicinity: { facts } }: SectorContext, { top, explanation }: SectorNear): Reason | null {
	if (top < facts.communes.method.promising.probability) return null;
	return reason('top', { numbers: { share: top }, sources: scoreSources(facts, explanation.pillars) });
}

function modelsReason({ modelsOf }: SectorContext, { chain }: SectorNear): Reason | null {
	const models = modelsOf(chain.id);
	return models.length > 0 ? reason('models', { numbers: { count: models.length } }) : null;
}

const peopleReason = ({ vicinity: { facts, around } }: SectorContext): Reason =>
	reason('people', { numbers: { people: around.people, km: around.radiusKm }, sources: [citation(facts, 'unemployment_rate')] });

/**
 * The terms that move the score most, one reason per pillar: first what one can act upon, then the need, last what only a proxy says.
 * Evidence is spoken about by what documents it.
 */
function termReasons({ vicinity: { facts } }: SectorContext, { explanation }: SectorNear, way: 'up' | 'down'): Reason[] {
	const items: readonly SentenceItem[] = way === 'up' ? explanation.why : explanation.held;
	const isProxy = (pillar: Pillar): boolean => explanation.pillars.some((detail) => detail.pillar === pillar && detail.proxy);
	const turn = (pillar: Pillar): number => (isProxy(pillar) ? 2 : pillar === 'need' && way === 'down' ? 1 : 0);
	return items
		.filter(({ id, raw }) => id !== EVIDENCE && raw !== null)
		.toSorted((a, b) => turn(a.pillar) - turn(b.pillar))
		.map(({ pillar, id, raw, year }) =>
			reason(`${pillar}-${way}`, {
				ids: { pillar, indicator: id },
				numbers: { value: raw!, ...(year === null ? {} : { year }) },
				sources: [citation(facts, id)]
			})
		);
}

function pillarReason({ vicinity: { facts } }: SectorContext, { explanation }: SectorNear, way: 'strong' | 'weak'): Reason {
	const known = explanation.pillars.filter(({ value, weight }) => value !== null && weight > 0);
	const [pillar] = known.toSorted((a, b) => (way === 'strong' ? b.value! - a.value! : a.value! - b.value!));
	return reason(`pillar-${way}`, {
		ids: { pillar: pillar!.pillar },
		numbers: { value: pillar!.value! },
		sources: scoreSources(facts, [pillar!])
	});
}

/** What is thin about the evidence; null where it is the place's own, or not asked for. */
export function evidenceLimit({ vicinity: { facts } }: Pick<SectorContext, 'vicinity'>, { chain, resource }: SectorNear): Reason | null {
	if (!resource) return chain.type === 'local-market' ? reason('evidence-none', { ids: { chain: chain.id } }) : null;
	if (!isWeak(resource.quality)) return null;
	const territory = facts.communes.table.territories[resource.commune]!.parent!;
	return reason('evidence-weak', { ids: { territory }, sources: [facts.evidenceSource] });
}

/** Said when what documents the chain lies farther away than half counts. */
export function farReason({ communes, evidenceSource }: NearFacts, { resource }: SectorNear): Reason | null {
	if (!resource || isWithinKm(resource.km, communes.method.market.halfDistanceKm)) return null;
	const territory = communes.table.territories[resource.commune]!.parent!;
	return reason('far', { ids: { territory }, numbers: { km: resource.km }, sources: [evidenceSource] });
}

function radiusReason({ vicinity: { facts, around } }: SectorContext, { scoreHalf, scoreDouble, explanation }: SectorNear): Reason | null {
	if (scoreHalf === null || scoreDouble === null) return null;
	if (Math.abs(scoreHalf - scoreDouble) < facts.rules.saying.movedPoints) return null;
	return reason('radius-moves', {
		numbers: { scoreHalf, scoreDouble, kmHalf: around.radiusKm / 2, kmDouble: around.radiusKm * 2 },
		sources: scoreSources(facts, explanation.pillars)
	});
}

function inheritedReason({ vicinity: { facts }, inheritedShare }: SectorContext): Reason | null {
	if (inheritedShare === 0) return null;
	const sources = unique([...facts.communes.table.inherited].map((indicator) => citation(facts, indicator)));
	return reason('inherited', { numbers: { share: inheritedShare }, sources });
}

function roomReason({ vicinity: { facts } }: SectorContext, { explanation }: SectorNear): Reason | null {
	const room = explanation.pillars.find(({ pillar }) => pillar === 'room');
	if (!room || (!room.proxy && room.value !== null)) return null;
	if (!room.proxy) return reason('room-too-few', { sources: [citation(facts, REGISTER)] });
	return reason('room-unknown', { sources: [citation(facts, facts.communes.method.room.indicator)] });
}

/** Why a sector has no score: what stands in the way, and where the nearest documented place is. */
export function unscoredReason(
	{ vicinity: { facts } }: Pick<SectorContext, 'vicinity'>,
	{ chain, status, gate, nearest }: SectorNear
): Reason {
	const ids = { chain: chain.id };
	if (status === 'ineligible') return reason('ineligible', { ids: { ...ids, gate: gate ?? 'out-of-scope' } });
	if (status === 'insufficient') return reason('insufficient', { ids });
	if (!nearest) return reason('not-documented', { ids, sources: [facts.evidenceSource] });
	const territory = facts.communes.table.territories[nearest.commune]!.parent!;
	return reason('documented-elsewhere', { ids: { ...ids, territory }, numbers: { km: nearest.km }, sources: [facts.evidenceSource] });
}

/** Source and year of an indicator. */
export function citation({ communes, sourceOf }: NearFacts, indicator: string): Citation {
	const year = communes.table.years[indicator];
	return { id: sourceOf(indicator), year: year === undefined ? null : String(year) };
}

/** Every source the pillars rest on. */
export const scoreSources = (facts: NearFacts, pillars: readonly PillarDetail[]): Citation[] =>
	unique(
		pillars
			.filter(({ weight }) => weight > 0)
			.flatMap(({ terms }) =>
				terms
					.filter(({ weight, raw }) => weight > 0 && raw !== null)
					.map(({ id }) => (id === EVIDENCE ? facts.evidenceSource : citation(facts, id)))
			)
	);
