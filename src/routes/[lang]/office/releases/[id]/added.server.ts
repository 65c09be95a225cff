import type { Words } from '#lib/i18n/words.ts';
import type { NamesInWords } from '#lib/server/names.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** A fact that a proposal has and the release before it has not: what it says, of which place and chain, and the document for it. */
export interface AddedFact {
	readonly key: string;
	readonly what: string;
	readonly place: string;
	/** Null for a cooperative, which speaks for no chain. */
	readonly chain: string | null;
	readonly source: string;
}

/** The documented potentials and corrected cooperatives of `after` that are not so in `before`, in the order of its tables. */
export async function addedFacts(
	before: OpenedRelease,
	after: OpenedRelease,
	names: NamesInWords,
	{ of }: Pick<Words, 'of'>
): Promise<AddedFact[]> {
	const place = (code: string): string => names.name('territory', code) ?? code;
	const documents = freshIn(await before.bank.potentials.list(), await after.bank.potentials.list());
	const cooperatives = freshIn(await before.bank.cooperatives.list(), await after.bank.cooperatives.list());
	return [
		...documents.map(({ id, product, territory, chain, source }) => ({
			...{ key: `${id} ${chain}`, what: of(product), place: place(territory), source: source.title },
			chain: chain && (names.name('chain', chain) ?? chain)
		})),
		...cooperatives.map(({ id, name, province, region, source }) => ({
			...{ key: id, what: of(name), place: place(province ?? region), chain: null, source: source.title }
		}))
	];
}

function freshIn<T>(before: readonly T[], after: readonly T[]): readonly T[] {
	const known = new Set(before.map((one) => JSON.stringify(one)));
	return after.filter((one) => !known.has(JSON.stringify(one)));
}
