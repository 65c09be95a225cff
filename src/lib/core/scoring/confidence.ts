import type { Method } from './method.ts';
import type { Confidence, Grade } from './outcome.ts';

/** One term of a score as confidence sees it. */
export interface ConfidenceTerm {
	/** Share in the whole score, before renormalisation over what is available. */
	readonly weight: number;
	readonly available: boolean;
	readonly proxy: boolean;
	readonly inherited: boolean;
	/** Reference year; null for evidence, whose rows carry their own dates. */
	readonly year: number | null;
}

/**
 * How far a score may be trusted (method §3): 0.5·coverage + 0.3·0.5^(age/5 y) + 0.2·granularity, each averaged
 * with the weights of the score. A proxy counts 0 in coverage and caps the grade at B; weak evidence caps it at C.
 * `weakEvidence`: the chain's evidence here is only regional, toponym or recalled.
 */
export function confidence(
	terms: readonly ConfidenceTerm[],
	weakEvidence: boolean,
	releaseYear: number,
	rule: Method['confidence']
): Confidence {
	const counted = terms.filter(({ weight }) => weight > 0);
	const present = counted.filter(({ available }) => available);
	const dated = present.filter(({ year }) => year !== null);
	const coverage = share(counted, ({ available, proxy }) => (available && !proxy ? 1 : 0));
	const freshness = share(dated, ({ year }) => 0.5 ** ((releaseYear - year!) / rule.halfLifeYears));
	const granularity = share(present, ({ inherited }) => (inherited ? rule.inheritedGranularity : 1));
	const value = rule.coverage * coverage + rule.age * freshness + rule.granularity * granularity;
	const cap = weakEvidence ? 'weak-evidence' : present.some(({ proxy }) => proxy) ? 'proxy' : null;
	return {
		value,
		grade: cappedGrade(value, cap, rule),
		cap,
		available: present.length,
		total: counted.length,
		oldestYear: dated.length > 0 ? Math.min(...dated.map(({ year }) => year!)) : null,
		inherited: present.filter(({ inherited }) => inherited).length
	};
}

function cappedGrade(value: number, cap: Confidence['cap'], rule: Method['confidence']): Grade {
	if (cap === 'weak-evidence' || value < rule.gradeB) return 'C';
	return cap === 'proxy' || value < rule.gradeA ? 'B' : 'A';
}

function share(terms: readonly ConfidenceTerm[], value: (term: ConfidenceTerm) => number): number {
	const total = terms.reduce((sum, { weight }) => sum + weight, 0);
	return total === 0 ? 0 : terms.reduce((sum, term) => sum + term.weight * value(term), 0) / total;
}
