import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import { decodedAtlas, fetchSnapshot, type Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import { addressOf } from '#lib/view/address.ts';
import { parseWorkshop, settledWorkshop, viewOf, workshopAddress, type ParsedWorkshop, type Workshop } from '#lib/view/workshop.ts';
import { workshopScreen, type WorkshopScreen } from '#lib/view/workshop-screen.ts';
import { knownOf } from '../known.ts';
import type { PageData } from './$types';

/**
 * The workshop while it is open. The address is the only store; what the server sent stands until the snapshot is there, and a
 * moving slider or a name being typed shows a draft that reaches the address when it rests.
 */
export class WorkshopTable {
	readonly #words: Words;
	readonly #data: () => PageData;
	/** Null until the snapshot came. */
	#atlas = $state.raw<Atlas | null>(null);
	/** True when the snapshot did not come: every change then asks the server. */
	#failed = false;
	#draft = $state.raw<Workshop | null>(null);

	constructor(data: () => PageData, words: Words) {
		this.#data = data;
		this.#words = words;
	}

	readonly #query = $derived.by(() => page.state.query ?? this.#data().query);
	readonly parsed = $derived.by((): ParsedWorkshop => {
		const { query, parsed, catalogue, presets } = this.#data();
		return this.#query === query ? parsed : parseWorkshop(new URLSearchParams(this.#query), knownOf(catalogue), presets);
	});
	/** What is on the table. */
	readonly workshop = $derived.by((): Workshop => this.#draft ?? this.parsed.workshop);
	/** What its weights change. */
	readonly screen = $derived.by((): WorkshopScreen =>
		this.#atlas ? workshopScreen(this.#atlas, this.workshop, this.#words.language) : this.#data().screen
	);
	/** The link that opens this table again; it names the release, so that it shows the same. */
	readonly link = $derived.by(() => this.address(this.workshop));
	/** The map with the weights in force. */
	readonly mapLink = $derived.by(() => addressOf(`/${this.#words.language}`, viewOf(this.#released(this.workshop))));

	/** The address of another table. */
	address(workshop: Workshop): string {
		return workshopAddress(`/${this.#words.language}/weights`, this.#released(workshop));
	}

	/** Shows a table that is still being moved or typed. */
	readonly draft = (workshop: Workshop): void => {
		this.#draft = settledWorkshop(workshop);
	};

	/** Takes a change: the address first, the page follows. */
	readonly change = (workshop: Workshop): void => {
		const address = this.address(settledWorkshop(workshop));
		this.#draft = null;
		if (this.#failed) location.assign(address);
		else replaceState(address, { query: new URL(address, location.origin).search });
	};

	/** Fetches the snapshot, so that the page answers by itself. */
	async open(): Promise<void> {
		try {
			this.#atlas = decodedAtlas(await fetchSnapshot(this.#data().release.id, fetch));
		} catch {
			this.#failed = true;
		}
	}

	#released(workshop: Workshop): Workshop {
		return { ...workshop, release: this.#data().release.id };
	}
}
