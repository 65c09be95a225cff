import type { Camera } from './props.ts';

/** The hash of a link that looks where `camera` looks, `#-5.37,33.69,7.5`; empty for the whole country (null). */
export function cameraHash(camera: Camera | null): string {
	if (!camera) return '';
	// About a pixel at this zoom: more digits would only make a longer link.
	const digits = Math.max(1, Math.round(camera.zoom / 3));
	return `#${[camera.lng.toFixed(digits), camera.lat.toFixed(digits), camera.zoom.toFixed(1)].map(Number).join(',')}`;
}

const NUMBER = String.raw`-?\d{1,3}(?:\.\d{1,6})?`;
const HASH = new RegExp(`^#(${NUMBER}),(${NUMBER}),(${NUMBER})$`);

/** The camera of a hash; null when it is none (`#list`), or looks beyond the poles, around the world or at no zoom of a map. */
export function parseCameraHash(hash: string): Camera | null {
	const [lng, lat, zoom] = (HASH.exec(hash) ?? []).slice(1).map(Number);
	if (lng === undefined || lat === undefined || zoom === undefined) return null;
	return Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24 ? { lng, lat, zoom } : null;
}
