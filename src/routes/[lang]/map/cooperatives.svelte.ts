import type { SymbolLayer } from '#lib/core/cartography/cooperative-layer.ts';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import type { Stock } from '#lib/core/cooperative/stock.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';

const BASE = '/api/v1/cooperatives';

/** The symbols of the cooperatives lens, fetched once per level while the page is open. */
export class Cooperatives {
	/** By level; null when they did not come, so that the map claims nothing about them. The same layer every time a level is shown. */
	layers = $state.raw<ReadonlyMap<Level, SymbolLayer | null>>(new Map());
	readonly #asked = new Set<Level>();
	#named: Promise<readonly Cooperative[]> | null = null;

	/** Fetches what a level shows. A failure is final until the page is opened again: symbols add to the map, they do not carry it. */
	async need(level: Level, atlas: Atlas, words: Words): Promise<void> {
		if (this.#asked.has(level)) return;
		this.#asked.add(level);
		const release = `release=${encodeURIComponent(atlas.snapshot.release.id)}`;
		let layer: SymbolLayer | null = null;
		try {
			this.#named ??= itemsOf<Cooperative>(`${BASE}?${release}`);
			// Nobody publishes counts of communes.
			const stocks = level === 'commune' ? [] : itemsOf<Stock>(`${BASE}/counts?level=${level}&${release}`);
			const { layerOf } = await import('#lib/view/cooperatives.ts');
			layer = layerOf(atlas, words, level, { stocks: await stocks, named: await this.#named });
		} catch {
			this.#named = null;
		}
		this.layers = new Map(this.layers).set(level, layer);
	}
}

async function itemsOf<T>(url: string): Promise<readonly T[]> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
	return ((await answer.json()) as { items: readonly T[] }).items;
}
