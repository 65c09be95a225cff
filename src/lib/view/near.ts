import type { Position } from '#lib/core/geo/geography.ts';

/** Where «near me» looks from: a commune, or a point of the map or of the device. */
export type NearPlace = { readonly kind: 'commune'; readonly code: string } | { readonly kind: 'point'; readonly position: Position };

/** What the page «near me» shows, as a value. Who asks is not in it: a profile never travels in a link. */
export interface NearView {
	/** Null until a place is chosen. */
	readonly place: NearPlace | null;
	readonly radiusKm: number;
	/** Words typed to find a commune; empty once one is chosen. */
	readonly search: string;
}

/** Radii that are offered, km; any whole number between the ends is taken. */
export const RADII = [5, 10, 20, 30, 50, 75, 100] as const;
export const RADIUS = { least: 5, usual: 30, most: 100 } as const;

/** Side in CSS pixels of the picture a point is chosen on. */
export const PICTURE_SIZE = 312;

/** Decimals of a position in a link: about a hundred metres. */
const DECIMALS = 3;
/** Decimals kept of the position of a device: about a kilometre, so that nobody's home is in a link. */
const DEVICE_DECIMALS = 2;

/** Why a link cannot be followed as it is. */
export const NEAR_ISSUES = ['commune', 'position', 'radius'] as const;
export type NearIssue = (typeof NEAR_ISSUES)[number];

/** A view read from a link. Never fails: what it cannot use is in `issues` and replaced by the default. */
export interface ParsedNear {
	readonly view: NearView;
	readonly issues: readonly NearIssue[];
}

const LONGEST_SEARCH = 64;
const COORDINATE = /^-?\d{1,3}(\.\d{1,15})?$/;

/** The view a link or a plain form asks for; `isCommune` says which codes there are. A commune wins over a point. */
export function parseNear(search: URLSearchParams, isCommune: (code: string) => boolean): ParsedNear {
	const issues: NearIssue[] = [];
	const text = (name: string): string => search.get(name) ?? '';
	const place = commune(text('commune'), isCommune, issues) ?? point(text('lon'), text('lat'), issues);
	return { view: { place, radiusKm: radius(text('radius'), issues), search: text('q').slice(0, LONGEST_SEARCH) }, issues };
}

function commune(code: string, isCommune: (code: string) => boolean, issues: NearIssue[]): NearPlace | null {
	if (isCommune(code)) return { kind: 'commune', code };
	if (code !== '') issues.push('commune');
	return null;
}

function point(lon: string, lat: string, issues: NearIssue[]): NearPlace | null {
	if (lon === '' && lat === '') return null;
	if (COORDINATE.test(lon) && COORDINATE.test(lat)) return { kind: 'point', position: [Number(lon), Number(lat)] };
	issues.push('position');
	return null;
}

function radius(text: string, issues: NearIssue[]): number {
	const km = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
	if (km >= RADIUS.least && km <= RADIUS.most) return km;
	if (text !== '') issues.push('radius');
	return RADIUS.usual;
}

/** The query of a view, without «?»; what is usual is left out. */
export function formatNear({ place, radiusKm, search }: NearView): string {
	const query = new URLSearchParams();
	if (place?.kind === 'commune') query.set('commune', place.code);
	if (place?.kind === 'point') {
		const [lon, lat] = place.position;
		query.set('lat', String(rounded(lat, DECIMALS)));
		query.set('lon', String(rounded(lon, DECIMALS)));
	}
	if (radiusKm !== RADIUS.usual) query.set('radius', String(radiusKm));
	if (search !== '') query.set('q', search);
	return query.toString();
}

/** The position of a device, as coarse as it may leave it. */
export const coarsePosition = ([lon, lat]: Position): Position => [rounded(lon, DEVICE_DECIMALS), rounded(lat, DEVICE_DECIMALS)];

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
