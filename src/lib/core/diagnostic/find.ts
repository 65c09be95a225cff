import { scoreCell } from './cell.ts';
import { computed } from './datum.ts';
import type { Diagnostic, SectorLine } from './diagnostic.ts';
import type { IndicatorLine } from './line.ts';
import type { Finding, Findings } from './findings.ts';
import type { DiagnosticInput } from './input.ts';
import type { DiagnosticRules } from './rules.ts';

type Told = Pick<Diagnostic, 'profile' | 'needs' | 'potentials' | 'sectors' | 'zones' | 'projects' | 'multiples' | 'quality'>;

/** Strengths, weaknesses, opportunities and threats by the rules of `docs/method.md`. None of the four is ever empty. */
export function findingsOf(input: DiagnosticInput, told: Told, rules: DiagnosticRules): Findings {
	return {
		strengths: strengthsOf(told, rules),
		weaknesses: weaknessesOf(told, rules),
		opportunities: opportunitiesOf(told, rules),
		threats: threatsOf(input, told, rules)
	};
}

const ranked = ({ needs, potentials }: Told): readonly IndicatorLine[] =>
	[...needs, ...potentials.lines].filter(({ standing }) => standing?.rank);

/** 0 is the most favourable of its level, 1 the least: the first rank of a need is where it is greatest. */
const favourShare = ({ role, standing }: IndicatorLine): number => {
	const share = (standing!.rank!.value - 1) / Math.max(1, standing!.of.value - 1);
	return role === 'need' ? 1 - share : share;
};
const isFavourable = ({ role, standing }: IndicatorLine): boolean => (role === 'need' ? standing!.isLastQuarter : standing!.isFirstQuarter);
const isUnfavourable = ({ role, standing }: IndicatorLine): boolean =>
	role === 'need' ? standing!.isFirstQuarter : standing!.isLastQuarter;

/** Rates of one subject for all, women, men, the countryside … say one thing: the first speaks for the others. */
function onePerSubject(lines: readonly IndicatorLine[]): IndicatorLine[] {
	const told = new Set<string>();
	return lines.filter(({ indicator }) => {
		const subject = subjectOf(indicator);
		return !told.has(subject) && told.add(subject);
	});
}

const subjectOf = (indicator: string): string =>
	indicator.includes('poverty')
		? 'poverty'
		: indicator.replace(/^ene_/, '').replaceAll(/_(women|men|girls|rural|urban|10p|15p|q3)(?=_|$)/g, '');

function strengthsOf(told: Told, { listed }: DiagnosticRules): Finding[] {
	const { potentials, sectors } = told;
	const best = ranked(told).toSorted((a, b) => favourShare(a) - favourShare(b));
	const first = onePerSubject(best.filter(isFavourable)).slice(0, listed);
	const documented = sectors.filter(({ chain }) => potentials.evidence.some(({ chains }) => chains.includes(chain)));
	const found: Finding[] = [
		...(potentials.labels.length > 0
			? [{ rule: 'labels' as const, count: potentials.labels.length, products: potentials.labels.map(({ product }) => product) }]
			: []),
		...(documented.length > 0
			? [{ rule: 'documented' as const, count: documented.length, chains: documented.map(({ chain }) => chain) }]
			: []),
		...first.map((line) => ({ rule: 'indicator-first' as const, line }))
	];
	if (first.length === 0 && best[0]) found.push({ rule: 'indicator-best', line: best[0] });
	return found.length > 0 ? found : [{ rule: 'nothing-stands-out' }];
}

function weaknessesOf(told: Told, { listed }: DiagnosticRules): Finding[] {
	const worst = ranked(told).toSorted((a, b) => favourShare(b) - favourShare(a));
	const last = onePerSubject(worst.filter(isUnfavourable)).slice(0, listed);
	const missing = told.projects.sectors.filter(({ models }) => models.length === 0);
	const found: Finding[] = [
		...last.map((line) => ({ rule: 'indicator-last' as const, line })),
		...(missing.length > 0 ? [{ rule: 'model-missing' as const, chains: missing.map(({ chain }) => chain) }] : [])
	];
	if (last.length === 0 && worst[0]) found.unshift({ rule: 'indicator-weakest', line: worst[0] });
	return found.length > 0 ? found : [{ rule: 'nothing-stands-out' }];
}

