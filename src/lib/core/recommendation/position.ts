import type { Position } from '#lib/core/geo/geography.ts';

/** Why a position cannot be used: no number, longitude and latitude the wrong way round, another country. */
export const POSITION_ISSUES = ['position', 'swapped', 'abroad'] as const;
export type PositionIssue = (typeof POSITION_ISSUES)[number];

/** A position that can be used, or why not; `swapped` is the one that was meant when the two numbers stood the wrong way round. */
export type CheckedPosition =
	| { readonly ok: true; readonly value: Position }
	| { readonly ok: false; readonly issue: PositionIssue; readonly swapped: Position | null };

/** The country from Lagouira to Tangier and the east, with its islets: west, south, east, north in degrees. */
export const COUNTRY_BOX = [-17.3, 20.7, -0.9, 36.1] as const;

/** Decimals of a degree that are kept, about 10 cm: the same place written with 15 decimals is the same question (P23). */
const DECIMALS = 6;

/** A position inside the box of the country, to six decimals, or what is wrong with it. */
export function checkPosition([lon, lat]: Position): CheckedPosition {
	if (!Number.isFinite(lon) || !Number.isFinite(lat)) return { ok: false, issue: 'position', swapped: null };
	if (isInCountryBox([lon, lat])) return { ok: true, value: rounded([lon, lat]) };
	if (isInCountryBox([lat, lon])) return { ok: false, issue: 'swapped', swapped: rounded([lat, lon]) };
	return { ok: false, issue: 'abroad', swapped: null };
}

function isInCountryBox([lon, lat]: Position): boolean {
	const [west, south, east, north] = COUNTRY_BOX;
	return lon >= west && lon <= east && lat >= south && lat <= north;
}

const rounded = ([lon, lat]: Position): Position => [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
