/** Ready answers by key, the least recently used dropped first, bounded by bytes. */
export interface ByteCache<V> {
	get(key: string): V | undefined;
	/** Keeps `value`, which weighs `bytes`; something heavier than a quarter of the bound is not kept at all. */
	set(key: string, value: V, bytes: number): void;
	/** Forgets everything. */
	clear(): void;
	/** Bytes held now. */
	readonly bytes: number;
	readonly size: number;
}

/** What a key and the record around a value weigh, roughly: many tiny answers must not outgrow the bound unseen. */
const OVERHEAD = 512;

/** An empty cache that holds at most `maxBytes`. */
export function createByteCache<V>(maxBytes: number): ByteCache<V> {
	// A Map keeps insertion order, so its first key is the one used longest ago.
	const entries = new Map<string, { readonly value: V; readonly weight: number }>();
	let held = 0;
	let newest = '';
	const drop = (key: string): void => {
		held -= entries.get(key)?.weight ?? 0;
		entries.delete(key);
	};
	return {
		get(key) {
			const entry = entries.get(key);
			if (!entry) return undefined;
			// The same answer again and again is what a busy day looks like: it need not move.
			if (key !== newest) {
				entries.delete(key);
				entries.set(key, entry);
				newest = key;
			}
			return entry.value;
		},
		set(key, value, bytes) {
			const weight = bytes + 2 * key.length + OVERHEAD;
			drop(key);
			if (weight > maxBytes / 4) return;
			entries.set(key, { value, weight });
			newest = key;
			held += weight;
			for (const oldest of entries.keys()) {
				if (held <= maxBytes) return;
				drop(oldest);
			}
		},
		clear() {
			entries.clear();
			held = 0;
			newest = '';
		},
		get bytes() {
			return held;
		},
		get size() {
			return entries.size;
		}
	};
}
