import { searchKey } from '#lib/core/text/search-key.ts';
import { jaroWinkler } from './similarity.ts';
import { bareWord } from './words.ts';

/** What tells one cooperative from another. */
export interface Identity {
	/** Unique over the rows of a file and the entries of the register together. */
	readonly id: string;
	/** The number under which the register holds it. */
	readonly number: string | null;
	/** Its names, in whatever language. */
	readonly names: readonly string[];
	readonly commune: string | null;
	readonly province: string | null;
	/** Year of creation. */
	readonly year: number | null;
}

/** Two that are, or may be, one cooperative. */
export interface Pair {
	readonly id: string;
	/** The one that stood first: an entry of the register, or an earlier row. */
	readonly of: string;
	readonly by: 'number' | 'name' | 'likeness';
	/** 0–1: how alike the names are. */
	readonly score: number;
}

/** What is one and what may be one. */
export interface Duplicates {
	readonly same: readonly Pair[];
	/** For somebody to look at. */
	readonly alike: readonly Pair[];
}

/** Names at least this alike may be one name; shorter ones differ by too little to tell. */
const LEAST_LIKENESS = 0.94;
const SHORTEST_NAME = 6;
/** Neighbours in the alphabet, read forwards and backwards, that are compared: enough for a slip of the pen, and never n². */
const NEIGHBOURS = 4;

/** What every name may begin with. */
const COOPERATIVE = /^(?:cooperatives?|coop|(?:ال)?تعاونيه|تعاونيات)$/;

/** A name without the word «cooperative», case, accents, articles and plurals; for comparison only. Empty when nothing is left. */
export const nameKey = (name: string): string =>
	searchKey(name)
		.split(' ')
		.filter((word) => !COOPERATIVE.test(word))
		.map(bareWord)
		.join(' ');

interface Known extends Identity {
	readonly keys: readonly string[];
	/** Place among all: entries of the register come first, then the rows of the file. */
	readonly order: number;
}

/**
 * Rows that are an entry of the register or an earlier row: under the same number, else of the same name in the same commune (or province,
 * where one tells no commune) unless their years differ. What speaks for and against it, and names that are nearly equal, is `alike`.
 * Entries of the register are not compared with each other. The time grows with the number of rows, not with its square.
 */
export function findDuplicates(rows: readonly Identity[], existing: readonly Identity[]): Duplicates {
	const all = [...existing, ...rows].map((identity, order) => ({ ...identity, keys: keysOf(identity), order }));
	const found = new Collected(existing.length);
	for (const group of groups(all, ({ number }) => (number === null ? [] : [numberKey(number)]))) pairByNumber(group, found);
	for (const group of groups(all, (known) => (placed(known) ? known.keys.map((key) => `${known.province} ${key}`) : [])))
		pairByName(group, found);
	for (const block of groups(all, ({ commune }) => (commune === null ? [] : [commune]))) pairByLikeness(block, found, () => true);
	for (const block of groups(all, ({ province }) => (province === null ? [] : [province]))) {
		if (block.some(({ commune }) => commune === null)) pairByLikeness(block, found, (a, b) => a.commune === null || b.commune === null);
	}
	return found.duplicates();
}

const placed = ({ province }: Known): boolean => province !== null;

const keysOf = ({ names }: Identity): string[] => [...new Set(names.map(nameKey))].filter((key) => key !== '');

/** A number as it is compared: without signs, spaces and leading zeros. */
export const numberKey = (number: string): string => searchKey(number).replace(/^0+(?=.)/, '');

/** Groups of two and more that share a key. */
function groups(all: readonly Known[], keys: (known: Known) => readonly string[]): Known[][] {
	const byKey = new Map<string, Known[]>();
	for (const known of all) {
		for (const key of keys(known)) {
			const group = byKey.get(key);
			if (group) group.push(known);
			else byKey.set(key, [known]);
		}
	}
	return [...byKey.values()].filter((group) => group.length > 1);
}

