import type { Tally } from '#lib/core/feedback/tally.ts';
import type { Tallies } from './tally-text.ts';

/** The feedback there is on the values of a place, asked for when the place is looked at. */
export class PlaceTallies {
	/** Of the place shown; empty until it is known, and where it does not come. */
	told = $state.raw<Tallies>({});
	#wanted: string | null = null;

	async show(code: string): Promise<void> {
		if (this.#wanted === code) return;
		this.#wanted = code;
		this.told = {};
		try {
			const answer = await fetch(`/api/v1/feedback?territory=${encodeURIComponent(code)}`);
			if (!answer.ok) return;
			const { items } = (await answer.json()) as { items: readonly (Tally & { about: string })[] };
			if (this.#wanted === code) this.told = Object.fromEntries(items.map(({ about, ...tally }) => [about, tally]));
		} catch {
			// Without a network the values stand without it.
		}
	}
}
