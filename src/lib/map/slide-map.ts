import { COUNTRY, cameraOf, cameraPadding, moveTime } from './camera.ts';
import { applyTheme, createMap, setData } from './engine.ts';
import { geometryOf, type Bounds, type LevelGeometry, type Town } from './geometry.ts';
import { labelsOf, townsOf, zonesOf } from './labels.ts';
import { createPainter, type Painter } from './painter.ts';
import type { MapProps, MapZone } from './props.ts';
import type { SlideScene } from '#lib/view/slide-scene.ts';

/** What the map is told once. */
export type MapFrame = Pick<MapProps, 'release' | 'names' | 'labelAt' | 'language' | 'texts' | 'onfail'> & {
	/** Told that a movement has ended, or that what was asked for is painted. */
	readonly onstill: (camera: string) => void;
};

/** What it shows now. */
export interface MapWish {
	readonly slide: SlideScene;
	readonly theme: MapProps['theme'];
}

/** The closest look: nearer, a province would stand there without its neighbours. */
const CLOSEST = 8;
/** Milliseconds of a flight; none for readers who asked for less motion. */
const FLIGHT = 1400;
const NO_PADDING = { top: 0, bottom: 0, left: 0, right: 0 };
const noop = (): void => undefined;

/**
 * The map of a presentation: the engine, layers and painter of the map page, led by slides instead of by a reader. It takes
 * no key, so that arrows turn slides, and holds everything it may show before it says that it is ready.
 */
export class SlideMap {
	readonly #map: ReturnType<typeof createMap>;
	readonly #painter: Painter;
	readonly #container: HTMLElement;
	readonly #frame: MapFrame;
	#geometry: LevelGeometry | null = null;
	#towns: readonly Town[] = [];
	#wish: MapWish;
	#size = '';
	#light: readonly string[] = [];
	#closed = false;

	constructor(container: HTMLElement, frame: MapFrame, wish: MapWish) {
		this.#container = container;
		this.#frame = frame;
		this.#wish = wish;
		this.#map = createMap(container, propsOf(frame, wish), noop);
		this.#painter = createPainter(this.#map);
		this.#leaveKeys();
		this.#listen();
	}

