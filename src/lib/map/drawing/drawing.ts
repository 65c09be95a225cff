import type { Feature } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawModeUndoRedo, type GeoJSONStoreFeatures } from 'terra-draw';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Drawn, Held, MeasureKind, ShapeKind } from '../instrument.ts';
import { drawnOf, isSpeck, nothingDrawn } from './drawn.ts';
import { KeyPath } from './keys.ts';
import { dressesOf, MODE_OF, modesOf } from './modes.ts';
import { Pen } from './pen.ts';

type Kind = ShapeKind | MeasureKind;
type FeatureId = string | number;

/** Shapes drawn on a map by pointer, finger or keyboard, one at a time: a new one takes the place of the last. */
export class Drawing {
	readonly #map: MapLibreMap;
	readonly #pen: Pen;
	readonly #draw: TerraDraw;
	readonly #keys: KeyPath;
	readonly #seen: (features: readonly Feature[]) => void;
	#kind: Kind | null = null;
	#told: (drawn: Drawn) => void = () => undefined;
	/** The shape that is done and still shown. */
	#done: FeatureId | null = null;
	#held: Held = { shift: false, alt: false };

	/** `seen` is given all that is drawn, whenever it changes. */
	constructor(map: MapLibreMap, theme: Theme, seen: (features: readonly Feature[]) => void) {
		this.#map = map;
		this.#seen = seen;
		this.#pen = new Pen(map);
		this.#draw = new TerraDraw({ adapter: this.#pen, modes: modesOf(theme), undoRedo: { modeLevel: new TerraDrawModeUndoRedo() } });
		this.#keys = new KeyPath(map, {
			aim: () => this.#pen.aim(),
			press: () => this.#pen.press(),
			finish: () => this.finish(),
			undo: () => this.undo(),
			cancel: () => this.#escape()
		});
		this.#draw.on('change', () => this.#tell());
		this.#draw.on('finish', (id) => this.#end(id));
	}

	start(kind: Kind, told: (drawn: Drawn) => void): void {
		this.#told = told;
		this.#map.doubleClickZoom.disable();
		this.#map.boxZoom.disable();
		if (!this.#draw.enabled) this.#draw.start();
		this.#draw.setMode(MODE_OF[kind]);
		this.#kind = kind;
		for (const type of ['pointerup', 'keydown'] as const) this.#map.getCanvas().addEventListener(type, this.#hold, true);
		this.#keys.start();
		told(nothingDrawn(kind, 'begun', this.#held));
	}

	/** Puts the tool away, with all it drew. */
	stop(): void {
		if (this.#kind === null) return;
		this.#kind = null;
		this.#done = null;
		this.#keys.stop();
		for (const type of ['pointerup', 'keydown'] as const) this.#map.getCanvas().removeEventListener(type, this.#hold, true);
		this.#draw.stop();
		this.#map.doubleClickZoom.enable();
		this.#seen([]);
	}

	finish(): void {
		this.#pen.order('finish');
	}

	/** A box and a circle have one corner to take back: they begin anew. */
	undo(): void {
		if (this.#draw.canUndo()) this.#draw.undo();
		else this.#pen.order('cancel');
		this.#keys.aim();
		this.#tell();
	}

	dress(theme: Theme): void {
		for (const [mode, styles] of dressesOf(theme)) this.#draw.updateModeOptions(mode as never, { styles } as never);
	}

	close(): void {
		this.stop();
	}

	/** First the shape that is drawn or shown goes, then the tool itself. */
	#escape(): void {
		if (this.#shape() !== null) {
			this.#pen.order('cancel');
			this.#forget();
			return this.#tell();
		}
		this.#told(nothingDrawn(this.#kind!, 'left', this.#held));
	}

	#end(id: FeatureId): void {
		const feature = this.#draw.getSnapshotFeature(id);
		if (!feature || this.#kind === null) return;
		this.#forget();
		this.#done = id;
		const drawn = drawnOf(this.#kind, feature, true, this.#held);
		if (!isSpeck(drawn)) return this.#told(drawn);
		this.#forget();
		this.#told(nothingDrawn(this.#kind, 'begun', this.#held));
	}

	/** Takes the shape that is done from the map. */
	#forget(): void {
		const id = this.#done;
		this.#done = null;
		if (id !== null && this.#draw.hasFeature(id)) this.#draw.removeFeatures([id]);
	}

	#tell(): void {
		if (this.#kind === null || !this.#draw.enabled) return;
		const features = this.#draw.getSnapshot();
		this.#seen(features);
		const current = features.find(isBeingDrawn);
		if (current) this.#told(drawnOf(this.#kind, current, false, this.#held));
		else if (this.#done === null) this.#told(nothingDrawn(this.#kind, 'begun', this.#held));
		// The first corner of a new shape takes the last one away; not within the event that tells of it.
		if (current && this.#done !== null) queueMicrotask(() => this.#forget());
	}

	/** The shape under the hand, else the one that is done; null when there is neither. */
	#shape(): GeoJSONStoreFeatures | null {
		const features = this.#draw.getSnapshot();
		return features.find(isBeingDrawn) ?? features.find(({ id }) => id === this.#done) ?? null;
	}

	readonly #hold = ({ shiftKey, altKey }: PointerEvent | KeyboardEvent): void => {
		this.#held = { shift: shiftKey, alt: altKey };
	};
}

/** Corners are features of their own, and bear the mark of their shape. */
const isBeingDrawn = ({ geometry, properties }: GeoJSONStoreFeatures): boolean =>
	geometry.type !== 'Point' && properties['currentlyDrawing'] === true;
