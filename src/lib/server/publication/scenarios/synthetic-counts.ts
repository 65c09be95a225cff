import type { Source } from '#lib/core/indicator/indicator.ts';
import type { ChainCounts } from '#lib/core/saturation/counted-table.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import type { Level, Territory } from '#lib/core/territory/territory.ts';
import type { OpenedRelease } from '#lib/server/release.ts';

/** SYNTHETIC, for tests: a source nobody could take for a real one. */
export const SYNTHETIC_REGISTER: Source = {
	id: 'synthetic-register',
	publisher: 'SYNTHETIC',
	title: 'SYNTHETIC register of cooperatives',
	url: null,
	licence: 'LicenseRef-synthetic',
	credit: { ar: 'سجل اصطناعي', fr: 'Registre synthétique', en: 'Synthetic register' }
};

/** Chains the synthetic register is silent about: they keep the proxy. */
export const UNCOUNTED = ['digital-services', 'care-services'];
/** A chain with fewer cooperatives than can be compared. */
export const RARE = 'licit-cannabis';

/** SYNTHETIC counts over a release: a cooperative for about 2,000 people, more in some chains than in others, the same for the same seed. */
export async function syntheticCounts(base: OpenedRelease, seed = 6): Promise<Readonly<Record<Level, ChainCounts>>> {
	const random = createRandom(seed);
	const tables = { region: (await base.scorer('region')).table, province: (await base.scorer('province')).table };
	const communes = (await base.scorer('commune')).table.territories;
	const chains = base.snapshot.chains.map(({ id }) => id).filter((id) => !UNCOUNTED.includes(id));
	const counts: Record<Level, Record<string, Float64Array>> = { region: {}, province: {}, commune: {} };
	for (const chain of chains) {
		const people = chain === RARE ? 40_000_000 : 20_000 + 60_000 * random.uniform();
		const own = Float64Array.from(communes, ({ populationLegal }) =>
			Math.floor((2 * random.uniform() ** 2 * populationLegal) / people + random.uniform())
		);
		if (chain === RARE) own.fill(0).set([3, 9], 100);
		counts.commune[chain] = own;
		counts.province[chain] = summed(tables.province.territories, communes, own);
		counts.region[chain] = summed(tables.region.territories, tables.province.territories, counts.province[chain]);
	}
	return counts;
}

function summed(places: readonly Territory[], parts: readonly Territory[], counts: Float64Array): Float64Array {
	const index = new Map(places.map(({ code }, i) => [code, i]));
	const sums = new Float64Array(places.length);
	parts.forEach(({ parent }, i) => (sums[index.get(parent!)!]! += counts[i]!));
	return sums;
}
