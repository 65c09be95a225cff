import { codesInside, codesWithin, type Selectable } from '#lib/core/geo/select.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Drawn } from '#lib/map/instrument.ts';

/** Hectares in a km². */
const HECTARES = 100;
/** From so many km² on nobody thinks in hectares. */
const LARGE_KM2 = 1000;

/** A length in metres below 1 km, else in km with so many digits as a hand on a map is sure of. */
export function lengthText({ t, n }: Words, km: number): string {
	if (km < 1) return t('tool.metres', { value: n(Math.round(km * 1000)) });
	return t('tool.kilometres', { value: n(km, km < 10 ? 2 : km < 100 ? 1 : 0) });
}

/** An area in km², and in hectares as well while it is not large. */
export function areaText({ t, n }: Words, areaKm2: number): string {
	const value = n(areaKm2, areaKm2 < 10 ? 2 : areaKm2 < 100 ? 1 : 0);
	if (areaKm2 >= LARGE_KM2) return t('tool.squares.large', { value });
	const hectares = areaKm2 * HECTARES;
	return t('tool.squares', { value, hectares: n(hectares, hectares < 10 ? 1 : 0) });
}

/** Codes that a shape selects: those whose label point lies in it, for a radius those at most so far from its middle. */
export function codesOf({ shape, circle }: Drawn, places: readonly Selectable[]): string[] {
	if (circle) return codesWithin(places, circle);
	return shape ? codesInside(places, shape) : [];
}

/** What is to be said of a drawing now; null before its first corner and where a tool was given back. `places` may be selected. */
export function drawnText(words: Words, drawn: Drawn, places: readonly Selectable[]): string | null {
	const { t } = words;
	if (drawn.phase === 'begun' || drawn.phase === 'left') return null;
	const length = lengthText(words, drawn.lengthKm);
	switch (drawn.kind) {
		case 'distance':
			return t('tool.distance.value', { length });
		case 'area':
			if (drawn.areaKm2 === null) return drawn.corners < 3 ? t('tool.area.few') : t('tool.area.crossing');
			return t('tool.area.value', { area: areaText(words, drawn.areaKm2), length });
		case 'radius':
			return t('tool.radius.value', {
				length: lengthText(words, drawn.circle?.radiusKm ?? 0),
				inside: t('tool.inside', { count: codesOf(drawn, places).length })
			});
		case 'box':
		case 'polygon':
			return t('tool.inside', { count: codesOf(drawn, places).length });
	}
}
