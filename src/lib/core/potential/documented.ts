import type { Method } from '#lib/core/scoring/method.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Evidence } from './evidence.ts';
import { DOCUMENT_KINDS, type EvidenceQuestion } from './question.ts';
import { isRegional, rowStrength, strengthByPlace } from './strength.ts';

/** The answer of the documented potentials to a question, for the territories of one level. */
export interface Documented {
	/** Strength 0–1 per territory, NaN where nothing is documented. For all chains it is that of the strongest chain. */
	readonly strength: Float64Array;
	/** Products documented in a place, the strongest first, each once, by the code of the place; communes have none of their own. */
	readonly products: ReadonlyMap<string, readonly Text[]>;
}

/** Id of a product in links: its French name in plain letters, `clementine-de-berkane`. */
export const productId = (product: Text): string => searchKey(product.fr).replaceAll(' ', '-');

/** True when a row answers a question. Context rows, which speak for no chain, answer none: they are shown in panels and never measured. */
export function answers(row: Evidence, { chain, filter, product }: EvidenceQuestion): boolean {
	if (row.chain === null) return false;
	if (product !== null) return productId(row.product) === product;
	return (chain === null || row.chain === chain) && DOCUMENT_KINDS[filter].includes(row.kind);
}

/**
 * What `rows` say about the `territories` of one level. A row that carries a region code speaks for that region only; a commune has
 * what its province has, as in the score.
 */
export function documented(
	rows: readonly Evidence[],
	territories: readonly Territory[],
	regionOf: (code: string) => string,
	factors: Method['evidence'],
	question: EvidenceQuestion
): Documented {
	const found = rows.filter((row) => answers(row, question));
	const strongest = new Map<string, number>();
	for (const chainRows of Map.groupBy(found, ({ chain }) => chain).values()) {
		for (const [code, { strength }] of strengthByPlace(chainRows, regionOf, factors)) {
			strongest.set(code, Math.max(strongest.get(code) ?? 0, strength));
		}
	}
	const placeOf = ({ level, code, parent }: Territory): string => (level === 'commune' ? parent! : code);
	return {
		strength: Float64Array.from(territories, (territory) => strongest.get(placeOf(territory)) ?? NaN),
		products: productsByPlace(found, regionOf, factors)
	};
}

/** Every product a question may name, by id. */
export const productsOf = (rows: readonly Evidence[]): ReadonlyMap<string, Text> =>
	new Map(rows.flatMap(({ chain, product }) => (chain === null ? [] : [[productId(product), product] as const])));

function productsByPlace(rows: readonly Evidence[], regionOf: (code: string) => string, factors: Method['evidence']): Map<string, Text[]> {
	const byPlace = new Map<string, Map<string, Text>>();
	const add = (code: string, { product }: Evidence): void => {
		const products = byPlace.get(code) ?? new Map<string, Text>();
		byPlace.set(code, products.set(product.fr, product));
	};
	for (const row of rows.toSorted((a, b) => rowStrength(b, factors) - rowStrength(a, factors))) {
		if (!isRegional(row)) add(row.territory, row);
		add(regionOf(row.territory), row);
	}
	return new Map([...byPlace].map(([code, products]) => [code, [...products.values()]]));
}