function opportunitiesOf({ sectors, zones }: Told, { listed, likely }: DiagnosticRules): Finding[] {
	const scored = sectors.filter(({ score }) => score !== null);
	const said = (rule: 'sector-promising' | 'sector-likely' | 'sector-first', { chain, name, type, top, score }: SectorLine): Finding => ({
		...{ rule, chain, name, type },
		top: top!,
		score: score!
	});
	const promising = scored.filter(({ isPromising }) => isPromising);
	const others = scored.filter(({ isPromising, top }) => !isPromising && top!.value >= likely);
	const found = [
		...promising.slice(0, listed).map((sector) => said('sector-promising', sector)),
		...others.slice(0, Math.max(0, listed - promising.length)).map((sector) => said('sector-likely', sector))
	];
	const inZones = zones.slice(0, 2).map(({ chain, id, people, members }): Finding => ({ rule: 'zone', chain, zone: id, people, members }));
	if (found.length === 0 && scored[0]) found.push(said('sector-first', scored[0]));
	const all = [...found, ...inZones];
	return all.length > 0 ? all : [{ rule: 'nothing-stands-out' }];
}

function threatsOf(input: DiagnosticInput, { profile, sectors, multiples, quality }: Told, rules: DiagnosticRules): Finding[] {
	const first = sectors.filter(({ score }) => score !== null).slice(0, rules.firstSectors);
	const fragile = first.filter(({ robustness }) => robustness === 'fragile').slice(0, 2);
	const gap = widestGap(input, multiples);
	return [
		...(profile.change !== null && profile.change.value < 0 ? [{ rule: 'population-falls' as const, change: profile.change }] : []),
		...fragile.map(({ chain, name, low, high }) => ({ rule: 'sector-fragile' as const, chain, name, low: low!, high: high! })),
		...crowded(input, first, rules),
		...(gap ? [gap] : []),
		...(quality.hasRegister ? [] : [{ rule: 'room-unknown' as const }]),
		{ rule: 'risk-unknown' }
	];
}

/** First sectors that many places of the level have documented too: who sells the same. */
function crowded({ scorer, territory }: DiagnosticInput, first: readonly SectorLine[], { widelyDocumented }: DiagnosticRules): Finding[] {
	const { level } = territory;
	const all = scorer.table.territories.length;
	return first
		.flatMap(({ chain, name }): Finding[] => {
			const count = (scorer.table.evidence[chain] ?? new Float64Array()).reduce(
				(sum, strength) => sum + Number(!Number.isNaN(strength)),
				0
			);
			if (count < widelyDocumented * all) return [];
			const datum = (value: number, column: 'documented' | 'territories') => computed(value, scoreCell(level, chain, '*', column));
			return [{ rule: 'many-documented', chain, name, count: datum(count, 'documented'), of: datum(all, 'territories') }];
		})
		.slice(0, 2);
}

/** The need that differs most between the provinces of a region, measured on the range of all provinces. */
function widestGap({ provinces }: DiagnosticInput, multiples: Diagnostic['multiples']): Finding | null {
	let widest: Finding | null = null;
	let share = 0;
	for (const { indicator, name, places } of multiples) {
		const known = places.flatMap(({ code, name: place, datum }) => (datum ? [{ code, name: place, datum }] : []));
		const [most, least] = [known[0], known.at(-1)];
		const column = Float64Array.from(provinces.table.values[indicator] ?? []).filter((value) => !Number.isNaN(value));
		if (!most || !least || column.length === 0) continue;
		const own = (most.datum.value - least.datum.value) / (Math.max(...column) - Math.min(...column));
		if (own > share) [widest, share] = [{ rule: 'gap-inside', indicator, name, least, most }, own];
	}
	return widest;
}
