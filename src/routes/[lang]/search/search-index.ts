import { productId } from '#lib/core/potential/documented.ts';
import { isRegional } from '#lib/core/potential/strength.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import { LEVELS } from '#lib/core/territory/territory.ts';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import { grouped, keysOf, type Findable, type Group } from '#lib/view/search.ts';

/** What can be found besides the atlas; each is empty until it came. */
export interface Lists {
	readonly evidence: readonly Evidence[];
	readonly cooperatives: readonly Cooperative[];
}

/** A search over territories, chains, products and named cooperatives: the best matches by kind. Keys are made once, here. */
export function searchOver(atlas: Atlas, { evidence, cooperatives }: Lists, words: Words): (query: string) => readonly Group[] {
	const items = [
		...chainsOf(atlas, words),
		...placesOf(atlas, words),
		...productsIn(evidence, atlas, words),
		...cooperativesIn(cooperatives, atlas, words)
	];
	return (query) => grouped(items, query);
}

/** Named cooperatives from the API; none when they do not come, for the rest can still be found. */
export async function fetchCooperatives(release: string): Promise<readonly Cooperative[]> {
	try {
		const answer = await fetch(`/api/v1/cooperatives?release=${encodeURIComponent(release)}`);
		return answer.ok ? ((await answer.json()) as { items: readonly Cooperative[] }).items : [];
	} catch {
		return [];
	}
}

function chainsOf({ chains, snapshot }: Atlas, { of }: Words): Findable[] {
	const branches = new Map(snapshot.branches.map(({ code, name }) => [code, name]));
	return [...chains.values()].map((chain): Findable => {
		const branch = branches.get(chain.branch);
		return {
			kind: 'chain',
			id: chain.id,
			name: of(chain.name),
			hint: branch ? of(branch) : '',
			keys: [...keysOf(chain.name), ...(branch ? keysOf(branch) : [])],
			weight: 0,
			goal: { lens: 'zones', chain: chain.id, allChains: false, product: null }
		};
	});
}

function placesOf(atlas: Atlas, { of, t }: Words): Findable[] {
	return LEVELS.flatMap((level) =>
		(atlas.scorer(level)?.table.territories ?? []).map((territory): Findable => {
			const parent = territory.parent === null ? null : atlas.territory(territory.parent);
			return {
				kind: 'territory',
				id: territory.code,
				name: of(territory.name),
				hint: joined([t(`kind.${territory.kind}`), parent && of(parent.name)]),
				keys: keysOf(territory.name, territory.aliases),
				// A province before the commune of the same name, whatever their sizes.
				weight: territory.populationLegal + (level === 'commune' ? 0 : 1e8),
				goal: { territory: territory.code }
			};
		})
	);
}

/** Each product once, with the places that have it; the more places, the more it is looked for. */
function productsIn(evidence: readonly Evidence[], atlas: Atlas, { of, t }: Words): Findable[] {
	const products = Map.groupBy(
		evidence.filter(({ chain }) => chain !== null),
		({ product }) => productId(product)
	);
	return [...products].map(([id, rows]): Findable => {
		const { product, chain } = rows[0]!;
		const codes = [...new Set(rows.map(({ territory }) => territory))];
		const label = rows.find(({ kind }) => kind === 'IGP' || kind === 'AOP');
		const first = atlas.territory(codes[0]!);
		const places = first && (codes.length === 1 ? of(first.name) : `${of(first.name)} +${codes.length - 1}`);
		return {
			kind: 'product',
			id,
			name: of(product),
			hint: joined([label ? t(`evidence.kind.${label.kind}`) : null, places]),
			keys: keysOf(product),
			weight: codes.length,
			// What is documented for regions only would be an empty map of provinces.
			goal: { lens: 'potentials', product: id, chain: chain!, level: rows.every(isRegional) ? 'region' : 'province' }
		};
	});
}

/** A named cooperative opens its province, or its region when its source says no more. */
function cooperativesIn(cooperatives: readonly Cooperative[], atlas: Atlas, { of }: Words): Findable[] {
	return cooperatives.map((cooperative): Findable => {
		const code = cooperative.province ?? cooperative.region;
		const place = code === null ? null : atlas.territory(code);
		return {
			kind: 'cooperative',
			id: cooperative.id,
			name: of(cooperative.name),
			hint: joined([cooperative.activity && of(cooperative.activity), place && of(place.name)]),
			keys: keysOf(cooperative.name),
			weight: 0,
			goal: { lens: 'cooperatives', ...(place && { territory: place.code }) }
		};
	});
}

const joined = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ');
