import { formatAbout } from '#lib/core/feedback/about.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import { DOCUMENT_KINDS } from '#lib/core/potential/question.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { TerritoryFacts } from '#lib/server/territory-facts.ts';
import type { View } from '#lib/view/view.ts';

/** A figure of a place beside the national one. */
export interface FigureLine {
	readonly id: string;
	readonly name: string;
	readonly unit: string;
	readonly decimals: number;
	readonly value: number;
	readonly year: string;
	readonly status: TerritoryFacts['indicators'][number]['status'];
	readonly role: TerritoryFacts['indicators'][number]['role'];
	readonly dimension: TerritoryFacts['indicators'][number]['dimension'];
	readonly direction: TerritoryFacts['indicators'][number]['direction'];
	readonly national: { readonly value: number; readonly year: string } | null;
	readonly credit: string;
	/** Reference for feedback on it. */
	readonly about: string;
}

/** One documented potential. */
export interface EvidenceLine extends Pick<Evidence, 'id' | 'territory' | 'kind' | 'scope' | 'basis' | 'year' | 'source'> {
	/** Chains it speaks for; none for context. */
	readonly chains: readonly string[];
	readonly product: string;
	/** Value with its unit; null for qualitative evidence. */
	readonly quantity: string | null;
	readonly about: string;
}

/** A published, dated count. */
export interface CountLine {
	readonly key: string;
	readonly measure: string;
	readonly branch: string;
	readonly count: number;
	readonly members: number | null;
	readonly asOf: string | null;
	readonly note: string | null;
	readonly source: { readonly title: string; readonly url: string | null };
	/** Left out where a page has no room for feedback. */
	readonly about?: string;
}

/** A cooperative named by a public source. */
export interface NamedLine {
	readonly id: string;
	readonly name: string;
	readonly activity: string | null;
	readonly commune: string | null;
	readonly year: string | null;
	readonly source: { readonly title: string; readonly url: string | null };
	readonly about: string;
}

/** What is known of a place beside its score, in one language. */
export interface PlaceDetails {
	readonly code: string;
	readonly figures: readonly FigureLine[];
	readonly evidence: readonly EvidenceLine[];
	readonly counts: readonly CountLine[];
	readonly named: readonly NamedLine[];
}

/** The details of a place in the language of `words`. `branchName` is null for «all branches». */
export function detailsOf(
	facts: TerritoryFacts,
	words: Words,
	sources: ReadonlyMap<string, Source>,
	branchName: (code: string) => string | null
): PlaceDetails {
	return {
		code: facts.territory.code,
		figures: facts.indicators.map((fact) => ({
			id: fact.indicator,
			name: words.of(fact.name),
			unit: words.of(fact.unit),
			decimals: fact.decimals,
			value: fact.value,
			year: fact.year,
			status: fact.status,
			role: fact.role,
			dimension: fact.dimension,
			direction: fact.direction,
			national: fact.national,
			credit: creditOf(words, sources, fact.source),
			about: formatAbout({ kind: 'indicator', indicator: fact.indicator, territory: facts.territory.code, year: fact.year })
		})),
		evidence: evidenceLines(facts.evidence, words),
		counts: facts.cooperatives.counts.flatMap((row, i) => {
			if (row.count === null) return [];
			const { measure, asOf, source, count, members, branch, territory } = row;
			const about = formatAbout({ kind: 'count', branch, measure, territory, asOf });
			const note = row.note && words.of(row.note);
			return [
				{ key: `${i}`, measure, asOf, source, count, members, note, about, branch: branchName(branch) ?? words.t('count.branch.all') }
			];
		}),
		named: facts.cooperatives.named.map(({ id, name, activity, commune, year, source }) => ({
			id,
			name: words.of(name),
			activity: activity && words.of(activity),
			commune,
			year,
			source,
			about: formatAbout({ kind: 'cooperative', id })
		}))
	};
}

/** One line per piece of evidence: the bank repeats it for every chain it speaks for. */
function evidenceLines(rows: readonly Evidence[], words: Words): EvidenceLine[] {
	return [...Map.groupBy(rows, ({ id, territory }) => `${id} ${territory}`).values()].map((group) => {
		const { id, territory, kind, scope, basis, year, source, product, value, unit } = group[0]!;
		const quantity = value === null ? null : words.quantity(value, unit ? words.of(unit) : '', Number.isInteger(value) ? 0 : 1);
		const chains = group.flatMap(({ chain }) => (chain === null ? [] : [chain]));
		const about = formatAbout({ kind: 'evidence', id });
		return { id, territory, kind, scope, basis, year, source, quantity, chains, about, product: words.of(product) };
	});
}

/** True for the lines a view asks for: those of its chain, and in the potentials lens what the map counts. `product` is the name of its product. */
export function isAsked(view: View, { chains, kind, product: name }: EvidenceLine, product: string | null): boolean {
	if (view.lens !== 'potentials') return chains.includes(view.chain);
	if (view.product !== null) return name === product;
	const isOfChain = view.allChains ? chains.length > 0 : chains.includes(view.chain);
	return isOfChain && DOCUMENT_KINDS[view.evidence].includes(kind);
}

/** The credit line of a source; its id when the release does not list it. */
export const creditOf = (words: Words, sources: ReadonlyMap<string, Source>, id: string): string => {
	const source = sources.get(id);
	return source ? words.of(source.credit) : id;
};
