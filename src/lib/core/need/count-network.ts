import type { Shown } from './shown.ts';

/**
 * A count as an edge of a network. Counts by kind × province, with every total of them, flow in a circle: nation → kind → kind in a
 * region → (the count) → province → region → nation. What is conserved at each node is exactly what a reader can compute.
 */
export interface CountEdge {
	readonly from: number;
	readonly to: number;
	readonly value: number;
	/** Between what a hidden count is known to lie; null for a total, which its parts bound. */
	readonly box: Shown | null;
	/** True while the reader is not told the number. */
	isOpen: boolean;
}

/** A step along an edge: with it, its count grows; against it, it shrinks. */
interface Arc {
	readonly edge: number;
	readonly from: number;
	readonly to: number;
	readonly grows: boolean;
}

/** The network of a table: asks how much a reader can find out. */
export class CountNetwork {
	readonly edges: CountEdge[];
	/** Per node, every edge that ends there, and those that may be open. */
	readonly #ends: Arc[][];
	readonly #arcs: Arc[][];
	/** Per node, the arc a search came by, and in which search that was. */
	readonly #cameBy: Arc[];
	readonly #cameIn: Uint32Array;
	#search = 0;

	constructor(edges: CountEdge[], nodes: number) {
		this.edges = edges;
		this.#ends = Array.from({ length: nodes }, () => []);
		this.#arcs = Array.from({ length: nodes }, () => []);
		this.#cameBy = new Array<Arc>(nodes);
		this.#cameIn = new Uint32Array(nodes);
		edges.forEach(({ from, to, isOpen }, edge) => {
			this.#ends[from]!.push({ edge, from, to, grows: true });
			this.#ends[to]!.push({ edge, from: to, to: from, grows: false });
			// What is told from the start stays told.
			if (!isOpen) return;
			this.#arcs[from]!.push({ edge, from, to, grows: true });
			this.#arcs[to]!.push({ edge, from: to, to: from, grows: false });
		});
	}

	/**
	 * The edges that keep the count of `edge` unknown: with what the reader is told it could be at least `others` other numbers, one after the
	 * other, by moving only these. Null when it could not. Two tables that agree in all that is told differ by circles of this network,
	 * so that the answer is exact.
	 */
	unknownBy(edge: number, others: number): ReadonlySet<number> | null {
		const used = new Set<number>();
		let found = 0;
		for (const grows of [true, false]) {
			const values = new Map<number, number>();
			const value = (at: number): number => values.get(at) ?? this.edges[at]!.value;
			while (found < others && this.#hasRoom(edge, value(edge), grows)) {
				const { from, to } = this.edges[edge]!;
				const path = grows ? this.#path(to, from, edge, value) : this.#path(from, to, edge, value);
				if (!path) break;
				values.set(edge, value(edge) + (grows ? 1 : -1));
				for (const arc of path) {
					values.set(arc.edge, value(arc.edge) + (arc.grows ? 1 : -1));
					used.add(arc.edge);
				}
				found++;
			}
		}
		return found < others ? null : used.add(edge);
	}

	/**
	 * Between what a reader can tell every number lies, starting from `known` (one per edge) and using what is conserved at each node until
	 * nothing gets narrower. It rests on what is told alone.
	 */
	narrowed(known: readonly Shown[]): readonly Shown[] {
		const bounds = [...known];
		for (let isNarrower = true; isNarrower;) {
			isNarrower = false;
			for (const ends of this.#ends) if (narrow(ends, bounds)) isNarrower = true;
		}
		return bounds;
	}

	#hasRoom(edge: number, value: number, grows: boolean): boolean {
		const { isOpen, box } = this.edges[edge]!;
		if (!isOpen) return false;
		return box === null || (grows ? value < box.most : value > box.least);
	}

	/** The shortest way from node to node along which every count can move by one; null when there is none. */
	#path(start: number, goal: number, without: number, value: (edge: number) => number): Arc[] | null {
		const search = ++this.#search;
		this.#cameIn[start] = search;
		let reached = [start];
		while (reached.length > 0 && this.#cameIn[goal] !== search) {
			const next: number[] = [];
			for (const node of reached) {
				for (const arc of this.#arcs[node]!) {
					if (arc.edge === without || this.#cameIn[arc.to] === search) continue;
					if (!this.#hasRoom(arc.edge, value(arc.edge), arc.grows)) continue;
					this.#cameIn[arc.to] = search;
					this.#cameBy[arc.to] = arc;
					next.push(arc.to);
				}
			}
			reached = next;
		}
		if (this.#cameIn[goal] !== search) return null;
		const path: Arc[] = [];
		for (let at = goal; at !== start; at = this.#cameBy[at]!.from) path.push(this.#cameBy[at]!);
		return path;
	}
}

/** Narrows the bounds of the edges at a node, where what comes in goes out; true when one got narrower. */
function narrow(ends: readonly Arc[], bounds: Shown[]): boolean {
	let isNarrower = false;
	for (const own of ends) {
		// What the others leave: all that goes out less all that comes in is nothing.
		const others = ends.filter((end) => end !== own).map((end) => signed(bounds[end.edge]!, end.grows));
		const [least, most] = [sum(others.map((one) => one.least)), sum(others.map((one) => one.most))];
		const left = signed({ least, most }, !own.grows);
		const before = bounds[own.edge]!;
		const after = { least: Math.max(before.least, left.least), most: Math.min(before.most, left.most) };
		if (after.least === before.least && after.most === before.most) continue;
		bounds[own.edge] = after;
		isNarrower = true;
	}
	return isNarrower;
}

/** A number that goes out, or one that comes in as a number below 0. */
const signed = ({ least, most }: Shown, goesOut: boolean): Shown => (goesOut ? { least, most } : { least: -most, most: -least });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
