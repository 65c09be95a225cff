import type { RankingQuestion } from '#lib/core/scoring/question.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Bands } from '#lib/core/uncertainty/bands.ts';
import type { PlaceDrivers } from '#lib/core/uncertainty/drivers.ts';
import type { Zone } from '#lib/core/zones/zones.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { RobustnessWorker } from '#lib/data/robustness.ts';
import { keyOf, type Certainty } from '#lib/view/certainty.ts';

/** How sure the ranking on screen is: what the server sent for the first one, what the worker finds out for the others. */
export class CertaintyLoader {
	/** The last one known; it may be that of another question. */
	#known = $state.raw<Certainty | null>(null);
	/** True when it could not be found out; asking again may help. */
	failed = $state(false);
	#worker: RobustnessWorker | null = null;
	/** The question the worker has. */
	#asked = '';

	constructor(first: Certainty | null) {
		this.#known = first;
	}

	/** The certainty of a question; null until it is known. */
	of(question: RankingQuestion | null): Certainty | null {
		return question && this.#known?.key === keyOf(question) ? this.#known : null;
	}

	/** Finds out what is not known of a question and of the place selected; null ends what is going on. */
	async need(question: RankingQuestion | null, selected: string | null, atlas: Atlas | null): Promise<void> {
		const key = question ? keyOf(question) : '';
		if (key === this.#asked && key !== '') return;
		if (this.#asked !== '') this.#worker?.cancel();
		this.#asked = '';
		this.failed = false;
		const scorer = question && atlas?.scorer(question.level);
		if (!scorer || this.#isWhole(this.of(question), selected)) return;
		this.#asked = key;
		try {
			await this.#ask(question!, key, atlas!, scorer);
		} catch {
			this.failed = true;
		}
	}

	/** The worker and what reads its answers come with the first question. */
	async #ask(question: RankingQuestion, key: string, { snapshot }: Atlas, { table }: Scorer): Promise<void> {
		const parts = [import('#lib/data/robustness.ts'), import('#lib/view/read-certainty.ts')] as const;
		const [{ RobustnessWorker }, { certaintyOf }] = await Promise.all(parts);
		if (key !== this.#asked) return;
		this.#worker ??= new RobustnessWorker(snapshot);
		// Regions are never joined.
		const found: { bands?: Bands; zones: readonly Zone[] | null; drivers?: readonly PlaceDrivers[] } = {
			zones: question.level === 'region' ? [] : null
		};
		const tell = (part: Partial<typeof found>): void => {
			const { bands, ...rest } = Object.assign(found, part);
			if (bands) this.#known = certaintyOf(question, table, { bands, ...rest });
		};
		await this.#worker.ask(question, {
			onbands: (bands) => tell({ bands }),
			onzones: (zones) => tell({ zones }),
			ondrivers: (drivers) => tell({ drivers }),
			onfail: () => (this.failed = true)
		});
	}

	#isWhole(known: Certainty | null, selected: string | null): boolean {
		if (!known?.zones) return false;
		return selected === null || !(selected in known.places) || selected in known.drivers;
	}

	close(): void {
		this.#worker?.close();
	}
}
