import type { Text } from '#lib/core/text/text.ts';
import { PILLARS, PRESETS, type Block, type Method, type PillarWeights, type PotentialMix, type Preset, type Term } from '#lib/core/scoring/method.ts';
import { byKey, rowsOf, type Row } from './rows.ts';

/** Where the numbers of the current method live, under `data`. */
export const METHOD_FOLDER = 'method/1.1.0';
const VERSION = '1.1.0';
const DATE = '2026-11-24';

/** Reads the single numbers of a method folder by name. Throws on one that is missing. */
export function parametersOf(folder: string): (name: string) => number {
	const parameters = byKey(rowsOf(folder, 'parameters.csv'), 'parameter');
	return (name) => {
		const row = parameters.get(name);
		if (!row) throw new Error(`parameters.csv: «${name}» is missing.`);
		return row.number('value');
	};
}

/** The method of a folder such as `data/method/1.1.0`. Throws on a missing number and on shares that do not add to 1. */
export function readMethod(folder: string): Method {
	const number = parametersOf(folder);
	const weights = Map.groupBy(rowsOf(folder, 'weights.csv'), (row) => row.text('group'));
	const group = (name: string): Row[] => weights.get(name) ?? [];
	return {
		version: VERSION,
		date: DATE,
		floor: number('floor'),
		minimumCoverage: number('minimum_coverage'),
		riskStrength: number('risk_strength'),
		presets: Object.fromEntries(PRESETS.map((preset) => [preset, presetOf(group(`preset:${preset}`))])) as Record<Preset, PillarWeights>,
		need: blocksOf(group('need')),
		access: blocksOf(group('access')),
		humanBase: termsOf(group('human-base')),
		potential: mixesOf(rowsOf(folder, 'potential_mix.csv')),
		localMarketNeedShift: number('local_market_need_shift'),
		evidence: strengthsOf(rowsOf(folder, 'evidence_strength.csv')),
		room: { indicator: group('room')[0]!.text('indicator'), lowest: number('room_lowest'), highest: number('room_highest') },
		market: { halfDistanceKm: number('market_half_distance_km'), cutKm: number('market_cut_km') },
		townPopulation: number('town_population'),
		goalpostQuantiles: [number('goalpost_low_quantile'), number('goalpost_high_quantile')],
		scoreBreaks: [1, 2, 3, 4].map((place) => number(`score_break_${place}`)),
		typology: { potential: number('typology_potential'), room: number('typology_room'), need: number('typology_need') },
		uncertainty: {
			draws: number('uncertainty_draws'),
			seed: number('uncertainty_seed'),
			weightFactor: [number('uncertainty_weight_low'), number('uncertainty_weight_high')],
			goalpostQuantile: [number('uncertainty_goalpost_low'), number('uncertainty_goalpost_high')],
			riskStrength: [number('uncertainty_risk_low'), number('uncertainty_risk_high')],
			interval: [number('interval_low'), number('interval_high')],
			robustWidth: number('robust_width'),
			fragileWidth: number('fragile_width'),
			topShare: number('top_share')
		},
		promising: { probability: number('promising_probability'), room: number('promising_room') },
		confidence: {
			coverage: number('confidence_coverage'),
			age: number('confidence_age'),
			granularity: number('confidence_granularity'),
			halfLifeYears: number('confidence_half_life'),
			inheritedGranularity: number('confidence_inherited'),
			gradeA: number('confidence_grade_a'),
			gradeB: number('confidence_grade_b')
		}
	};
}

function presetOf(rows: readonly Row[]): PillarWeights {
	const weights = byKey(rows, 'indicator');
	const entries = PILLARS.map((pillar) => {
		const row = weights.get(pillar);
		if (!row) throw new Error(`weights.csv: a preset has no weight for ${pillar}.`);
		return [pillar, row.number('weight')] as const;
	});
	checkWhole(entries.map(([, weight]) => weight), 'the weights of a preset');
	return Object.fromEntries(entries) as Record<(typeof PILLARS)[number], number>;
}

/** Rows without an indicator open a block; its terms share it in the proportions they state. */
function blocksOf(rows: readonly Row[]): Block[] {
	const blocks = rows
		.filter((row) => row.optional('indicator') === null)
		.map((row) => ({
			id: row.text('block'),
			name: { ar: row.text('name_ar'), fr: row.text('name_fr'), en: row.text('name_en') } satisfies Text,
			weight: row.number('weight'),
			terms: termsOf(rows.filter((term) => term.optional('indicator') !== null && term.text('block') === row.text('block')))
		}));
	checkWhole(blocks.map(({ weight }) => weight), `the blocks of ${rows[0]?.text('group')}`);
	return blocks;
}

function termsOf(rows: readonly Row[]): Term[] {
	const total = rows.reduce((sum, row) => sum + row.number('weight'), 0);
	return rows.map((row) => ({ indicator: row.text('indicator'), weight: row.number('weight') / total, direction: directionOf(row) }));
}

function directionOf(row: Row): Term['direction'] {
	const direction = row.text('direction');
	return direction === 'higher' || direction === 'lower' ? direction : row.fail(`«direction» is neither higher nor lower: ${direction}.`);
}

function mixesOf(rows: readonly Row[]): Record<string, PotentialMix> {
	const mixes = [...Map.groupBy(rows, (row) => row.text('chain'))].map(([chain, parts]) => {
		checkWhole(parts.map((row) => row.number('weight')), `the potential mix of ${chain}`);
		const share = (term: string): number => parts.find((row) => row.text('term') === term)?.number('weight') ?? 0;
		const further = parts.filter((row) => !['evidence', 'human-base', 'market'].includes(row.text('term')));
		const terms = further.map((row) => ({ indicator: row.text('term'), weight: row.number('weight'), direction: directionOf(row) }));
		return [chain, { evidence: share('evidence'), humanBase: share('human-base'), market: share('market'), terms }] as const;
	});
	return Object.fromEntries(mixes);
}

function strengthsOf(rows: readonly Row[]): Method['evidence'] {
	const factor = (name: string): Record<string, number> =>
		Object.fromEntries(rows.filter((row) => row.text('factor') === name).map((row) => [row.text('value'), row.number('strength')]));
	return { kind: factor('kind'), scope: factor('scope'), basis: factor('basis') } as Method['evidence'];
}

function checkWhole(shares: readonly number[], what: string): void {
	const sum = shares.reduce((total, share) => total + share, 0);
	if (Math.abs(sum - 1) > 1e-9) throw new Error(`${what} add to ${sum}, not 1.`);
}
