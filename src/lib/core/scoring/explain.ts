import type { Chain } from '#lib/core/sector/chain.ts';
import { presenceAt, type Presence } from '#lib/core/saturation/presence.ts';
import { activeShares, type PillarValues } from './aggregate.ts';
import { confidence, type ConfidenceTerm } from './confidence.ts';
import { contributions, type ComparedPillar, type Contributions } from './contributions.ts';
import { PILLARS, type Aggregator, type Block, type Pillar, type PillarWeights } from './method.ts';
import { EVIDENCE, REGISTER, type LevelModel, type PotentialModel, type RoomColumn } from './model.ts';
import { STATUSES, type ChainScores, type Explanation, type PillarDetail, type SentenceItem, type TermDetail } from './outcome.ts';
import { effectiveShares, type Columns, type PillarColumn } from './pillar.ts';
import { evidenceReference, roomReference, type Reference } from './reference.ts';
import { EVIDENCE_QUALITY, GATES, valueAt } from './table.ts';
import { chainShares } from './weights.ts';

/** What `explain` needs; the scorer fills it. */
export interface ExplainRequest {
	readonly model: LevelModel;
	readonly chain: Chain;
	readonly potential: PotentialModel;
	readonly room: RoomColumn;
	readonly reference: Reference;
	/** Potential and room of the chain at the level that is compared with: as a rule the same. */
	readonly typical: { readonly potential: PotentialModel; readonly room: RoomColumn };
	readonly index: number;
	readonly releaseYear: number;
	readonly weights: PillarWeights;
	readonly aggregator: Aggregator;
	readonly scores: ChainScores;
}

/** How many clauses a sentence takes at most. */
const CLAUSES = 3;

/** The terms that `score` sums for one place, beside the frozen median profile reduced to what this place has. */
export function explain(request: ExplainRequest): Explanation {
	const { model, chain, index, scores } = request;
	const weights = chainShares(request.weights, request, model.method.localMarketNeedShift);
	const drafts = PILLARS.map((pillar) => draft(request, pillar));
	const status = STATUSES[scores.status[index]!]!;
	const values = Object.fromEntries(drafts.map(({ pillar, value }) => [pillar, value])) as PillarValues;
	const active = activeShares(values, weights) ?? new Map<Pillar, number>();
	const split = status === 'scored' ? splitOf(request, drafts, active) : null;
	const pillars = drafts.map((part) => finished(part, active.get(part.pillar) ?? 0, split));
	const gate = model.table.gates[chain.id]?.[index] ?? 0;
	return {
		territory: model.table.territories[index]!.code,
		chain: chain.id,
		status,
		gate: gate === 0 ? null : GATES[gate]!,
		missingPillars: PILLARS.filter((pillar) => weights[pillar] > 0 && values[pillar] === null),
		score: valueAt(scores.score, index),
		rank: scores.rank[index]! || null,
		ranked: scores.order.length,
		reference: split?.reference ?? null,
		pillars,
		confidence: status === 'scored' ? confidenceOf(request, drafts, weights) : null,
		why: clauses(pillars, 1),
		held: clauses(pillars, -1)
	};
}

/** A pillar before it is known what it contributes. */
interface Draft {
	readonly pillar: Pillar;
	readonly value: number | null;
	/** Mean before floor and coverage rule; what the terms add up to. */
	readonly raw: number | null;
	readonly reference: number | null;
	readonly coverage: number;
	readonly proxy: boolean;
	readonly presence?: Presence;
	/** Terms with their share of the full pillar (`nominal`), for confidence. */
	readonly terms: readonly (Omit<TermDetail, 'contribution'> & { readonly nominal: number })[];
}

function draft(request: ExplainRequest, pillar: Pillar): Draft {
	const { model, potential } = request;
	switch (pillar) {
		case 'need':
			return pillarDraft(request, { pillar, blocks: model.method.need, columns: model.columns, column: model.need });
		case 'potential':
			return pillarDraft(request, { pillar, ...potential });
		case 'access':
			return pillarDraft(request, { pillar, blocks: model.method.access, columns: model.columns, column: model.access });
		case 'room':
			return roomDraft(request);
	}
}

interface PillarParts {
	readonly pillar: Pillar;
	readonly blocks: readonly Block[];
	readonly columns: Columns;
	readonly column: PillarColumn;
}

function pillarDraft({ model, typical, reference, index }: ExplainRequest, { pillar, blocks, columns, column }: PillarParts): Draft {
	const shares = effectiveShares(blocks, columns, model.table.territories.length);
	const total = blocks.reduce((sum, block) => sum + block.weight, 0);
	const terms = blocks.flatMap((block) => {
		const inBlock = block.terms.reduce((sum, term) => sum + term.weight, 0);
		return block.terms.map(({ indicator, weight }) => ({
			...termOf(model, columns, indicator, index),
			reference: indicator === EVIDENCE ? evidenceReference(typical.potential) : reference(indicator),
			weight: shares.get(indicator)?.[index] ?? 0,
			nominal: (block.weight / total) * (weight / inBlock)
		}));
	});
	const raw = valueAt(column.value, index);
	const covered = column.coverage[index]! + 1e-12 >= model.method.minimumCoverage;
	const known = terms.filter(({ weight }) => weight > 0);
	return {
		pillar,
		value: covered ? raw : null,
		raw,
		reference: known.length > 0 ? known.reduce((sum, { weight, reference }) => sum + weight * (reference ?? 0), 0) : null,
		coverage: column.coverage[index]!,
		proxy: false,
		terms
	};
}

