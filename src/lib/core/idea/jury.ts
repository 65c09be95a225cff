/** What jurors score. The texts of a criterion are messages `rubric.<id>.…`; a new rubric gets a new version, and scores keep theirs. */
export const RUBRIC = {
	version: '2026-11',
	/** Points of each criterion, 0 to this. */
	most: 25,
	criteria: ['social', 'economic', 'innovation', 'territorial']
} as const;
export type Criterion = (typeof RUBRIC.criteria)[number];

/** Whole points by criterion. */
export type Scores = Readonly<Record<Criterion, number>>;

/** Two jurors first; totals further apart than this, of 100, call a third. */
export const JURY = { first: 2, disagreement: 30 } as const;

/** The points of a form, or the criteria that lack a whole number from 0 to 25. */
export function readScores(
	typed: Readonly<Partial<Record<Criterion, string>>>
): { readonly ok: true; readonly value: Scores } | { readonly ok: false; readonly issues: readonly Criterion[] } {
	const points = RUBRIC.criteria.map((criterion) => [criterion, (typed[criterion] ?? '').trim()] as const);
	const issues = points.filter(([, text]) => !/^\d{1,2}$/.test(text) || Number(text) > RUBRIC.most).map(([criterion]) => criterion);
	if (issues.length > 0) return { ok: false, issues };
	return { ok: true, value: Object.fromEntries(points.map(([criterion, text]) => [criterion, Number(text)])) as unknown as Scores };
}

/** Total of a juror, 0–100. */
export const totalOf = (scores: Scores): number => RUBRIC.criteria.reduce((sum, criterion) => sum + scores[criterion], 0);

/** Whether two totals are so far apart that a third juror is called. */
export const disagree = (totals: readonly number[]): boolean =>
	totals.length === JURY.first && Math.max(...totals) - Math.min(...totals) > JURY.disagreement;

/** What the jury has come to. */
export type Verdict =
	| { readonly kind: 'waiting'; readonly scored: number; readonly wanted: number }
	| {
			readonly kind: 'decided';
			/** Of the totals that count, 0–100. */
			readonly mean: number;
			/** Largest less smallest of all totals given, those set aside too. */
			readonly spread: number;
			/** All totals, in ascending order. */
			readonly totals: readonly number[];
			/** Those the mean is made of: both of two; of three the nearest two, all three when the middle one is as far from either. */
			readonly counted: readonly number[];
	  };

/** The verdict over the totals sent so far, in any order. Three are needed when the first two disagree. */
export function verdictOf(given: readonly number[]): Verdict {
	const totals = [...given].sort((a, b) => a - b);
	const wanted = totals.length > JURY.first || disagree(totals) ? JURY.first + 1 : JURY.first;
	if (totals.length < wanted) return { kind: 'waiting', scored: totals.length, wanted };
	const counted = totals.length > JURY.first ? nearest(totals) : totals;
	const mean = counted.reduce((sum, total) => sum + total, 0) / counted.length;
	return { kind: 'decided', mean, spread: totals.at(-1)! - totals[0]!, totals, counted };
}

/** Of three sorted totals those that agree most. */
function nearest([low, middle, high]: readonly number[]): readonly number[] {
	const [below, above] = [middle! - low!, high! - middle!];
	if (below === above) return [low!, middle!, high!];
	return below < above ? [low!, middle!] : [middle!, high!];
}
