import type { Words } from '#lib/i18n/words.ts';
import type { TerritoryFacts } from '#lib/server/territory-facts.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { loadPlace } from './load-place.ts';
import type { PlaceDetails } from './details.ts';

const BASE = '/api/v1';

/** The address of the data of a territory. */
export const territoryApi = (code: string, release: string): string =>
	`${BASE}/territories/${encodeURIComponent(code)}?release=${encodeURIComponent(release)}`;

/** The details of places, fetched from the API when a place is chosen and kept while the page is open. */
export class PlaceLoader {
	#kept = new Map<string, PlaceDetails>();
	details = $state.raw<PlaceDetails | null>(null);
	failed = $state(false);
	#wanted: string | null = null;

	/** Begins with what the server sent. */
	constructor(first: PlaceDetails | null) {
		if (first) this.#kept.set(first.code, first);
		this.details = first;
	}

	/** Shows the details of `code`; null shows none. A slower answer for a place left behind is kept but not shown. */
	async show(code: string | null, atlas: Atlas | null, words: Words): Promise<void> {
		this.#wanted = code;
		this.failed = false;
		this.details = code === null ? null : (this.#kept.get(code) ?? null);
		if (code === null || this.details !== null || !atlas) return;
		try {
			const [answer, { detailsOf }] = await Promise.all([fetch(territoryApi(code, atlas.snapshot.release.id)), loadPlace(words.language)]);
			if (!answer.ok) throw new Error(`${answer.status}`);
			const facts = (await answer.json()) as TerritoryFacts;
			const names = new Map(atlas.snapshot.branches.map((branch) => [branch.code, words.of(branch.name)]));
			const details = detailsOf(facts, words, atlas.sources, (branch) => names.get(branch) ?? null);
			this.#kept.set(code, details);
			if (this.#wanted === code) this.details = details;
		} catch {
			if (this.#wanted === code) this.failed = true;
		}
	}
}
