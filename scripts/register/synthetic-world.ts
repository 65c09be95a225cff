import type { ActivityWord, BranchChain } from '#lib/core/register/chain.ts';
import type { Branch, Chain } from '#lib/core/sector/chain.ts';
import type { Random } from '#lib/core/statistics/random.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import { soundKey } from '#lib/core/text/sound-key.ts';
import { wordsOf } from '#lib/core/register/words.ts';
import type { RegisterLanguage } from './synthetic-names.ts';

/** What the synthetic register is made from: the territories and words of a release. */
export interface WorldTables {
	readonly territories: readonly Territory[];
	readonly branches: readonly Branch[];
	readonly chains: readonly Chain[];
	readonly activityWords: readonly (ActivityWord & { readonly language?: string })[];
	readonly branchChains: readonly BranchChain[];
}

/** A place of the synthetic register. */
export interface SyntheticPlace {
	readonly commune: Territory;
	readonly province: Territory;
	readonly region: Territory;
}

/** One thing to do: words, the chain they mean and a branch that holds it. */
export interface SyntheticTrade {
	readonly chain: string;
	readonly branch: Branch;
	readonly word: string;
}

/** Draws from the tables, each time what is asked for. */
export interface World {
	place(): SyntheticPlace;
	/** A place whose name a commune of another province bears too. */
	namesake(): SyntheticPlace;
	/** A province in which no commune is called or sounds like that of `place`. */
	elsewhere(place: SyntheticPlace): Territory;
	/** The name of the commune with a letter too many, so that it neither is nor sounds like any commune of its province. */
	misspelt(place: SyntheticPlace): string;
	trade(): SyntheticTrade;
	/** Words of two chains of one branch. */
	twoTrades(): SyntheticTrade;
}

const ARABIC_LETTER = /[\u0621-\u064a]/;

/** The world of these tables. Places are drawn by population. */
export function syntheticWorld(tables: WorldTables, random: Random, language: RegisterLanguage): World {
	const byCode = new Map(tables.territories.map((territory) => [territory.code, territory]));
	const communes = tables.territories.filter(({ level }) => level === 'commune');
	const provinces = tables.territories.filter(({ level }) => level === 'province');
	const keysOf = ({ name, aliases }: Territory): string[] => [...Object.values(name), ...aliases].map(searchKey);
	const soundsIn = new Map(
		provinces.map(({ code }) => [
			code,
			new Set(
				communes
					.filter(({ parent }) => parent === code)
					.flatMap(keysOf)
					.flatMap((key) => [key, soundKey(key)])
			)
		])
	);
	const placeOf = (commune: Territory): SyntheticPlace => {
		const province = byCode.get(commune.parent!)!;
		return { commune, province, region: byCode.get(province.parent!)! };
	};
	const among = <Item>(items: readonly Item[]): Item => items[random.below(items.length)]!;
	const reach = reached(communes);
	const sameName = [...Map.groupBy(communes, ({ name }) => searchKey(name[language])).values()].filter((same) => same.length > 1).flat();
	const trades = tradesOf(tables, language);
	const unlike = (name: string, province: string): boolean => {
		const known = soundsIn.get(province)!;
		const sound = soundKey(name);
		return !known.has(searchKey(name)) && (sound === null || !known.has(sound));
	};
	const pairs = [...Map.groupBy(trades, ({ branch }) => branch.code).values()].filter(
		(held) => new Set(held.map(({ chain }) => chain)).size > 1
	);
	return {
		place: () => placeOf(communes[firstAtLeast(reach, random.between(0, reach.at(-1)!))]!),
		namesake: () => placeOf(among(sameName)),
		elsewhere: ({ commune, province }) => {
			for (;;) {
				const other = among(provinces);
				if (other.code !== province.code && unlike(commune.name[language], other.code)) return other;
			}
		},
		misspelt: ({ commune, province }) => {
			for (;;) {
				const name = withLetter(commune.name[language], random);
				if (unlike(name, province.code)) return name;
			}
		},
		trade: () => among(trades),
		twoTrades: () => {
			const held = among(pairs);
			const one = among(held);
			const other = among(held.filter(({ chain }) => chain !== one.chain));
			return { ...one, word: `${one.word} + ${other.word}` };
		}
	};
}

function withLetter(name: string, random: Random): string {
	const letters = [...name];
	const at = 1 + random.below(Math.max(1, letters.length - 1));
	const added = ARABIC_LETTER.test(name) ? ['ش', 'ز', 'ف', 'ح'] : ['v', 'z', 'f', 'p'];
	letters.splice(at, 0, added[random.below(added.length)]!);
	return letters.join('');
}

/** Sums of population up to and with each commune. */
function reached(communes: readonly Territory[]): Float64Array {
	let sum = 0;
	return Float64Array.from(communes, ({ populationLegal }) => (sum += populationLegal));
}

function firstAtLeast(sums: Float64Array, value: number): number {
	let [low, high] = [0, sums.length - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sums[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Words that mean one chain only, each with the branch of its chain where that branch holds it. */
function tradesOf({ chains, branches, activityWords, branchChains }: WorldTables, language: RegisterLanguage): SyntheticTrade[] {
	const meanings = Map.groupBy(activityWords, ({ word }) => wordsOf(word).join(' '));
	const branchOf = new Map(chains.map(({ id, branch }) => [id, branches.find(({ code }) => code === branch)!]));
	const held = new Set(branchChains.map(({ branch, chain }) => `${branch} ${chain}`));
	return activityWords.flatMap(({ word, chain }) => {
		const branch = branchOf.get(chain)!;
		const only = new Set(meanings.get(wordsOf(word).join(' '))!.map((same) => same.chain)).size === 1;
		const spoken = ARABIC_LETTER.test(word) === (language === 'ar');
		return only && spoken && held.has(`${branch.code} ${chain}`) ? [{ chain, branch, word }] : [];
	});
}
