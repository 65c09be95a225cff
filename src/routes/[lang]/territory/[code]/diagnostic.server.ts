import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { ComparatorChoice } from '#lib/core/diagnostic/input.ts';
import type { Level, Territory } from '#lib/core/territory/territory.ts';
import type { Report } from '#lib/i18n/diagnostic/report.ts';
import type { Words } from '#lib/i18n/words.ts';
import { comparatorOf } from '#lib/server/comparator.ts';
import { diagnosticFor } from '#lib/server/diagnostic.ts';
import { toldDiagnostic } from '#lib/server/diagnostic-report.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { peersOf, type PeerGroup } from '../peers.server.ts';

/** Longest name of a comparator that is repeated to its reader. */
const LONGEST = 32;

/** A diagnostic as its page shows it. */
export interface DiagnosticPage {
	readonly report: Report;
	readonly level: Exclude<Level, 'commune'>;
	/** The chain its report names first; null when none is scored. */
	readonly first: string | null;
	/** The comparator as the address writes it; null for the nation. */
	readonly vs: string | null;
	/** A comparator that was asked for and cannot be used. */
	readonly refused: string | null;
	/** Whom it can be compared with. */
	readonly peers: readonly PeerGroup[];
	/** The region around a province; null for a region. */
	readonly region: string | null;
	/** The territory that looks most like it, to begin a comparison with. */
	readonly nearest: string | null;
	readonly children: readonly { readonly code: string; readonly name: string }[];
}

/** The diagnostic of the place of an address; null for a commune and for a release without diagnostics. */
export async function diagnosticPage(
	release: OpenedRelease,
	code: string,
	search: URLSearchParams,
	words: Words
): Promise<DiagnosticPage | null> {
	const territory = await release.bank.territories.find(code);
	if (!territory || territory.level === 'commune') return null;
	const vs = search.get('vs');
	const found = await comparatorOf(release, territory, vs);
	// A region has no region around it: the comparison would be with the nation, and the page says so.
	const asked = found?.kind === 'region' && territory.level === 'region' ? null : found;
	const comparator = asked ?? { kind: 'nation' as const };
	const answer = await diagnosticFor(release, { code, comparator });
	if (!answer.ok) return null;
	const { report } = await toldDiagnostic(release, answer.value, words);
	const peers = await peersOf(release, territory.level, words, code);
	const refused = asked ? null : (vs ?? '').slice(0, LONGEST);
	return { report, peers, refused, level: territory.level, vs: vsOf(comparator), ...saidOf(territory, answer.value, words) };
}

/** A comparator as an address writes it; null for the nation, which needs no parameter. */
function vsOf(choice: ComparatorChoice): string | null {
	if (choice.kind === 'nation') return null;
	return choice.kind === 'territory' ? choice.territory.code : choice.kind;
}

function saidOf(territory: Territory, { sectors, alike, parents, children }: Diagnostic, { of }: Words) {
	const [region] = parents;
	return {
		first: sectors.find(({ score }) => score !== null)?.chain ?? null,
		region: territory.level === 'province' && region ? of(region.name) : null,
		nearest: alike[0]?.code ?? null,
		children: children.map(({ code, name }) => ({ code, name: of(name) }))
	};
}
