import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { CaseIssue, CaseValues, Parameter } from './case.ts';
import { rangesOf } from './parameters.ts';

/** A case that may be evaluated, or every reason why not. */
export type CheckedCase = { readonly ok: true; readonly value: CaseValues } | { readonly ok: false; readonly issues: readonly CaseIssue[] };

/** The end of a range survives being written in a link with nine decimals. */
const TOLERANCE = 1e-8;

function problemOf(value: unknown, range: Pick<Parameter, 'low' | 'high'> | undefined): CaseIssue['problem'] | null {
	if (range === undefined) return 'unknown-parameter';
	if (typeof value !== 'number' || !Number.isFinite(value)) return 'not-a-number';
	const slack = TOLERANCE * Math.max(1, Math.abs(value));
	return value < range.low - slack || value > range.high + slack ? 'out-of-range' : null;
}

/** Whether the numbers of a case may be used: each names a parameter of this model and lies in its range. An empty case is good. */
export function checkCase(model: EconomicModel, values: Readonly<Record<string, unknown>>, shared: SharedFigures): CheckedCase {
	const ranges = rangesOf(model, shared);
	const good: Record<string, number> = {};
	const issues: CaseIssue[] = [];
	for (const [id, value] of Object.entries(values)) {
		const range = ranges.get(id);
		const problem = problemOf(value, range);
		if (problem !== null) issues.push({ parameter: id, problem, low: range?.low ?? null, high: range?.high ?? null });
		else if (typeof value === 'number') good[id] = value;
	}
	return issues.length > 0 ? { ok: false, issues } : { ok: true, value: good };
}