/** The pairs found, each once; what is the same is not alike as well. */
class Collected {
	readonly #existing: number;
	readonly #same = new Map<string, Pair>();
	readonly #alike = new Map<string, Pair>();

	constructor(existing: number) {
		this.#existing = existing;
	}

	/** Both stand in the register already. */
	settled(a: Known, b: Known): boolean {
		return a.order < this.#existing && b.order < this.#existing;
	}

	add(sure: boolean, a: Known, b: Known, by: Pair['by'], score: number): void {
		if (this.settled(a, b)) return;
		const [first, second] = a.order < b.order ? [a, b] : [b, a];
		const pair = { id: second.id, of: first.id, by, score };
		if (!sure) this.#alike.set(`${second.id}\n${first.id}`, pair);
		else if (!this.#same.has(second.id)) this.#same.set(second.id, pair);
	}

	duplicates(): Duplicates {
		const alike = [...this.#alike.values()].filter(({ id, of }) => !this.#same.has(id) && !this.#same.has(of));
		return { same: [...this.#same.values()], alike };
	}
}

/** Registers of several provinces may count for themselves: one number in two of them is one cooperative only under one name. */
function pairByNumber(group: readonly Known[], found: Collected): void {
	const first = group[0]!;
	for (const known of group.slice(1)) {
		const likeness = likenessOf(first, known);
		const near = first.province === null || known.province === null || first.province === known.province;
		found.add(near || likeness >= LEAST_LIKENESS, first, known, 'number', likeness);
	}
}

function pairByName(group: readonly Known[], found: Collected): void {
	group.forEach((known, position) => {
		for (let earlier = 0; earlier < position; earlier++) {
			const first = group[earlier]!;
			if (!mayBeOne(first, known)) continue;
			found.add(!numbersDiffer(first, known), first, known, 'name', 1);
			return;
		}
	});
}

const mayBeOne = (a: Known, b: Known): boolean =>
	(a.commune === null || b.commune === null || a.commune === b.commune) && (a.year === null || b.year === null || a.year === b.year);

const numbersDiffer = (a: Known, b: Known): boolean =>
	a.number !== null && b.number !== null && numberKey(a.number) !== numberKey(b.number);

interface Named {
	readonly known: Known;
	readonly key: string;
	/** What the list is sorted by: the key, forwards or backwards. */
	readonly sort: string;
}

function pairByLikeness(block: readonly Known[], found: Collected, wanted: (a: Known, b: Known) => boolean): void {
	const named = block.flatMap((known) => known.keys.filter((key) => key.length >= SHORTEST_NAME).map((key) => ({ known, key, sort: key })));
	const backwards = named.map(({ known, key }) => ({ known, key, sort: [...key].reverse().join('') }));
	for (const list of [named, backwards]) {
		list.sort((a, b) => compare(a.sort, b.sort) || compare(a.known.id, b.known.id));
		list.forEach((one, position) => {
			const last = Math.min(list.length - 1, position + NEIGHBOURS);
			for (let next = position + 1; next <= last; next++) pairIfLike(one, list[next]!, found, wanted);
		});
	}
}

function pairIfLike(one: Named, other: Named, found: Collected, wanted: (a: Known, b: Known) => boolean): void {
	if (one.known === other.known || one.key === other.key || found.settled(one.known, other.known)) return;
	if (!wanted(one.known, other.known) || !mayBeOne(one.known, other.known)) return;
	const score = likeness(one.key, other.key);
	if (score >= LEAST_LIKENESS) found.add(false, one.known, other.known, 'likeness', score);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Letters of a name that are compared: the cost is their square. */
const COMPARED = 100;

/** The same whichever of the two comes first. */
function likeness(a: string, b: string): number {
	const [first, second] = a < b ? [a, b] : [b, a];
	return jaroWinkler(first.slice(0, COMPARED), second.slice(0, COMPARED));
}

/** The best likeness of any two of their names; 0 when one of them has none. */
const likenessOf = (a: Known, b: Known): number => Math.max(0, ...a.keys.flatMap((one) => b.keys.map((other) => likeness(one, other))));
