import type { Map as MapLibreMap } from 'maplibre-gl';
import type { TerraDrawMouseEvent } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';

/** Names under which drawing listens to finish and cancel: no key of a keyboard, because `keys.ts` alone reads those. */
export const ORDERS = { finish: 'pen-finish', cancel: 'pen-cancel' } as const;

/** Terra Draw's hold on the map, which can also be led without a pointer: by a cross-hair in the middle of the map. */
export class Pen extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
	readonly #map: MapLibreMap;

	constructor(map: MapLibreMap) {
		super({ map, prefixId: 'drawn' });
		this.#map = map;
	}

	/** Left to `Drawing`: between two shapes Terra Draw would let a double click zoom, and the one that ends a shape is such a click. */
	override setDoubleClickToZoom(): void {}

	/** Moves the free corner of the shape to the middle of the map. */
	aim(): void {
		this._currentModeCallbacks?.onMouseMove(this.#middle());
	}

	/** Sets a corner in the middle of the map. */
	press(): void {
		this.aim();
		this._currentModeCallbacks?.onClick(this.#middle());
	}

	order(key: keyof typeof ORDERS): void {
		this._currentModeCallbacks?.onKeyUp({ key: ORDERS[key], heldKeys: [], preventDefault: () => undefined });
	}

	#middle(): TerraDrawMouseEvent {
		const { lng, lat } = this.#map.getCenter();
		const { x, y } = this.#map.project([lng, lat]);
		return { lng, lat, containerX: x, containerY: y, button: 'left', heldKeys: [], isContextMenu: false };
	}
}
