import { CountNetwork, type CountEdge } from './count-network.ts';
import type { Shown } from './shown.ts';

/** Fewer than so many are never told: in a commune of a few hundred people a count of one is a person. */
export const FEWEST_SHOWN = 5;

/** So many other numbers every hidden count could be, for all that is told. */
const OTHERS = 2;

/** Counts by province and kind, as they are. */
export interface Counts {
	readonly kinds: readonly string[];
	/** Provinces with the region each lies in. */
	readonly provinces: readonly { readonly code: string; readonly region: string }[];
	/** `counts[p][k]`: whole numbers from 0, in the order of provinces and kinds. */
	readonly counts: readonly (readonly number[])[];
}

/** Counts that may be told to anybody. */
export interface SafeCounts {
	readonly kinds: readonly string[];
	readonly provinces: Counts['provinces'];
	/** What may be told of a territory (null: the nation) and a kind (null: all kinds together). A code or kind the table does not have counts nothing. */
	count(territory: string | null, kind: string | null): Shown;
}

/** True when all that is told of a number is that there are some, fewer than five. */
export const isFew = ({ least, most }: Shown): boolean => least > 0 && least < most && most < FEWEST_SHOWN;

/**
 * Counts with the small ones hidden: of a province and kind, 1 to 4 are told as «1 to 4». A total (of a province, a region, the nation, of
 * one kind or all) is told exactly when, with every other number told, each hidden count and each total below five could still be three
 * numbers or more; else as the range that what is told leaves it, which says nothing new. Totals are tried from the nation down.
 */
export function suppress(counts: Counts): SafeCounts {
	const { network, totals, leaves } = networkOf(counts);
	const hidden = [...leaves.flat(), ...totals.map(({ edge }) => edge)].filter((edge) => isHidden(network.edges[edge]!));
	const kept = new Map(hidden.map((edge) => [edge, network.unknownBy(edge, OTHERS)]));
	for (const { edge: total } of totals) {
		const edge = network.edges[total]!;
		if (!edge.isOpen || edge.value < FEWEST_SHOWN) continue;
		edge.isOpen = false;
		const shaken = [...kept].filter(([, used]) => used?.has(total)).map(([one]) => one);
		const anew = new Map<number, ReadonlySet<number> | null>();
		const isSafe = shaken.every((one) => anew.set(one, network.unknownBy(one, OTHERS)).get(one) !== null);
		if (isSafe) anew.forEach((used, one) => kept.set(one, used));
		else edge.isOpen = true;
	}
	return safeCounts(counts, network, totals, leaves);
}

const isHidden = ({ isOpen, value }: CountEdge): boolean => isOpen && value < FEWEST_SHOWN;

/** A total: its edge, what it is of, and the edges of the counts it sums. */
interface Total {
	readonly territory: string | null;
	readonly kind: string | null;
	readonly edge: number;
	readonly parts: readonly number[];
}

function networkOf({ kinds, provinces, counts }: Counts): {
	network: CountNetwork;
	totals: readonly Total[];
	/** Edge of the count, by province and kind. */
	leaves: readonly (readonly number[])[];
} {
	const regions = [...new Set(provinces.map(({ region }) => region))];
	const edges: CountEdge[] = [];
	const node = numbered(provinces, regions, kinds);
	const within = (region: string): number[] => provinces.flatMap((province, p) => (province.region === region ? [p] : []));
	const all = provinces.map((_, p) => p);
	const everyKind = kinds.map((_, k) => k);
	const leaves = provinces.map(({ region }, p) =>
		kinds.map((_, k) => {
			const value = counts[p]![k]!;
			const isOpen = value > 0 && value < FEWEST_SHOWN;
			return edges.push({ from: node.kindIn(region, k), to: node.province(p), value, box: SMALL, isOpen }) - 1;
		})
	);
	const total = (from: number, to: number, of: Pick<Total, 'territory' | 'kind'>, places: number[], columns: number[]): Total => {
		const parts = places.flatMap((p) => columns.map((k) => leaves[p]![k]!));
		const value = parts.reduce((sum, part) => sum + edges[part]!.value, 0);
		// What has no hidden part follows from what is told.
		const isOpen = parts.some((part) => edges[part]!.isOpen);
		return { ...of, parts, edge: edges.push({ from, to, value, box: null, isOpen }) - 1 };
	};
	const totals = [
		total(node.sum, node.nation, { territory: null, kind: null }, all, everyKind),
		...kinds.map((kind, k) => total(node.nation, node.kind(k), { territory: null, kind }, all, [k])),
		...regions.map((region) => total(node.region(region), node.sum, { territory: region, kind: null }, within(region), everyKind)),
		...provinces.map(({ code, region }, p) =>
			total(node.province(p), node.region(region), { territory: code, kind: null }, [p], everyKind)
		),
		...regions.flatMap((region) =>
			kinds.map((kind, k) => total(node.kind(k), node.kindIn(region, k), { territory: region, kind }, within(region), [k]))
		)
	];
	return { network: new CountNetwork(edges, node.count), totals, leaves };
}

/** Between what a hidden count lies. */
const SMALL: Shown = { least: 1, most: FEWEST_SHOWN - 1 };

/** The nodes of the network, numbered. */
function numbered(provinces: Counts['provinces'], regions: readonly string[], kinds: readonly string[]) {
	const place = new Map(regions.map((region, index) => [region, index]));
	const firstRegion = 2 + provinces.length;
	const firstKind = firstRegion + regions.length;
	const firstKindIn = firstKind + kinds.length;
	return {
		nation: 0,
		sum: 1,
		province: (p: number): number => 2 + p,
		region: (code: string): number => firstRegion + place.get(code)!,
		kind: (k: number): number => firstKind + k,
		kindIn: (region: string, k: number): number => firstKindIn + place.get(region)! * kinds.length + k,
		count: firstKindIn + regions.length * kinds.length
	};
}

function safeCounts(
	{ kinds, provinces }: Counts,
	network: CountNetwork,
	totals: readonly Total[],
	leaves: readonly (readonly number[])[]
): SafeCounts {
	const { edges } = network;
	const ofLeaf = (edge: number): Shown => (edges[edge]!.isOpen ? SMALL : exactly(edges[edge]!.value));
	const known = edges.map((_, edge) => ofLeaf(edge));
	for (const { edge, parts } of totals) if (edges[edge]!.isOpen) known[edge] = sumOf(parts.map(ofLeaf));
	// A total that is not told lies where the others leave it room; a reader could work that out too.
	const narrowed = network.narrowed(known);
	const shown = new Map<string, Shown>();
	provinces.forEach(({ code }, p) => kinds.forEach((kind, k) => shown.set(keyOf(code, kind), ofLeaf(leaves[p]![k]!))));
	for (const { territory, kind, edge } of totals) shown.set(keyOf(territory, kind), narrowed[edge]!);
	return { kinds, provinces, count: (territory, kind) => shown.get(keyOf(territory, kind)) ?? exactly(0) };
}

const keyOf = (territory: string | null, kind: string | null): string => `${territory ?? ''} ${kind ?? ''}`;
const exactly = (value: number): Shown => ({ least: value, most: value });
const sumOf = (parts: readonly Shown[]): Shown =>
	parts.reduce((sum, part) => ({ least: sum.least + part.least, most: sum.most + part.most }), exactly(0));
