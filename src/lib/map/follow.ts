import type { Map as MapLibreMap } from 'maplibre-gl';
import { FOLLOWING } from './camera.ts';

/**
 * Makes two maps look at the same place, whichever of them is moved; the first takes the view of the second at once. Returns how it
 * ends. A movement that copies is told by its mark and not copied back, so nothing swings.
 */
export function bindCameras(one: MapLibreMap, other: MapLibreMap): () => void {
	const stops = [copy(other, one), copy(one, other)];
	jump(one, other);
	return () => stops.forEach((stop) => stop());
}

function copy(from: MapLibreMap, to: MapLibreMap): () => void {
	const follow = (event: object): void => {
		if (!(FOLLOWING in event)) jump(to, from);
	};
	// Who begins to move leads: the last frames of a movement of the other would end this one.
	const lead = (event: object): void => {
		if (!(FOLLOWING in event)) to.stop();
	};
	from.on('movestart', lead);
	from.on('move', follow);
	return () => {
		from.off('movestart', lead);
		from.off('move', follow);
	};
}

const jump = (map: MapLibreMap, to: MapLibreMap): void =>
	void map.jumpTo({ center: to.getCenter(), zoom: to.getZoom() }, { [FOLLOWING]: true });
