import type { Snapshot } from '#lib/core/release/snapshot.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Catalogue } from '../known.ts';

/** The catalogue of a release in one language. Branches without a chain to score are left out. */
export function catalogueOf({ branches, chains, method, indicators }: Snapshot, words: Words, releases: readonly string[]): Catalogue {
	const needs = method.need.flatMap(({ terms }) => terms.map(({ indicator }) => indicator));
	return {
		branches: branches
			.map(({ code, name }) => ({
				code,
				name: words.of(name),
				chains: chains.filter(({ branch }) => branch === code).map((chain) => ({ id: chain.id, name: words.of(chain.name) }))
			}))
			.filter((branch) => branch.chains.length > 0),
		needs: indicators.filter(({ id }) => needs.includes(id)).map((indicator) => ({ id: indicator.id, name: words.of(indicator.name) })),
		releases
	};
}