function termOf(model: LevelModel, columns: Columns, id: string, index: number): Omit<TermDetail, 'contribution' | 'reference' | 'weight'> {
	const { table } = model;
	const normalised = valueAt(columns[id], index);
	return {
		id,
		raw: id === EVIDENCE ? normalised : valueAt(table.values[id], index),
		normalised,
		year: id === EVIDENCE ? null : (table.years[id] ?? null),
		inherited: id === EVIDENCE ? table.level === 'commune' : table.inherited.has(id),
		proxy: false
	};
}

function roomDraft(request: ExplainRequest): Draft {
	const { model, room, typical, reference, index } = request;
	const value = valueAt(room.column, index);
	const usual = roomReference(typical.room, reference);
	const own = room.isProxy ? termOf(model, {}, model.method.room.indicator, index) : countedTerm(request);
	const register = room.isProxy ? undefined : model.table.register?.[request.chain.id];
	return {
		pillar: 'room',
		value,
		raw: value,
		reference: usual,
		coverage: value === null ? 0 : 1,
		proxy: room.isProxy,
		...(register ? { presence: presenceAt(register, index) } : {}),
		terms: [{ ...own, normalised: value, proxy: room.isProxy, reference: usual, weight: value === null ? 0 : 1, nominal: 1 }]
	};
}

/** The cooperatives of a register as the one term of room: counted in the place itself, even in a commune. */
function countedTerm({ model: { table }, chain, index }: ExplainRequest): ReturnType<typeof termOf> {
	const raw = valueAt(table.roomCounts?.[chain.id] ?? table.register?.[chain.id]?.counts, index);
	return { id: REGISTER, raw, normalised: null, year: table.years[REGISTER] ?? null, inherited: false, proxy: false };
}

function splitOf({ model, aggregator }: ExplainRequest, drafts: readonly Draft[], active: ReadonlyMap<Pillar, number>): Contributions {
	const compared: ComparedPillar[] = drafts
		.filter(({ pillar }) => active.has(pillar))
		.map(({ pillar, value, reference }) => ({ pillar, weight: active.get(pillar)!, value: value!, reference: reference ?? value! }));
	const { floor, riskStrength } = model.method;
	return contributions(compared, { value: null, reference: null }, { aggregator, floor, riskStrength });
}

function finished({ terms, raw, ...pillar }: Draft, weight: number, split: Contributions | null): PillarDetail {
	const contribution = split?.pillars.get(pillar.pillar) ?? null;
	const gap = (raw ?? 0) - (pillar.reference ?? 0);
	// Terms add up to the raw gap; where the floor holds the pillar up, they are scaled to what the pillar really moved.
	const perUnit = contribution === null ? 0 : Math.abs(gap) > 1e-12 ? contribution / gap : (split!.slope.get(pillar.pillar) ?? 0);
	return {
		...pillar,
		weight,
		contribution,
		terms: terms.map(({ nominal: _nominal, ...term }) => ({
			...term,
			contribution: contribution === null || term.weight === 0 ? null : perUnit * term.weight * (term.normalised! - (term.reference ?? 0))
		}))
	};
}

function confidenceOf(
	{ model, chain, releaseYear, index }: ExplainRequest,
	drafts: readonly Draft[],
	weights: PillarWeights
): Explanation['confidence'] {
	const terms: ConfidenceTerm[] = drafts.flatMap(({ pillar, terms: parts, proxy }) =>
		parts.map(({ id, nominal, normalised, inherited, year }) => ({
			weight: weights[pillar] * nominal,
			available: id === EVIDENCE ? !Number.isNaN(model.table.evidence[chain.id]?.[index] ?? NaN) : normalised !== null,
			proxy,
			inherited,
			year
		}))
	);
	const quality = EVIDENCE_QUALITY[model.table.evidenceQuality[chain.id]?.[index] ?? 0];
	return confidence(terms, quality === 'weak', releaseYear, model.method.confidence);
}

/** The largest terms that move the score up (`sign` 1) or down (−1), largest first. */
function clauses(pillars: readonly PillarDetail[], sign: 1 | -1): SentenceItem[] {
	return pillars
		.flatMap(({ pillar, terms }) =>
			terms.flatMap(({ id, raw, year, contribution }) =>
				contribution !== null && contribution * sign > 1e-9 ? [{ pillar, id, raw, year, contribution }] : []
			)
		)
		.sort((a, b) => sign * (b.contribution - a.contribution) || (a.id < b.id ? -1 : 1))
		.slice(0, CLAUSES);
}
