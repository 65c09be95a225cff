import {
	arranged,
	moved,
	PLAIN,
	shown,
	stepped,
	withCommentary,
	withHidden,
	type PresentAction,
	type Presentation
} from '#lib/view/presentation.ts';
import { keepPresentation, keptPresentation } from './kept-presentation.ts';
import type { ShownSlide } from './shown-slide.ts';

/** A presentation while it is given: which slide stands there, what is open beside it, and how the presenter arranged it. */
export class Show {
	readonly #slides: () => readonly ShownSlide[];
	readonly #code: () => string;
	/** Writes the address of a slide. */
	readonly #push: (id: string) => void;
	/** Id of the slide that is shown; it may be a hidden one, when a link names it. */
	#current = $state('');
	#presentation = $state.raw<Presentation>(PLAIN);
	/** What was there before the last import or reset. */
	#before = $state.raw<Presentation | null>(null);
	/** False where the browser keeps nothing. */
	isKept = $state(true);
	isBlank = $state(false);
	hasNotes = $state(false);
	/** The sheet that lies over the slides. */
	sheet = $state<'overview' | 'help' | null>(null);
	/** Digits of a slide number that is being typed. */
	typed = $state('');
	/** When the first move was made, in milliseconds of the clock; null before. */
	startedAt = $state<number | null>(null);

	constructor(slides: () => readonly ShownSlide[], code: () => string, push: (id: string) => void) {
		this.#slides = slides;
		this.#code = code;
		this.#push = push;
	}

	readonly #ids = $derived.by(() => this.#slides().map(({ id }) => id));
	readonly #byId = $derived.by(() => new Map(this.#slides().map((slide) => [slide.id, slide])));
	/** All slides as the presenter arranged them, hidden ones too. */
	readonly row = $derived.by(() => arranged(this.#ids, this.#presentation).map((id) => this.#byId.get(id)!));
	readonly #shown = $derived.by(() => shown(this.#ids, this.#presentation));
	readonly slide = $derived.by(() => this.#byId.get(this.#current) ?? this.#byId.get(this.#shown[0]!)!);
	/** Place of the slide among those shown, from 1; 0 for a hidden one. */
	readonly position = $derived.by(() => this.#shown.indexOf(this.slide.id) + 1);
	readonly count = $derived.by(() => this.#shown.length);
	/** The slide that comes next; null at the end. */
	readonly next = $derived.by(() => this.#at(1));
	readonly back = $derived.by(() => this.#at(-1));
	readonly presentation = $derived.by(() => this.#presentation);
	readonly canUndo = $derived.by(() => this.#before !== null);

	#at(step: -1 | 1): ShownSlide | null {
		const id = stepped(this.#ids, this.#presentation, this.slide.id, step);
		return id === this.slide.id ? null : this.#byId.get(id)!;
	}

	/** Takes what this device keeps, and the slide of the address. */
	open(hash: string): void {
		this.#presentation = keptPresentation(this.#code());
		this.follow(hash);
	}

	/** The address names another slide: by a link, or by the way back. */
	follow(hash: string): void {
		const id = hash.slice(1);
		this.#current = this.#byId.has(id) ? id : this.#shown[0]!;
	}

	/** Shows a slide; the address and the clock follow. */
	go(id: string): void {
		this.typed = '';
		if (id === this.slide.id || !this.#byId.has(id)) return;
		this.startedAt ??= Date.now();
		this.#current = id;
		this.#push(id);
	}

	/** Does what a key or a button asks for; full screen is left to the page. A blank screen takes the first press for itself. */
	perform(action: PresentAction): void {
		if (this.isBlank) {
			this.isBlank = false;
			return;
		}
		if (action.kind === 'go') this.go(this.#shown[action.position - 1] ?? this.slide.id);
		else this.#acts[action.kind]();
	}

	readonly #acts: Readonly<Record<Exclude<PresentAction['kind'], 'go'>, () => void>> = {
		next: () => this.go(this.next?.id ?? this.slide.id),
		back: () => this.go(this.back?.id ?? this.slide.id),
		first: () => this.go(this.#shown[0]!),
		last: () => this.go(this.#shown.at(-1)!),
		blank: () => (this.isBlank = true),
		notes: () => (this.hasNotes = !this.hasNotes),
		overview: () => (this.sheet = this.sheet === 'overview' ? null : 'overview'),
		help: () => (this.sheet = this.sheet === 'help' ? null : 'help'),
		leave: () => (this.sheet = null),
		fullscreen: () => undefined
	};

	isHidden = (id: string): boolean => this.#presentation.hidden.includes(id);
	commentary = (id: string): string => this.#presentation.commentary[id] ?? '';

	move = (id: string, step: -1 | 1): void => this.#take(moved(this.#presentation, this.#ids, id, step));
	hide = (id: string, isHidden: boolean): void => this.#take(withHidden(this.#presentation, id, isHidden));
	comment = (id: string, text: string): void => this.#take(withCommentary(this.#presentation, id, text));

	/** Replaces all the presenter arranged; it can be undone once. */
	replace = (presentation: Presentation): void => {
		this.#before = this.#presentation;
		this.#take(presentation);
	};
	undo = (): void => {
		if (this.#before) this.#take(this.#before);
		this.#before = null;
	};

	#take(presentation: Presentation): void {
		this.#presentation = presentation;
		this.isKept = keepPresentation(this.#code(), presentation);
	}
}
