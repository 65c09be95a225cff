import type { Map as MapLibreMap } from 'maplibre-gl';
import './crosshair.css';

/** What the keys do to a drawing. */
export interface KeyOrders {
	/** The free corner goes to the middle of the map. */
	aim(): void;
	/** A corner is set there. */
	press(): void;
	finish(): void;
	undo(): void;
	cancel(): void;
}

/**
 * Drawing by keyboard: a cross-hair stands in the middle of the map, whose own arrow keys move the country under it. Space and Enter
 * set a corner; Enter where the last corner is ends the shape, as a double click does. While the pointer leads, Enter ends it too.
 */
export class KeyPath {
	readonly #map: MapLibreMap;
	readonly #orders: KeyOrders;
	readonly #mark = document.createElement('div');
	readonly #ends: (() => void)[] = [];
	/** Where the last corner was set with a key. */
	#last: string | null = null;

	constructor(map: MapLibreMap, orders: KeyOrders) {
		this.#map = map;
		this.#orders = orders;
		this.#mark.className = 'crosshair';
		this.#mark.hidden = true;
	}

	start(): void {
		this.stop();
		const canvas = this.#map.getCanvas();
		this.#map.getContainer().append(this.#mark);
		this.#on(canvas, 'keydown', (event) => this.#key(event as KeyboardEvent));
		this.#on(canvas, 'pointermove', () => this.#lead(false));
		this.#on(canvas, 'pointerdown', () => this.#lead(false));
		this.#on(canvas, 'focus', () => this.#lead(canvas.matches(':focus-visible')));
		this.#on(canvas, 'blur', () => this.#lead(false));
		const follow = (): void => this.aim();
		this.#map.on('move', follow);
		this.#ends.push(() => void this.#map.off('move', follow));
		this.#lead(document.activeElement === canvas && canvas.matches(':focus-visible'));
	}

	stop(): void {
		for (const end of this.#ends.splice(0)) end();
		this.#mark.remove();
		this.#mark.hidden = true;
		this.#last = null;
	}

	/** The free corner follows the cross-hair, where it leads. */
	aim(): void {
		if (!this.#mark.hidden) this.#orders.aim();
	}

	#on(target: HTMLElement, type: string, listener: (event: Event) => void): void {
		target.addEventListener(type, listener);
		this.#ends.push(() => target.removeEventListener(type, listener));
	}

	/** Says whether the cross-hair leads, or the pointer. */
	#lead(byKeys: boolean): void {
		this.#mark.hidden = !byKeys;
		if (!byKeys) this.#last = null;
	}

	#key(event: KeyboardEvent): void {
		const { key } = event;
		if (event.ctrlKey || event.metaKey) return;
		if (key.startsWith('Arrow')) return this.#lead(true);
		const order = this.#orderOf(key);
		if (!order) return;
		// The page has shortcuts of its own, and the space bar would scroll it.
		event.preventDefault();
		event.stopPropagation();
		order();
	}

	#orderOf(key: string): (() => void) | null {
		switch (key) {
			case 'Enter':
				return this.#mark.hidden ? this.#orders.finish : () => this.#press(true);
			case ' ':
				return () => this.#press(false);
			case 'Backspace':
				return this.#orders.undo;
			case 'Escape':
				return this.#orders.cancel;
			default:
				return null;
		}
	}

	#press(mayFinish: boolean): void {
		this.#lead(true);
		const { lng, lat } = this.#map.getCenter();
		const here = `${lng} ${lat}`;
		const isSame = here === this.#last;
		this.#last = isSame ? null : here;
		if (!isSame) this.#orders.press();
		else if (mayFinish) this.#orders.finish();
	}
}
