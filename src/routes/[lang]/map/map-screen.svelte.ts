import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Snapshot } from '#lib/core/release/snapshot.ts';
import type { PillarWeights } from '#lib/core/scoring/method.ts';
import { levelOfCode } from '#lib/core/territory/territory.ts';
import { decodedAtlas, fetchCommunes, fetchSnapshot, regionOf, type Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import { addressOf, formatView, parseView, settled, type ParsedView } from '#lib/view/address.ts';
import type { PlaceScreen } from '#lib/view/place-screen.ts';
import { hotSpotQuery } from '#lib/view/hot-spots.ts';
import { paintedOf, screenOf, type Painted, type Screen } from '#lib/view/screen.ts';
import { questionOf, weightsOf, type View } from '#lib/view/view.ts';
import { Cooperatives } from './cooperatives.svelte.ts';
import { DeclaredNeeds } from './declared.svelte.ts';
import { HotSpotLoader } from './hot-spots.svelte.ts';
import { knownOf } from '../known.ts';
import { loadPlace, type PlaceParts } from '../place/load-place.ts';
import type { Documents } from './documents.ts';
import type { PageData } from '../$types';

/** What a map screen is opened with: of the page of the map, and of a frame that shows the same. */
export type ScreenData = Pick<
	PageData,
	| 'query'
	| 'view'
	| 'issues'
	| 'staleRelease'
	| 'release'
	| 'current'
	| 'catalogue'
	| 'product'
	| 'presets'
	| 'hotSpots'
	| 'certainty'
	| 'screen'
	| 'legend'
	| 'place'
	| 'parts'
>;

/**
 * The map screen while it is open. The address is the only store of the view; what the server sent stands until
 * the snapshot is there, and a moving slider shows a draft that reaches the address when it rests.
 */
export class MapScreen {
	readonly #words: Words;
	readonly #data: () => ScreenData;
	/** Null until a place was shown. */
	parts = $state.raw<PlaceParts | null>(null);
	/** Null until the snapshot came. */
	atlas = $state.raw<Atlas | null>(null);
	/** True when the snapshot did not come: lists stay as the server sent them. */
	failed = $state(false);
	hovered = $state<string | null>(null);
	readonly cooperatives = new Cooperatives();
	readonly declared = new DeclaredNeeds();
	readonly hotSpots: HotSpotLoader;
	/** The documented potentials; null until the potentials lens or the search asked for them and they came. */
	documents = $state.raw<Documents | null>(null);
	/** Weights of a moving slider as the map shows them, and as list and panel told them in the last frame. */
	#draft = $state.raw<PillarWeights | null>(null);
	#toldDraft = $state.raw<PillarWeights | null>(null);
	#frame = 0;

	constructor(data: () => ScreenData, words: Words) {
		this.#data = data;
		this.#words = words;
		this.parts = data().parts;
		this.hotSpots = new HotSpotLoader(data().hotSpots);
	}

	readonly #query = $derived.by(() => page.state.query ?? this.#data().query);
	readonly #parsed = $derived.by((): ParsedView => {
		const data = this.#data();
		if (this.#query === data.query) return { view: data.view, issues: data.issues, staleRelease: data.staleRelease };
		return parseView(new URLSearchParams(this.#query), knownOf(data.catalogue));
	});
	/** The view of the address. */
	readonly view = $derived.by(() => this.#parsed.view);
	readonly issues = $derived.by(() => this.#parsed.issues);
	readonly staleRelease = $derived.by(() => this.#parsed.staleRelease);
	/** The view that list, legend, controls and panel tell. */
	readonly told = $derived.by((): View => withDraft(this.view, this.#toldDraft));
	readonly weights = $derived.by(() => weightsOf(this.told, this.#data().presets));
	readonly #answer = $derived.by(() => {
		const scorer = this.view.lens === 'potentials' ? this.atlas?.scorer(this.view.level) : null;
		if (!scorer || !this.documents) return null;
		const { territories } = scorer.table;
		return this.documents.answer(territories, (code) => regionOf(this.atlas!, code), scorer.method.evidence, questionOf(this.view));
	});
	readonly #layer = $derived.by(() => (this.view.lens === 'cooperatives' && this.cooperatives.layers.get(this.view.level)) || null);
	/** What the view at rest asks of the hot spots; null when it asks for none. */
	readonly hotSpotQuery = $derived.by(() => hotSpotQuery(this.view, this.#data().presets, this.#data().release.id));
	/** Hot spots of the view at rest, or why there are none; null when it asks for none, and until they are there. */
	readonly spots = $derived.by(() => this.hotSpots.of(this.hotSpotQuery));
	/** True while they are on their way. */
	readonly isLooking = $derived.by(() => this.hotSpotQuery !== null && this.spots === null);
	/** A value of its own, so that what is told does not follow every move of a slider, only its first and its last. */
	readonly #isMoving = $derived.by(() => this.#draft !== null);
	/** Weights that move have no hot spots yet: their plain scores are painted until they rest. */
	readonly #parts = $derived.by(() => ({
		layer: this.#layer,
		declared: this.declared.of(this.view),
		documents: this.#answer,
		hotSpots: this.#isMoving ? null : this.spots
	}));
	/** What the map paints: ahead of the list by a frame at most while a slider moves. */
	readonly painted = $derived.by((): Painted | null => this.atlas && paintedOf(this.atlas, withDraft(this.view, this.#draft), this.#parts));
	readonly #toldPainted = $derived.by(() => this.atlas && paintedOf(this.atlas, this.told, this.#parts));
	/** Null while the communes are on their way. */
	readonly screen = $derived.by((): Screen | null => {
		// The products and counts in the lines of the server's list do not go away while theirs travel.
		if (this.#isFirst && this.#isWaiting) return this.#data().screen;
		if (this.atlas && this.#toldPainted) return screenOf(this.atlas, this.#toldPainted, this.#words.language);
		return this.#isFirst ? this.#data().screen : null;
	});
	readonly #isWaiting = $derived.by(() => {
		const { lens, level } = this.view;
		if (lens === 'cooperatives') return !this.cooperatives.layers.has(level);
		return (lens === 'potentials' && !this.documents) || this.declared.waits(this.view);
	});
	readonly place = $derived.by((): PlaceScreen | null => {
		if (this.parts && this.atlas?.scorer(this.told.level)) return this.parts.placeScreen(this.atlas, this.told, this.#words);
		return this.#isFirst ? this.#data().place : null;
	});
	readonly #isFirst = $derived.by(() => this.#query === this.#data().query);

	/** The address of this page with a part of the view changed; it always names the release, so that a link stays true. */
	address(part: Partial<View>): string {
		return addressOf(`/${this.#words.language}`, this.#changed(part));
	}

	/** Where the reader looks, as the hash of a link; empty for the whole country. */
	#look = $state('');
	/** The address of this page as the reader sees it. */
	readonly link = $derived.by(() => this.address({}) + this.#look);

	/** Takes the view of the map as a hash: the address follows, and history does not grow. */
	readonly look = (hash: string): void => {
		this.#look = hash;
		if (hash !== location.hash) replaceState(location.pathname + location.search + hash, page.state);
	};

	/** Takes a change: the address first, the screen follows. */
	readonly change = (part: Partial<View>): void => {
		const query = `?${formatView(this.#changed(part))}`;
		this.#settle(null);
		// The camera lives in the hash and stays where it is.
		const address = query + location.hash;
		if ('weights' in part || 'aggregator' in part) replaceState(address, { query });
		else pushState(address, { query });
		void this.needParts();
	};

	/** Takes weights of a moving slider: the map at once, list and panel once a frame, however many moves come in it. */
	readonly draft = (weights: PillarWeights): void => {
		this.#draft = weights;
		this.#frame ||= requestAnimationFrame(() => this.#settle(this.#draft));
	};

	#settle(draft: PillarWeights | null): void {
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		this.#draft = this.#toldDraft = draft;
	}

	#changed(part: Partial<View>): View {
		const next = { ...this.view, ...part, release: this.#data().release.id };
		// A place belongs to one level: choosing it moves the level, choosing another level lets it go.
		if (part.territory || !part.level || part.level === this.view.level) return settled(next);
		return settled({ ...next, territory: this.#kept(part.level) });
	}

	/** The parent of the selected place that belongs to `level`; null when there is none. */
	#kept(level: View['level']): string | null {
		let code = this.view.territory;
		while (code !== null && levelOfCode(code) !== level) code = this.atlas?.territory(code)?.parent ?? null;
		return code;
	}

	/** Fetches the snapshot, then what the view needs. */
	async open(): Promise<void> {
		try {
			this.#snapshot = await fetchSnapshot(this.#data().release.id, fetch);
			this.atlas = decodedAtlas(this.#snapshot);
			await this.needParts();
		} catch {
			this.failed = true;
		}
	}
	#snapshot: Snapshot | null = null;
	#communes: Promise<void> | null = null;

	/** Fetches what the view shows beyond the snapshot: communes, documented potentials, counts of cooperatives, declared needs. */
	async needParts(): Promise<void> {
		const { level, lens, territory } = this.view;
		if (territory !== null)
			loadPlace(this.#words.language).then(
				(parts) => (this.parts = parts),
				() => (this.failed = true)
			);
		await Promise.all([level === 'commune' && this.needCommunes(), lens === 'potentials' && this.needDocuments()]);
		if (lens === 'cooperatives' && this.atlas?.scorer(level)) await this.cooperatives.need(level, this.atlas, this.#words);
		if (this.atlas) await this.declared.need(this.view, this.atlas, this.#words);
	}

	/** Fetches what a search looks through beside the snapshot. */
	readonly needNames = (): void => void Promise.all([this.needCommunes(), this.needDocuments()]);

	/** Fetches the documented potentials, and the code that reads them, once; a failure may be tried again. */
	readonly needDocuments = (): Promise<void> => {
		this.#documents ??= (async () => {
			try {
				const { fetchDocuments } = await import('./documents.ts');
				this.documents = await fetchDocuments(this.#data().release.id);
				this.failed = false;
			} catch {
				this.failed = true;
				this.#documents = null;
			}
		})();
		return this.#documents;
	};
	#documents: Promise<void> | null = null;

	/** Fetches the communes once; a failure may be tried again. */
	readonly needCommunes = (): Promise<void> => {
		this.#communes ??= (async () => {
			try {
				const table = await fetchCommunes(this.#data().release.id, fetch);
				if (this.#snapshot) this.atlas = decodedAtlas(this.#snapshot, table);
				this.failed = false;
			} catch {
				this.failed = true;
				this.#communes = null;
			}
		})();
		return this.#communes;
	};
}

const withDraft = (view: View, draft: PillarWeights | null): View =>
	draft === null ? view : { ...view, weights: { kind: 'own', weights: draft } };
