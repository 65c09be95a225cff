import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Bounds } from './geometry.ts';
import { createBasemap } from './layers/basemap.ts';
import { createChosen } from './layers/chosen.ts';
import { createHeat } from './layers/heat.ts';
import { createOwn } from './layers/own.ts';
import { MapInstrument } from './map-instrument.ts';
import type { MapProps } from './props.ts';

/** What the additions know of the map they belong to. */
export interface Host {
	/** The last wish. */
	props(): MapProps;
	/** The box of a territory of the level on screen; undefined when there is none of this code. */
	boundsOf(code: string): Bounds | undefined;
	whole(): void;
}

/** What only the workspace asks of a map; the plain map page never loads this file. */
export interface Additions {
	/** Takes the next wish and moves what differs from the last one. */
	update(next: MapProps): void;
	/** States of features were taken from the map: another level came in. */
	forgetStates(): void;
	/** True when a tool of the page takes a click for itself. */
	takes(event: MapMouseEvent, code: string | null): boolean;
	/** True while a tool draws: the pointer then means no territory. */
	readonly isDrawing: boolean;
	close(): void;
}

const NONE: ReadonlySet<string> = new Set();

/** The additions of a map whose style is loaded. */
export function createAdditions(map: MapLibreMap, host: Host): Additions {
	const [basemap, own, heat, chosen] = [createBasemap(map), createOwn(map), createHeat(map), createChosen(map)];
	const instrument = new MapInstrument(map, host);
	const stopPointing = tellPointer(map, host);
	let last: MapProps | null = null;
	return {
		update(next) {
			const changed = (...keys: (keyof MapProps)[]) => !last || keys.some((key) => last![key] !== next[key]);
			if (changed('basemap') && (last || next.basemap)) basemap.show(next.basemap ?? null);
			if (changed('own', 'theme')) own.show(next.own ?? [], next.theme, next.texts.own ?? '');
			if (changed('points', 'theme') || last?.scene.symbols !== next.scene.symbols)
				heat.show(next.points === 'heat' ? next.scene.symbols : [], next.theme);
			if (changed('theme')) chosen.dress(next.theme);
			if (changed('chosen')) chosen.show(next.chosen ?? NONE);
			if (changed('theme')) instrument.dress(next.theme);
			if (!last) next.oninstrument?.(instrument.parts);
			last = next;
		},
		forgetStates() {
			chosen.forgetStates();
			chosen.show(host.props().chosen ?? NONE);
		},
		takes: (event, code) => instrument.takes(event.originalEvent, code),
		get isDrawing() {
			return instrument.isDrawing;
		},
		close() {
			stopPointing();
			instrument.close();
		}
	};
}

/** Tells where the pointer is, once a frame however often it moves. Returns how it ends. */
function tellPointer(map: MapLibreMap, host: Host): () => void {
	let frame = 0;
	let at: readonly [number, number] | null = null;
	const tell = (): void => {
		frame = 0;
		host.props().onpoint?.(at);
	};
	const later = (next: typeof at): void => {
		at = next;
		frame ||= requestAnimationFrame(tell);
	};
	map.on('mousemove', ({ lngLat: { lng, lat } }) => later([lng, lat]));
	map.on('mouseout', () => later(null));
	return () => cancelAnimationFrame(frame);
}
