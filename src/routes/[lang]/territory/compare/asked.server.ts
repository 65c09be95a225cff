import { MOST_COMPARED } from '#lib/core/diagnostic/compare.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import { diagnosticFor, type NoDiagnostic } from '#lib/server/diagnostic.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** Why a code of an address is left out. */
export type CompareIssue = 'unknown' | 'commune' | 'level' | 'many' | 'old-release';

/** The territories an address asks to compare. */
export interface ComparisonAsked {
	/** At most four of one level, in the order of the address. */
	readonly diagnostics: readonly Diagnostic[];
	/** What is left out and why, each reason once. */
	readonly issues: readonly { readonly kind: CompareIssue; readonly codes: readonly string[] }[];
}

/** No link of ours is longer; a crafted one is cut before it is looked up. */
const LONGEST = { code: 32, codes: 12 } as const;

const REASONS = {
	'unknown-territory': 'unknown',
	commune: 'commune',
	'old-release': 'old-release'
} as const satisfies Record<NoDiagnostic, CompareIssue>;

/** The diagnostics of `codes=MA-HAJ,MA-SEF` (or `codes=MA-HAJ&codes=MA-SEF`, as a form writes it). Never fails: what cannot be used is listed. */
export async function comparisonAsked(release: OpenedRelease, search: URLSearchParams): Promise<ComparisonAsked> {
	const codes = search.getAll('codes').flatMap((text) => text.split(','));
	const asked = [...new Set(codes.map((code) => code.trim().slice(0, LONGEST.code)).filter((code) => code !== ''))];
	const diagnostics: Diagnostic[] = [];
	const refused: [CompareIssue, string][] = [];
	for (const code of asked.slice(0, LONGEST.codes)) {
		const answer = await diagnosticFor(release, { code, comparator: { kind: 'nation' } });
		const [first] = diagnostics;
		if (!answer.ok) refused.push([REASONS[answer.reason], code]);
		else if (first && first.territory.level !== answer.value.territory.level) refused.push(['level', code]);
		else if (diagnostics.length === MOST_COMPARED) refused.push(['many', code]);
		else diagnostics.push(answer.value);
	}
	refused.push(...asked.slice(LONGEST.codes).map((code): [CompareIssue, string] => ['many', code]));
	const issues = [...Map.groupBy(refused, ([kind]) => kind)].map(([kind, all]) => ({
		kind,
		codes: all.map(([, code]) => code).slice(0, LONGEST.codes)
	}));
	return { diagnostics, issues };
}
