import { isAnchored } from './figure.ts';
import type { CriticalFigure, EconomicModel, EvidenceGrade } from './model.ts';
import type { GradeRules } from './rules.ts';

/**
 * Evidence grade of a model from the shares (0–1) of its critical figures and of its annual value that a source carries:
 * the best whose least shares it reaches (A ≥ .75 and ≥ .70, B ≥ .60 and ≥ .45, C ≥ .50 of the critical ones), else D.
 * Grades are never a reason to rank returns.
 */
export function evidenceGrade(criticalAnchored: number, valueAnchored: number, { A, B, C }: GradeRules): EvidenceGrade {
	if (criticalAnchored >= A.critical && valueAnchored >= A.value) return 'A';
	if (criticalAnchored >= B.critical && valueAnchored >= B.value) return 'B';
	return criticalAnchored >= C.critical ? 'C' : 'D';
}

/** Share (0–1) of the critical figures that a source carries; 0 for a model that names none. */
export function criticalShare(critical: readonly CriticalFigure[]): number {
	return critical.length === 0 ? 0 : critical.filter(({ status }) => isAnchored(status)).length / critical.length;
}

/** What the share of the value is computed from. */
export type ModelLines = Pick<EconomicModel, 'capex' | 'revenue' | 'variable' | 'labour' | 'fixed'>;

/**
 * Share (0–1) of a model's annual value that a source carries, 0 for a model without value. The annual value is all that is
 * sold and spent in a full year, the investment spread over its life. A sale counts when its quantity and its price are both
 * anchored.
 */
export function valueShare({ capex, revenue, variable, labour, fixed }: ModelLines): number {
	const lines: (readonly [number, boolean])[] = [
		...revenue.map(
			({ quantity, price }) => [quantity.value * price.value, isAnchored(quantity.status) && isAnchored(price.status)] as const
		),
		...variable.map(({ quantity, cost }) => [quantity * cost.value, isAnchored(cost.status)] as const),
		...[...labour, ...fixed].map(({ cost }) => [cost.value, isAnchored(cost.status)] as const),
		...capex.map(({ quantity, cost, lifeYears }) => [(quantity * cost.value) / lifeYears, isAnchored(cost.status)] as const)
	];
	const total = sum(lines);
	return total === 0 ? 0 : sum(lines.filter(([, anchored]) => anchored)) / total;
}

const sum = (lines: readonly (readonly [number, boolean])[]): number => lines.reduce((total, [value]) => total + value, 0);
