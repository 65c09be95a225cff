import type { EvidenceQuestion } from '#lib/core/potential/question.ts';
import { STATUSES, type ChainScores, type Status } from '#lib/core/scoring/outcome.ts';
import { quantileBreaks } from '#lib/core/statistics/classify.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { SymbolLayer } from './cooperative-layer.ts';
import { TYPES, type Typology } from '#lib/core/scoring/typology.ts';
import { NO_SYMBOLS, sceneOf } from './legend.ts';
import { lookOfState, TYPE_COLOURS } from './ramps.ts';
import type { LegendRow, Look, RowMeaning, Scene } from './scene.ts';

/** Breaks of everything measured as a share 0–1 (need composite, strength of evidence): fixed, so two maps can be compared. */
export const SHARE_BREAKS = [0.2, 0.4, 0.6, 0.8] as const;

/**
 * The map of one chain. Classes are the fixed score breaks of the method, so a slider moves territories between colours and
 * never the colours themselves. Ineligible, not documented and insufficient each have a row, also when it is empty.
 */
export function sceneOfScores(
	level: Level,
	codes: readonly string[],
	chain: string,
	scores: Pick<ChainScores, 'score' | 'status'>,
	scoreBreaks: readonly number[]
): Scene {
	return sceneOf({
		level,
		codes,
		subject: { kind: 'score', chain },
		ramp: 'score',
		values: scores.score,
		breaks: scoreBreaks,
		states: ['not-documented', 'insufficient', 'ineligible'],
		stateOf: (index) => unscored(STATUSES[scores.status[index]!])
	});
}

/** What every place is for one chain, as advice; the states are those of its score. `types[i]` is null where there is no score. */
export function sceneOfTypes(
	level: Level,
	codes: readonly string[],
	chain: string,
	types: readonly (Typology | null)[],
	{ status }: Pick<ChainScores, 'status'>
): Scene {
	const states = ['not-documented', 'insufficient', 'ineligible'] as const;
	const meanings: readonly RowMeaning[] = [...TYPES.map((type) => ({ kind: 'type' as const, type })), ...states.map((kind) => ({ kind }))];
	const rows = Uint8Array.from(codes, (_, i) => {
		const type = types[i] ?? null;
		return type === null ? TYPES.length + states.indexOf(unscored(STATUSES[status[i]!])) : TYPES.indexOf(type);
	});
	const counts = meanings.map((_, row) => rows.reduce((sum, other) => sum + Number(other === row), 0));
	const legendRows = meanings.map((meaning, i): LegendRow => {
		const look: Look = meaning.kind === 'type' ? { kind: 'color', ...TYPE_COLOURS[meaning.type] } : lookOfState(states[i - TYPES.length]!);
		return { meaning, look, count: counts[i]! };
	});
	return { level, codes, rows, legend: { subject: { kind: 'types', chain }, rows: legendRows, symbols: null }, symbols: NO_SYMBOLS };
}

/** The composite need, 0–1 and NaN where unknown, on the fixed fifths of its scale: the same colours at every level and release. */
export const sceneOfNeed = (level: Level, codes: readonly string[], need: ArrayLike<number>): Scene =>
	sceneOf({
		level,
		codes,
		subject: { kind: 'need', indicator: null },
		ramp: 'need',
		values: need,
		breaks: SHARE_BREAKS,
		states: ['insufficient']
	});

/**
 * One rate in its own unit, NaN where unknown, in five quantile classes of this level. `isReversed` gives the strongest colour to the
 * lowest class: where less means more need, the eye must not be led to those who have.
 */
export const sceneOfValues = (
	level: Level,
	codes: readonly string[],
	indicator: string,
	values: ArrayLike<number>,
	isReversed = false
): Scene =>
	sceneOf({
		level,
		codes,
		subject: { kind: 'need', indicator },
		ramp: 'need',
		isReversed,
		values,
		breaks: quantileBreaks(values, 5),
		states: ['no-data']
	});

/** Strength of what answers `question` in the documents, 0–1 and NaN where nothing is documented, in fixed fifths. */
export const sceneOfPotentials = (level: Level, codes: readonly string[], question: EvidenceQuestion, strength: ArrayLike<number>): Scene =>
	sceneOf({
		level,
		codes,
		subject: { kind: 'potential', ...question },
		ramp: 'potential',
		values: strength,
		breaks: SHARE_BREAKS,
		states: ['not-documented']
	});

/**
 * Cooperatives: a rate (the census proxy) as colours in quantile classes, published counts and named places as symbols on top.
 * A territory whose rate nobody publishes is cross-hatched.
 */
export const sceneOfCooperatives = (
	level: Level,
	codes: readonly string[],
	indicator: string,
	share: ArrayLike<number>,
	{ symbols, legend }: Partial<Pick<SymbolLayer, 'symbols' | 'legend'>> = {}
): Scene =>
	sceneOf({
		level,
		codes,
		subject: { kind: 'cooperatives', indicator },
		ramp: 'cooperatives',
		values: share,
		breaks: quantileBreaks(share, 5),
		states: ['not-published'],
		...(symbols && { symbols }),
		symbolLegend: legend ?? null
	});

function unscored(status: Status | undefined): Exclude<Status, 'scored'> {
	if (status === undefined || status === 'scored') throw new Error('A scored territory must have a score.');
	return status;
}
