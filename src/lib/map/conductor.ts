import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { Additions } from './additions.ts';
import { COUNTRY, DETAIL_ZOOM, FOLLOWING, TOWN_ZOOM, cameraOf, ensureVisible, fit, moveTime } from './camera.ts';
import { applyTheme, codeAt, createMap, setData, symbolAt } from './engine.ts';
import type { Detail, Geometries, LevelGeometry, Town } from './geometry.ts';
import { labelsOf, pointsOf, townsOf, zonesOf } from './labels.ts';
import type { SymbolOverlay } from './layers/symbols.ts';
import { createPainter, type Painter } from './painter.ts';
import { isMore, type MapProps } from './props.ts';

/** Where the pointer is, in pixels of the map, and what it is over; `symbol` is the id of a symbol. */
export interface Pointed {
	readonly x: number;
	readonly y: number;
	readonly code: string | null;
	readonly symbol: string | null;
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** A living map: it is told the whole wish each time and moves only what differs from the last one. */
export class Conductor {
	readonly #map: MapLibreMap;
	readonly #painter: Painter;
	readonly #container: HTMLElement;
	readonly #geometries: Geometries;
	readonly #onpointed: (pointed: Pointed | null) => void;
	#props: MapProps;
	#shown: LevelGeometry | null = null;
	#detail: Detail = 'coarse';
	#towns: readonly Town[] = [];
	#townsAsked = false;
	#overlay: SymbolOverlay | null = null;
	#overlayAsked = false;
	#additions: Additions | null = null;
	#additionsAsked = false;
	/** True until the reader moves the map: until then it keeps showing the whole country. */
	#untouched: boolean;
	/** True while the view of a link stands: nothing but the reader moves it. */
	#held: boolean;
	#closed = false;

	constructor(container: HTMLElement, geometries: Geometries, props: MapProps, onpointed: (pointed: Pointed | null) => void) {
		this.#container = container;
		this.#geometries = geometries;
		this.#props = props;
		this.#onpointed = onpointed;
		this.#untouched = !props.camera;
		this.#held = !this.#untouched;
		this.#map = createMap(container, props, () => this.#showCountry());
		this.#painter = createPainter(this.#map);
		this.#listen();
	}

