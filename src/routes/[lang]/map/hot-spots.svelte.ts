import { readHotSpots, type HotSpotAnswer } from '#lib/view/hot-spots.ts';

/** The hot spots a view asks for, fetched from the API when they are looked at. */
export class HotSpotLoader {
	#answer = $state.raw<HotSpotAnswer | null>(null);
	#wanted: string | null = null;

	constructor(first: HotSpotAnswer | null) {
		this.#answer = first;
	}

	/** The answer to a query; null until it is there, and for no query. */
	of(query: string | null): HotSpotAnswer | null {
		return this.#answer?.query === query ? this.#answer : null;
	}

	/** Fetches what is not there; an answer that comes after another question is dropped. */
	async need(query: string | null): Promise<void> {
		this.#wanted = query;
		if (query === null || this.of(query)) return;
		const answer = await fetch(`/api/v1/hotspots?${query}`).then(
			(response) => readHotSpots(query, response),
			(): HotSpotAnswer => ({ query, refusal: 'failed' })
		);
		if (this.#wanted === query) this.#answer = answer;
	}
}
