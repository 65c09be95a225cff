import type { Position } from '#lib/core/geo/geography.ts';
import type { NearQuestion } from './answer.ts';
import { RECOMMENDATION } from './rule.ts';

/** Why nobody can be answered: no number at all, longitude and latitude the wrong way round, another country, a radius that is not offered. */
export const NEAR_REFUSALS = ['not-a-number', 'swapped', 'outside', 'radius'] as const;
export type NearRefusal = (typeof NEAR_REFUSALS)[number];

/** A question that can be answered, or why not. */
export type CheckedNear =
	| { readonly ok: true; readonly value: NearQuestion }
	| { readonly ok: false; readonly refusal: NearRefusal; readonly position: Position; readonly radiusKm: number };

/** The country from Lagouira to Tangier and the east, with its islets: west, south, east, north in degrees. */
export const COUNTRY_BOX = [-17.3, 20.7, -0.9, 36.1] as const;

/** Decimals of a degree that are kept, about 10 cm: the same place written with 15 decimals is the same question (P23). */
const DECIMALS = 6;

/** A question from a longitude, a latitude and a radius in km. Refused as a value: see `NearRefusal`. */
export function checkNear(lon: number, lat: number, radiusKm: number): CheckedNear {
	const refused = (refusal: NearRefusal): CheckedNear => ({ ok: false, refusal, position: [lon, lat], radiusKm });
	const { least, most } = RECOMMENDATION.radiusKm;
	if (![lon, lat, radiusKm].every(Number.isFinite)) return refused('not-a-number');
	if (!isInCountryBox([lon, lat])) return refused(isInCountryBox([lat, lon]) ? 'swapped' : 'outside');
	if (radiusKm < least || radiusKm > most) return refused('radius');
	return { ok: true, value: { position: [rounded(lon), rounded(lat)], radiusKm } };
}

function isInCountryBox([lon, lat]: Position): boolean {
	const [west, south, east, north] = COUNTRY_BOX;
	return lon >= west && lon <= east && lat >= south && lat <= north;
}

const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS));