	/** Brings the geometry in and paints the first scene; rejects when a file does not come. */
	async open(): Promise<void> {
		const map = this.#map;
		const loaded = new Promise<void>((resolve) => map.once('load', () => resolve()));
		const level = this.#geometries.level(this.#props.scene.level, this.#detail);
		const [context] = await Promise.all([this.#geometries.context(), level, loaded, this.#needTowns()]);
		if (this.#closed) return;
		setData(map, 'context', context);
		await this.#showLevel();
		this.#props.onready();
		this.#more();
	}

	/** Takes the next wish. Safe to call before the map is there: the last one counts. */
	update(next: MapProps): void {
		const last = this.#props;
		this.#props = next;
		if (!this.#shown) return;
		const changed = (...keys: (keyof MapProps)[]) => keys.some((key) => last[key] !== next[key]);
		if (changed('theme')) this.#dress();
		if (next.scene.level !== this.#shown.level) void this.#showLevel();
		else if (changed('scene', 'theme', 'selected', 'hovered', 'aloneRow', 'onlyRows', 'opacity')) this.#paint();
		if (last.scene.symbols !== next.scene.symbols || changed('theme', 'points', 'symbolScale')) this.#showSymbols();
		if (changed('zones')) this.#showZones();
		if (changed('names', 'labelAt', 'language', 'selected')) this.#showNames();
		if (changed('selected') || !samePadding(last, next)) this.#reveal(changed('selected'));
		this.#more();
	}

	close(): void {
		this.#closed = true;
		this.#additions?.close();
		this.#map.remove();
	}

	/** An answer that comes after the level changed again is dropped. */
	async #showLevel(): Promise<void> {
		try {
			const geometry = await this.#geometries.level(this.#props.scene.level, this.#detail);
			if (this.#closed || geometry.level !== this.#props.scene.level) return;
			this.#place(geometry);
		} catch {
			if (!this.#closed) this.#props.onfail('no-data');
		}
	}

	#place(geometry: LevelGeometry): void {
		const isNew = this.#shown?.level !== geometry.level;
		this.#shown = geometry;
		if (isNew) {
			this.#map.removeFeatureState({ source: 'territories' });
			this.#painter.forgetStates();
		}
		// States first: then the new shapes are never seen unpainted.
		this.#paint();
		setData(this.#map, 'territories', geometry.territories);
		setData(this.#map, 'borders', geometry.borders);
		this.#showZones();
		this.#additions?.reshape();
		if (isNew) {
			this.#showNames();
			this.#showSymbols();
			this.#reveal();
		}
	}

	/** What only the workspace asks for comes with the first wish that holds some of it. */
	#more(): void {
		this.#additions?.update(this.#props);
		if (this.#additionsAsked || !isMore(this.#props)) return;
		this.#additionsAsked = true;
		void import('./additions.ts').then(({ createAdditions }) => {
			if (this.#closed) return;
			this.#additions = createAdditions(this.#map, {
				shapes: () => this.#shown,
				props: () => this.#props,
				isWhole: () => this.#untouched,
				whole: () => this.#showCountry()
			});
			this.#additions.update(this.#props);
		});
	}

	#paint(): void {
		delete this.#container.dataset.ready;
		const { scene, theme, selected, hovered, aloneRow, onlyRows, opacity = 100 } = this.#props;
		this.#painter.paint(scene, theme, onlyRows ?? (aloneRow === null ? null : [aloneRow]), opacity / 100);
		this.#painter.mark('selected', selected);
		this.#painter.mark('hovered', hovered);
		this.#container.dataset.painted = String(this.#painter.painted);
		this.#map.triggerRepaint();
	}

	#reveal(isChosen = false): void {
		this.#held &&= !isChosen;
		if (this.#held || this.#props.follows) return;
		const { selected, padding, legend } = this.#props;
		const bounds = selected === null ? undefined : this.#shown?.bounds.get(selected);
		if (bounds) ensureVisible(this.#map, bounds, padding, legend?.() ?? null);
		else if (this.#untouched) fit(this.#map, COUNTRY, padding, { duration: 0 });
	}

	#showCountry(): void {
		this.#untouched = true;
		this.#held = false;
		fit(this.#map, COUNTRY, this.#props.padding, { duration: moveTime() });
		this.#props.oncamera(null);
	}

	/** A town is a commune: where communes are named, it would be named twice. */
	#showNames(): void {
		const { language, scene, selected, names } = this.#props;
		const towns = scene.level === 'commune' ? [] : this.#towns;
		if (this.#shown) setData(this.#map, 'labels', labelsOf(this.#shown, this.#props, towns));
		setData(this.#map, 'towns', townsOf(towns, language, selected && names(selected)));
	}

	#showZones(): void {
		const { zones = [], labelAt } = this.#props;
		if (this.#shown) setData(this.#map, 'zones', zonesOf(this.#shown, zones, labelAt));
	}

	#dress(): void {
		applyTheme(this.#map, this.#props.theme);
		this.#painter.forgetLooks();
	}

	#showSymbols(): void {
		const { scene, points, symbolScale = 1 } = this.#props;
		const hexagons = points === 'hexagons';
		setData(this.#map, 'points', hexagons || points === 'heat' ? NOTHING : pointsOf(scene, symbolScale));
		this.#overlay?.show(scene.symbols, this.#props.theme, points ?? 'symbols', symbolScale);
		if (this.#overlayAsked || !scene.symbols.some(({ kind }) => hexagons || kind === 'count')) return;
		this.#overlayAsked = true;
		void import('./layers/symbols.ts').then(({ createSymbolOverlay }) => {
			if (this.#closed) return;
			this.#overlay = createSymbolOverlay(this.#map);
			this.#showSymbols();
		});
	}

	#listen(): void {
		const map = this.#map;
		map.on('idle', () => {
			if (this.#painter.painted > 0) this.#container.dataset.ready = 'true';
		});
		map.on('movestart', (event) => {
			if (event.originalEvent || FOLLOWING in event) this.#untouched = this.#held = false;
		});
		map.on('moveend', () => {
			if (!this.#untouched) this.#props.oncamera(cameraOf(map));
		});
		map.on('zoomend', () => {
			this.#refine();
			void this.#needTowns();
		});
		map.on('resize', () => this.#reveal());
		map.on('click', (event) => {
			const { code } = this.#pointed(event.point);
			if (!this.#additions?.takes(event, code)) this.#props.onselect(code);
		});
		map.on('mousemove', ({ point }) => {
			if (!this.#additions?.isDrawing) this.#hover(this.#pointed(point));
			else if (this.#props.hovered !== null) this.#props.onhover(null);
		});
		map.on('mouseout', () => this.#hover(null));
		map.on('webglcontextlost', () => this.#props.onfail('lost-context'));
	}

	/** Towns are named from a certain nearness on: who looks at the whole country does not fetch them. */
	async #needTowns(): Promise<void> {
		if (this.#townsAsked || this.#map.getZoom() < TOWN_ZOOM) return;
		this.#townsAsked = true;
		try {
			this.#towns = await this.#geometries.towns();
			// MapLibre leaves tiles that are on their way without the new names.
			if (this.#shown && !this.#map.areTilesLoaded()) await this.#map.once('idle');
			if (!this.#closed && this.#shown) this.#showNames();
		} catch {
			// A map without towns is still a map; the next movement asks again.
			this.#townsAsked = false;
		}
	}

	/** Finer outlines once they can be seen; they then stay, so that zooming back costs nothing. */
	#refine(): void {
		if (!this.#shown || this.#detail === 'fine' || this.#map.getZoom() <= DETAIL_ZOOM) return;
		this.#detail = 'fine';
		if (this.#shown.level !== 'commune') void this.#showLevel();
	}

	#pointed(point: MapMouseEvent['point']): Pointed {
		const symbol = symbolAt(this.#map, this.#props.scene.symbols, point, this.#props);
		return { x: point.x, y: point.y, symbol: symbol?.id ?? null, code: symbol?.territory ?? codeAt(this.#map, point) };
	}

	#hover(over: Pointed | null): void {
		const code = over?.code ?? null;
		this.#onpointed(over && (code !== null || over.symbol !== null) ? over : null);
		this.#map.getCanvas().style.cursor = code === null ? '' : 'pointer';
		if (code !== this.#props.hovered) this.#props.onhover(code);
	}
}

const samePadding = ({ padding: a }: MapProps, { padding: b }: MapProps): boolean =>
	a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;
