import { readDecimal, westernDigits } from './digits.ts';
import { error, warning, type RowProblem } from './problem.ts';

/** [longitude, latitude] in degrees. */
export type Position = readonly [number, number];

/** A rectangle around the country, degrees, with some sea: what lies outside is a slip of the pen. */
const COUNTRY = { west: -17.6, south: 20.5, east: -0.9, north: 36.2 };

/** Larger than any degree: metres of a map projection, as the land registry uses them. */
const LARGEST_DEGREE = 360;

/** What may stand in a coordinate beside its digits and the letter of its side. */
const COORDINATE = /^[\s\d.,°º'’′"”″+-]+$/;
const SIDE = /[NSEWO](?=\s*$)|^\s*[NSEWO]/i;

/** Degrees of one cell, decimal («-4,83», «4.83 W») or in degrees, minutes and seconds; null when it is neither. */
export function readDegrees(text: string): number | null {
	const plain = westernDigits(text).trim();
	return readDecimal(plain) ?? sexagesimal(plain);
}

function sexagesimal(text: string): number | null {
	const [side = ''] = SIDE.exec(text) ?? [];
	const rest = text.replace(SIDE, '').trim();
	if (!COORDINATE.test(rest)) return null;
	const parts = (rest.match(/\d+(?:[.,]\d+)?/g) ?? []).map((part) => Number(part.replace(',', '.')));
	if (parts.length < 1 || parts.length > 3 || parts.slice(1).some((part) => part >= 60)) return null;
	const degrees = parts.reduce((sum, part, place) => sum + part / 60 ** place, 0);
	return rest.startsWith('-') || /[SWO]/i.test(side) ? -degrees : degrees;
}

/** What parts the two halves of a point in one cell, the surest first: a comma alone may be the one of a decimal. */
const PARTING = [/[;|]/, /,\s+/, /\s+/, /,/];

/** The two halves of a cell that holds both («33.83, -4.83», «33,83;-4,83»); null when it does not. */
export function halves(text: string): readonly [string, string] | null {
	for (const parting of PARTING) {
		const [first, second, ...more] = westernDigits(text).trim().split(parting);
		if (first && second && more.length === 0) return [first.trim(), second.trim()];
	}
	return null;
}

const inside = (longitude: number, latitude: number): boolean =>
	longitude >= COUNTRY.west && longitude <= COUNTRY.east && latitude >= COUNTRY.south && latitude <= COUNTRY.north;

/** A point as a row tells it, with what is wrong with it. */
export interface ReadPosition {
	/** Null when none is told or none can be believed. */
	readonly position: Position | null;
	readonly problems: readonly RowProblem[];
}

const NONE: ReadPosition = { position: null, problems: [] };

/**
 * The point of the cells of latitude and longitude. One that lies in the country only when the two change places is turned round, with a
 * warning; one outside the country is an error, with the sign of the longitude put right as a suggestion; 0, 0 counts as nothing told.
 */
export function readPosition(lat: string | null, lon: string | null): ReadPosition {
	if (lat === null || lon === null) {
		const told = lat ?? lon;
		return told === null ? NONE : refused(warning('half-position', lat === null ? 'lat' : 'lon', told));
	}
	const latitude = readDegrees(lat);
	if (latitude === null) return refused(error('position-unreadable', 'lat', lat));
	const longitude = readDegrees(lon);
	if (longitude === null) return refused(error('position-unreadable', 'lon', lon));
	return placed(longitude, latitude);
}

const refused = (problem: RowProblem): ReadPosition => ({ position: null, problems: [problem] });

function placed(longitude: number, latitude: number): ReadPosition {
	if (longitude === 0 && latitude === 0) return NONE;
	if (inside(longitude, latitude)) return { position: [longitude, latitude], problems: [] };
	const found = `${latitude}, ${longitude}`;
	if (inside(latitude, longitude)) return { position: [latitude, longitude], problems: [warning('position-swapped', 'position', found)] };
	const inMetres = Math.max(Math.abs(longitude), Math.abs(latitude)) > LARGEST_DEGREE;
	if (inMetres) return refused(warning('position-in-metres', 'position', found));
	const suggestion = inside(-longitude, latitude) ? `${latitude}, ${-longitude}` : null;
	return refused(error('position-outside', 'position', found, suggestion));
}
