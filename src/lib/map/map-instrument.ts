import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Host } from './host.ts';
import { ASKED, cameraOf, fit, moveTime } from './camera.ts';
import type { Drawing } from './drawing/drawing.ts';
import { Mirror } from './drawing/mirror.ts';
import { bindCameras } from './follow.ts';
import type { Bounds } from './geometry.ts';
import type { Drawn, Held, Instrument, MeasureKind, ShapeKind } from './instrument.ts';

/** So near «show all of these» goes at most: a town with what is around it. */
const NEAREST = 10;
/** The maps of the instruments that were handed out, for the one that follows another. */
const KNOWN = new WeakMap<Instrument, MapInstrument>();

/** The instrument of one map, and what the map itself must know of it. */
export class MapInstrument {
	readonly #map: MapLibreMap;
	readonly #host: Host;
	/** Where else my drawing is seen. */
	readonly #mirrors = new Set<Mirror>();
	/** Null until a tool first draws. */
	#drawing: Drawing | null = null;
	/** What draws now, as the turn of the one that asked last; 0 when nothing does. */
	#turn = 0;
	#turns = 0;
	#picked: ((code: string | null, held: Held) => void) | null = null;
	#isClosed = false;
	/** What is handed out. */
	readonly parts: Instrument;

	constructor(map: MapLibreMap, host: Host) {
		this.#map = map;
		this.#host = host;
		this.parts = {
			pick: (told) => this.#pick(told),
			select: (kind, told) => void this.#draw(kind, told),
			measure: (kind, told) => void this.#draw(kind, told),
			finish: () => this.#drawing?.finish(),
			undo: () => this.#drawing?.undo(),
			cancel: () => this.#cancel(),
			focus: () => map.getCanvas().focus(),
			camera: () => cameraOf(map),
			bounds: () => this.#bounds(),
			look: ({ lng, lat, zoom }) => {
				const { lng: x, lat: y } = map.getCenter();
				map.easeTo({ center: [lng ?? x, lat ?? y], zoom: zoom ?? map.getZoom(), duration: moveTime() }, ASKED);
			},
			show: (codes) => this.#show(codes),
			whole: () => host.whole(),
			project: ([lng, lat]) => map.project([lng, lat]),
			follow: (other) => this.#follow(other),
			canvasPicture: () => pictureOf(map)
		};
		KNOWN.set(this.parts, this);
	}

	/** True while a tool draws. */
	get isDrawing(): boolean {
		return this.#turn > 0;
	}

	/** True when the click belongs to a tool, which is told. */
	takes({ shiftKey, altKey }: MouseEvent, code: string | null): boolean {
		if (this.isDrawing) return true;
		this.#picked?.(code, { shift: shiftKey, alt: altKey });
		return this.#picked !== null;
	}

	dress(theme: Theme): void {
		this.#drawing?.dress(theme);
		for (const mirror of this.#mirrors) mirror.dress(theme);
	}

	close(): void {
		this.#isClosed = true;
		this.#cancel();
		this.#drawing?.close();
		this.#drawing = null;
	}

	#pick(told: (code: string | null, held: Held) => void): void {
		this.#cancel();
		this.#picked = told;
		// Shift and a drag would zoom to a box; here Shift and a click add to the selection.
		this.#map.boxZoom.disable();
	}

	/** The tool that was asked for last draws, also when its code comes late. */
	async #draw(kind: ShapeKind | MeasureKind, told: (drawn: Drawn) => void): Promise<void> {
		this.#cancel();
		const turn = (this.#turn = ++this.#turns);
		const { Drawing } = await import('./drawing/drawing.ts');
		if (this.#isClosed || this.#turn !== turn) return;
		this.#drawing ??= new Drawing(this.#map, this.#host.props().theme, (features) => {
			for (const mirror of this.#mirrors) mirror.show(features);
		});
		this.#drawing.start(kind, told);
	}

	#cancel(): void {
		this.#turn = 0;
		this.#picked = null;
		this.#drawing?.stop();
		if (!this.#isClosed) this.#map.boxZoom.enable();
	}

	#show(codes: readonly string[]): void {
		const boxes = codes.flatMap((code) => this.#host.shapes()?.bounds.get(code) ?? []).filter(Number.isFinite);
		if (boxes.length === 0) return;
		const side = (at: number): number[] => boxes.filter((_, i) => i % 4 === at);
		const bounds: Bounds = [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
		fit(this.#map, bounds, this.#host.props().padding, { duration: moveTime(), maxZoom: NEAREST }, ASKED);
	}

	#bounds(): Bounds | null {
		if (this.#host.isWhole()) return null;
		const { clientWidth, clientHeight } = this.#map.getContainer();
		const { top, bottom, left, right } = this.#host.props().padding;
		const west = this.#map.unproject([left, clientHeight - bottom]);
		const east = this.#map.unproject([clientWidth - right, top]);
		return [west.lng, west.lat, east.lng, east.lat];
	}

	#follow(other: Instrument): () => void {
		const leader = KNOWN.get(other);
		if (!leader) throw new Error('A map can follow only an instrument that a map handed out.');
		const unbind = bindCameras(this.#map, leader.#map);
		const mirror = new Mirror(this.#map, this.#host.props().theme);
		leader.#mirrors.add(mirror);
		return () => {
			unbind();
			leader.#mirrors.delete(mirror);
			if (!this.#isClosed) mirror.close();
		};
	}
}

/** A frame is readable only while it is drawn: the picture is asked for there. */
const pictureOf = (map: MapLibreMap): Promise<Blob> =>
	new Promise((resolve, reject) => {
		map.once('render', () => {
			map.getCanvas().toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))), 'image/png');
		});
		map.triggerRepaint();
	});
