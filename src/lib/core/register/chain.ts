import type { Branch, Chain } from '#lib/core/sector/chain.ts';
import { hitsIn, phrasesOf, type ActivityWord, type BranchChain, type BranchWord, type Hit, type Phrases } from './chain-words.ts';
import { wordsOf } from './words.ts';

export type { ActivityWord, BranchChain, BranchWord } from './chain-words.ts';

/** What the sectors and words of a release are. */
export interface ChainTables {
	readonly branches: readonly Branch[];
	readonly chains: readonly Chain[];
	readonly activityWords: readonly ActivityWord[];
	readonly branchWords: readonly BranchWord[];
	readonly branchChains: readonly BranchChain[];
}

/** All that finds a chain, built once. */
export interface ChainIndex {
	readonly chains: Phrases;
	readonly branches: Phrases;
	/** Chains of a branch; a branch that is missing has none. */
	readonly held: ReadonlyMap<string, readonly BranchChain[]>;
	/** Code, or a name in any language, to the code. */
	readonly codes: ReadonlyMap<string, string>;
}

/** What a row says of its sector, in its own words. */
export interface ToldChain {
	readonly branch: string | null;
	readonly activity: string | null;
	/** The name of the cooperative: it may be a metaphor, so it only proposes. */
	readonly name: string | null;
}

/** A chain that the words of a row may mean. */
export interface ChainCandidate {
	readonly chain: string;
	/** 0–1: its share of the words that mean any chain. */
	readonly score: number;
	readonly by: 'activity' | 'branch' | 'name' | 'decision';
	/** The words that mean it. */
	readonly words: readonly string[];
}

/** Which chain a row belongs to. */
export interface ChainMatch {
	/** `branch`: only a branch is known; `unknown`: the words say nothing we know; `none`: there are no words. */
	readonly outcome: 'chain' | 'ambiguous' | 'branch' | 'unknown' | 'none';
	/** Null unless the outcome is `chain`. */
	readonly chain: string | null;
	/** Code of the branch that is told; null when none is told or known. */
	readonly branch: string | null;
	/** Best first; the one chosen, those to choose from, or what the name alone proposes. */
	readonly candidates: readonly ChainCandidate[];
}

/** The index of these sectors and words. Throws on a row that names no branch or chain of them. */
export function chainIndex({ branches, chains, activityWords, branchWords, branchChains }: ChainTables): ChainIndex {
	const chainIds = new Set(chains.map(({ id }) => id));
	const branchCodes = new Set(branches.map(({ code }) => code));
	for (const { chain } of [...activityWords, ...branchChains]) if (!chainIds.has(chain)) throw new Error(`«${chain}» is no chain.`);
	for (const { branch } of [...branchWords, ...branchChains]) if (!branchCodes.has(branch)) throw new Error(`«${branch}» is no branch.`);
	const branchNames = branches.flatMap(({ code, name }) => Object.values(name).map((text) => [text, code] as const));
	return {
		chains: phrasesOf([
			...chains.flatMap(({ id, name }) => Object.values(name).map((text) => [text, id] as const)),
			...activityWords.map(({ word, chain }) => [word, chain] as const)
		]),
		branches: phrasesOf([...branchNames, ...branchWords.map(({ word, branch }) => [word, branch] as const)]),
		held: Map.groupBy(branchChains, ({ branch }) => branch),
		codes: new Map([...branchCodes].map((code) => [code, code]))
	};
}

/**
 * The chain of a row. The activity tells it; of several that it names, the one that the branch told may hold. A branch that is one chain tells
 * it too, where the activity names none. What names several, or one that the branch told does not hold, is ambiguous: somebody decides.
 */
export function matchChain(index: ChainIndex, { branch: sector, activity, name }: ToldChain): ChainMatch {
	const branch = sector === null ? null : branchOf(index, sector);
	const said = saidChains(index, activity, sector);
	if (branch === null && said.length > 0) return chosen(null, said);
	const held = index.held.get(branch ?? '') ?? [];
	const fitting = said.filter(({ chain }) => held.some((own) => own.chain === chain));
	if (fitting.length > 0) return chosen(branch, fitting);
	if (said.length > 0) return { outcome: 'ambiguous', chain: null, branch, candidates: said };
	const alone = held.find((own) => own.alone === 'yes');
	if (alone) return chosen(branch, [{ chain: alone.chain, score: 1, by: 'branch', words: [] }]);
	const told = sector !== null || activity !== null;
	return withName(index, { outcome: undecided(branch, told), chain: null, branch, candidates: [] }, name);
}

/** What the activity names, else what the words of the sector name: «Apiculture» stands in either. */
function saidChains({ chains }: ChainIndex, activity: string | null, sector: string | null): ChainCandidate[] {
	const named = activity === null ? [] : ranked(hitsIn(chains, activity), 'activity');
	return named.length > 0 || sector === null ? named : ranked(hitsIn(chains, sector), 'branch');
}

function undecided(branch: string | null, told: boolean): ChainMatch['outcome'] {
	if (branch !== null) return 'branch';
	return told ? 'unknown' : 'none';
}

/** A match that knows no chain, with those that the name of the cooperative proposes and its branch may hold; any other as it is. */
export function withName(index: ChainIndex, match: ChainMatch, name: string | null): ChainMatch {
	if (name === null || match.outcome === 'chain' || match.outcome === 'ambiguous') return match;
	const proposed = ranked(hitsIn(index.chains, name), 'name');
	const held = match.branch === null ? null : (index.held.get(match.branch) ?? []);
	const candidates = held === null ? proposed : proposed.filter(({ chain }) => held.some((own) => own.chain === chain));
	return candidates.length === 0 ? match : { ...match, candidates };
}

/** One key for all rows that say the same of their sector, so that one decision serves them all. Empty when they say nothing. */
export function chainKey({ branch, activity }: ToldChain): string {
	const key = [branch ?? '', activity ?? ''].map((text) => wordsOf(text).join(' ')).join(' | ');
	return key === ' | ' ? '' : key;
}

function chosen(branch: string | null, candidates: readonly ChainCandidate[]): ChainMatch {
	const [only, ...others] = candidates;
	if (only === undefined || others.length > 0) return { outcome: 'ambiguous', chain: null, branch, candidates };
	return { outcome: 'chain', chain: only.chain, branch, candidates };
}

/** The branch a text names: its code, one of its names, or one that is named inside it; null when none or several are. */
function branchOf({ codes, branches }: ChainIndex, text: string): string | null {
	const code = codes.get(text.trim().toLowerCase());
	if (code !== undefined) return code;
	const hits = hitsIn(branches, text);
	const named = new Set(hits.flatMap(({ meanings }) => meanings));
	return named.size === 1 ? [...named][0]! : null;
}

/** Chains by how many of the phrases found mean them, a phrase with several meanings parted among them; first named, first. */
function ranked(hits: readonly Hit[], by: ChainCandidate['by']): ChainCandidate[] {
	const found = new Map<string, { weight: number; words: string[] }>();
	for (const { phrase, meanings } of hits) {
		for (const chain of meanings) {
			const entry = found.get(chain) ?? { weight: 0, words: [] };
			entry.weight += 1 / meanings.length;
			if (!entry.words.includes(phrase)) entry.words.push(phrase);
			found.set(chain, entry);
		}
	}
	return [...found]
		.map(([chain, { weight, words }]) => ({ chain, score: weight / hits.length, by, words }))
		.sort((a, b) => b.score - a.score);
}
