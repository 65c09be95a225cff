import {
	AttributionControl,
	Map as MapLibreMap,
	NavigationControl,
	ScaleControl,
	setWorkerUrl,
	type GeoJSONSource,
	type MapMouseEvent
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FeatureCollection } from 'geojson';
import { PATTERNS, type MapSymbol } from '#lib/core/cartography/scene.ts';
import { radiiOf } from '#lib/core/cartography/symbols.ts';
import { THEMES, type Theme } from '#lib/core/cartography/tokens.ts';
import { COUNTRY, WORLD, ZOOM, cameraPadding } from './camera.ts';
import { AREA_LAYER } from './order.ts';
import type { MapProps, MapTexts } from './props.ts';
import { CODE, type SourceId } from './sources.ts';
import { imageName, patternImage } from './style/pattern-image.ts';
import { layersOf, styleOf } from './style/style.ts';
import { WholeCountry } from './whole-country.ts';

/** A MapLibre map with our style, not yet loaded; `onwhole` is told when the reader asks for the whole country. Throws when WebGL gives out. */
export function createMap(container: HTMLElement, props: MapProps, onwhole: () => void): MapLibreMap {
	setWorkerUrl(workerUrl);
	const map = new MapLibreMap({
		container,
		style: styleOf(props.theme),
		...firstView(container, props),
		maxBounds: WORLD,
		minZoom: ZOOM.min,
		maxZoom: ZOOM.max,
		renderWorldCopies: false,
		// An atlas is read with north up; turning only confuses.
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		maxPitch: 0,
		fadeDuration: 0,
		locale: localeOf(props.texts),
		attributionControl: false
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.on('load', () => addPatterns(map));
	if (props.follows) return map;
	// On a narrow map the lower left is the south of the country, so the controls keep to the right in every language.
	const corner = props.language === 'ar' || container.clientWidth < 720 ? 'bottom-right' : 'bottom-left';
	map.addControl(new AttributionControl({ compact: false, customAttribution: props.texts.attribution }), corner);
	map.addControl(new ScaleControl({ maxWidth: 96, unit: 'metric' }), corner);
	// Where the left is free of the country, it is at the top: the sea.
	const buttons = corner === 'bottom-left' && !props.hasTools ? 'top-left' : corner;
	if (!props.hasTools) map.addControl(new WholeCountry(props.texts.whole, onwhole), buttons);
	map.addControl(new NavigationControl({ showCompass: false }), buttons);
	return map;
}

function firstView(container: HTMLElement, { camera, padding }: MapProps): Partial<ConstructorParameters<typeof MapLibreMap>[0]> {
	if (camera) return { center: [camera.lng, camera.lat], zoom: camera.zoom };
	return { bounds: [...COUNTRY] as [number, number, number, number], fitBoundsOptions: { padding: cameraPadding(container, padding) } };
}

const localeOf = (texts: MapTexts): Record<string, string> => ({
	'Map.Title': texts.title,
	'NavigationControl.ZoomIn': texts.zoomIn,
	'NavigationControl.ZoomOut': texts.zoomOut,
	'ScaleControl.Kilometers': texts.kilometres,
	'ScaleControl.Meters': texts.metres
});

function addPatterns(map: MapLibreMap): void {
	const pixelRatio = Math.max(1, Math.round(map.getPixelRatio()));
	for (const theme of THEMES) {
		for (const pattern of PATTERNS) map.addImage(imageName(pattern, theme), patternImage(pattern, theme, pixelRatio), { pixelRatio });
	}
}

/** Gives every layer the colours of an appearance, without touching sources or states. */
export function applyTheme(map: MapLibreMap, theme: Theme): void {
	for (const layer of layersOf(theme)) {
		for (const [name, value] of Object.entries(layer.paint ?? {})) {
			map.setPaintProperty(layer.id, name as Parameters<typeof map.setPaintProperty>[1], value);
		}
	}
}

/** Replaces the data of one source. */
export function setData(map: MapLibreMap, source: SourceId, data: FeatureCollection): void {
	map.getSource<GeoJSONSource>(source)?.setData(data);
}

/** Code of the territory under a pointer; null over sea and neighbours. */
export function codeAt(map: MapLibreMap, point: MapMouseEvent['point']): string | null {
	const [hit] = map.queryRenderedFeatures(point, { layers: [AREA_LAYER] });
	return (hit?.properties[CODE] as string | undefined) ?? null;
}

/** The smallest symbol under a pointer; null when there is none. Places counted in hexagons or shown as density are no symbols. */
export function symbolAt(
	map: MapLibreMap,
	symbols: readonly MapSymbol[],
	point: MapMouseEvent['point'],
	{ points = 'symbols', symbolScale }: Pick<MapProps, 'points' | 'symbolScale'>
): MapSymbol | null {
	let found: { symbol: MapSymbol; radius: number } | null = null;
	const radii = radiiOf(symbols, symbolScale);
	symbols.forEach((symbol, i) => {
		if (points !== 'symbols' && symbol.kind === 'point') return;
		const at = map.project([...symbol.position]);
		// A finger needs some slack around a small symbol.
		if (Math.hypot(at.x - point.x, at.y - point.y) > radii[i]! + 3) return;
		if (!found || radii[i]! < found.radius) found = { symbol, radius: radii[i]! };
	});
	return (found as { symbol: MapSymbol } | null)?.symbol ?? null;
}
