import type { Known } from '#lib/view/address.ts';

/** What a page may be asked for, as plain data, so that the browser can read an address before the snapshot is there. */
export interface Catalogue {
	/** Branches with their chains, in the order of the nomenclature. */
	readonly branches: readonly { readonly code: string; readonly name: string; readonly chains: readonly Named[] }[];
	/** Indicators of the needs lens. */
	readonly needs: readonly Named[];
	/** Releases this server holds, newest first. */
	readonly releases: readonly string[];
}

export interface Named {
	readonly id: string;
	readonly name: string;
}

/** Codes as regions, provinces and communes have them. */
const CODE = /^(MA-\d\d|MA-[A-Z]{3}|\d\d\.\d{3,4}\.\d\d\.\d\d[\d.]*)$/;

/** Ids of products are their French names in plain letters. */
const PRODUCT = /^[a-z\d]+(-[a-z\d]+)*$/;

/**
 * What a link may name, by a catalogue. `isTerritory` asks the atlas and `isProduct` the documents where they are there; otherwise
 * the shape of a code or an id must do.
 */
export function knownOf(
	catalogue: Catalogue,
	isTerritory: (code: string) => boolean = (code) => CODE.test(code),
	isProduct: (id: string) => boolean = (id) => PRODUCT.test(id)
): Known {
	const chains = new Set(catalogue.branches.flatMap((branch) => branch.chains.map(({ id }) => id)));
	const needs = new Set(catalogue.needs.map(({ id }) => id));
	return {
		isChain: (id) => chains.has(id),
		isIndicator: (id) => needs.has(id),
		isTerritory,
		isProduct,
		isRelease: (id) => catalogue.releases.includes(id)
	};
}
