import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Host } from './host.ts';
import { createBasemap } from './layers/basemap.ts';
import { createChosen } from './layers/chosen.ts';
import { createHeat } from './layers/heat.ts';
import { createOwn } from './layers/own.ts';
import { MapInstrument } from './map-instrument.ts';
import type { MapProps } from './props.ts';

/** What only the workspace asks of a map; the plain map page never loads this file. */
export interface Additions {
	/** Takes the next wish and moves what differs from the last one. */
	update(next: MapProps): void;
	/** Other shapes came in: another level, or finer ones. */
	reshape(): void;
	/** True when a tool of the page takes a click for itself. */
	takes(event: MapMouseEvent, code: string | null): boolean;
	/** True while a tool draws: the pointer then means no territory. */
	readonly isDrawing: boolean;
	close(): void;
}

const NONE: ReadonlySet<string> = new Set();
const NO_SYMBOLS: MapProps['scene']['symbols'] = [];

/** The additions of a map whose style is loaded. */
export function createAdditions(map: MapLibreMap, host: Host): Additions {
	const [basemap, own, heat, chosen] = [createBasemap(map), createOwn(map), createHeat(map), createChosen(map)];
	const instrument = new MapInstrument(map, host);
	const stopPointing = tellPointer(map, host);
	let last: MapProps | null = null;
	let heated = NO_SYMBOLS;
	return {
		update(next) {
			const changed = (...keys: (keyof MapProps)[]) => !last || keys.some((key) => last![key] !== next[key]);
			const symbols = next.points === 'heat' ? next.scene.symbols : NO_SYMBOLS;
			const steps: readonly [isDue: boolean, step: () => void][] = [
				[changed('basemap') && (last !== null || !!next.basemap), () => basemap.show(next.basemap ?? null)],
				[changed('own', 'theme'), () => own.show(next.own ?? [], next.theme, next.texts.own ?? '')],
				[changed('theme') || symbols !== heated, () => heat.show(symbols, next.theme)],
				[changed('theme'), () => chosen.dress(next.theme)],
				[changed('chosen'), () => chosen.show(next.chosen ?? NONE, host.shapes())],
				[changed('theme'), () => instrument.dress(next.theme)],
				[last === null, () => next.oninstrument?.(instrument.parts)]
			];
			last = next;
			heated = symbols;
			for (const [isDue, step] of steps) if (isDue) step();
		},
		reshape() {
			chosen.show(host.props().chosen ?? NONE, host.shapes());
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