	/** Brings in every file of the presentation's map, the fine outlines and the towns too; rejects when one does not come. */
	async open(): Promise<void> {
		const files = geometryOf(this.#frame.release);
		const loaded = new Promise<void>((resolve) => this.#map.once('load', () => resolve()));
		const [context, geometry, towns] = await Promise.all([files.context(), files.level('province', 'fine'), files.towns(), loaded]);
		if (this.#closed) return;
		this.#geometry = geometry;
		this.#towns = towns;
		setData(this.#map, 'context', context);
		this.#paint();
		setData(this.#map, 'territories', geometry.territories);
		setData(this.#map, 'borders', geometry.borders);
		this.#name();
		this.#fly(0);
		await new Promise<void>((resolve) => this.#map.once('idle', () => resolve()));
	}

	/** Paints what a slide shows and flies there. Call when the map has the size the slide gives it. */
	show(next: MapWish): void {
		const last = this.#wish;
		this.#wish = next;
		if (!this.#geometry) return;
		if (last.theme !== next.theme) {
			applyTheme(this.#map, next.theme);
			this.#painter.forgetLooks();
		}
		this.#paint();
		this.#name();
		this.#map.resize();
		if (last.slide !== next.slide) this.#fly(moveTime() === 0 ? 0 : FLIGHT);
	}

	/** Draws with as many dots as a map has that is shown `scale` times its size. */
	sharpen(scale: number): void {
		this.#map.setPixelRatio(devicePixelRatio * scale);
	}

	close(): void {
		this.#closed = true;
		this.#map.remove();
	}

	#paint(): void {
		delete this.#container.dataset['ready'];
		const { slide, theme } = this.#wish;
		this.#painter.paint(slide.scene, theme, null);
		this.#painter.mark('selected', selectedOf(slide));
		this.#lightly(slide.areWithin ? slide.others.flatMap(({ members }) => members) : []);
		this.#container.dataset['painted'] = String(this.#painter.painted);
		this.#map.triggerRepaint();
	}

	/** Gives provinces the light outline that a pointed one has on the map page. */
	#lightly(codes: readonly string[]): void {
		for (const code of this.#light) this.#map.setFeatureState({ source: 'territories', id: code }, { hovered: false });
		for (const code of codes) this.#map.setFeatureState({ source: 'territories', id: code }, { hovered: true });
		this.#light = codes;
	}

	#name(): void {
		const { slide } = this.#wish;
		const { language, names, labelAt } = this.#frame;
		const selected = selectedOf(slide);
		// An outlined territory bears its name beside its outline, where it gives way to no neighbour: once is enough.
		const outlined = new Set(outlinesOf(slide).flatMap(({ name, members }) => (members.length === 1 && name !== '' ? members : [])));
		const others = (code: string): string => (outlined.has(code) ? '' : names(code));
		setData(this.#map, 'labels', labelsOf(this.#geometry!, { names: others, labelAt, selected, language }, this.#towns));
		setData(this.#map, 'towns', townsOf(this.#towns, language, selected && names(selected)));
		// The name of a region stands where the region has its label, not where its first province has its own.
		const heads = new Map([...slide.others, slide.own].map(({ code, members }) => [members[0]!, code]));
		const headAt = (code: string): ReturnType<typeof labelAt> => labelAt(heads.get(code) ?? code);
		setData(this.#map, 'zones', zonesOf(this.#geometry!, outlinesOf(slide), headAt));
	}

	#fly(duration: number): void {
		const { clientWidth, clientHeight } = this.#container;
		this.#size = `${clientWidth} ${clientHeight}`;
		const bounds = this.#bounds();
		this.#map.fitBounds([...bounds] as [number, number, number, number], {
			padding: cameraPadding(this.#container, NO_PADDING),
			maxZoom: CLOSEST,
			duration
		});
	}

	/** The box around everything a slide looks at. */
	#bounds(): Bounds {
		const boxes = this.#wish.slide.view.flatMap((code) => this.#geometry?.bounds.get(code) ?? []).filter(Number.isFinite);
		if (boxes.length === 0) return COUNTRY;
		const side = (at: number): number[] => boxes.filter((_, i) => i % 4 === at);
		return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
	}

	/** The keys turn slides, and the tour of the Tab key goes from control to control: the map is looked at. */
	#leaveKeys(): void {
		this.#map.keyboard.disable();
		this.#map.getCanvas().tabIndex = -1;
	}

	#listen(): void {
		const map = this.#map;
		map.on('idle', () => {
			if (this.#painter.painted === 0 || !this.#geometry) return;
			this.#container.dataset['ready'] = 'true';
			this.#tell();
		});
		map.on('moveend', () => this.#tell());
		map.on('resize', () => {
			const { clientWidth, clientHeight } = this.#container;
			if (this.#geometry && this.#size !== `${clientWidth} ${clientHeight}`) this.#fly(0);
		});
		map.on('webglcontextlost', () => this.#frame.onfail('lost-context'));
	}

	#tell(): void {
		const { lng, lat, zoom } = cameraOf(this.#map);
		this.#frame.onstill([lng, lat, zoom].join(','));
	}
}

/** A province has the outline of a chosen one; the outline of a region is drawn around its provinces. */
const selectedOf = ({ own }: SlideScene): string | null => (own.members.length === 1 ? own.members[0]! : null);

/** Dashed outlines with their names; a region that is alone needs no name: the slide is about nothing else. */
function outlinesOf({ own, others, areWithin }: SlideScene): MapZone[] {
	const around = areWithin ? [] : others;
	const groups = own.members.length > 1 ? [...around, own] : around;
	return groups.map(({ code, name, members }) => ({ id: code, name: code === own.code && around.length === 0 ? '' : name, members }));
}

const propsOf = ({ release, names, labelAt, language, texts, onfail }: MapFrame, { slide, theme }: MapWish): MapProps => ({
	...{ release, names, labelAt, language, texts, onfail, theme },
	scene: slide.scene,
	selected: selectedOf(slide),
	hovered: null,
	padding: NO_PADDING,
	aloneRow: null,
	onselect: noop,
	onhover: noop,
	oncamera: noop,
	onready: noop
});
