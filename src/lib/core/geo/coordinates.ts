import type { Position } from './geography.ts';

const NUMBER = String.raw`\d{1,3}(?:[.,]\d+)?`;
/** «31.5», «-5,2°», «31°30'», «5° 12' 36"». */
const SIZE = String.raw`([-+−])?\s*(${NUMBER})\s*(?:°\s*(?:(${NUMBER})\s*['’′]\s*(?:(${NUMBER})\s*(?:["”″]|''))?)?)?`;
/** A comma between two numbers parts them only with a space behind it, or where one of them is written with a point. */
const BETWEEN = String.raw`(?:\s*[;/،]\s*|\s*,\s+|\s+|\s*,(?=\s*[-+−]?\d+\.)|(?<=\.\d+)\s*,\s*)`;
const LETTER = '([NSEWO])';
/** The letter of the direction stands before both numbers, or behind each that has one. */
const LEADING = new RegExp(String.raw`^${LETTER}\s*${SIZE}${BETWEEN}${LETTER}\s*${SIZE}$`, 'iu');
const TRAILING = new RegExp(String.raw`^${SIZE}\s*${LETTER}?${BETWEEN}${SIZE}\s*${LETTER}?$`, 'iu');
const western = (text: string): string => text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replaceAll('٫', '.');

/**
 * The place that a reader typed as latitude and longitude in degrees («31.5, -5.2», «31,5 ; -5,2», «31°30'N 5°12'O»), longitude first
 * where the letters say so; null when it is no such pair or no place on earth.
 */
export function parseCoordinates(text: string): Position | null {
	const parts = partsOf(western(text).trim());
	if (!parts) return null;
	const [first, second] = parts;
	if (first.axis !== null && first.axis === second.axis) return null;
	const isTurned = first.axis === 'lng' || second.axis === 'lat';
	const [lat, lng] = isTurned ? [second.degrees, first.degrees] : [first.degrees, second.degrees];
	return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? [lng, lat] : null;
}

/** Latitude, longitude in degrees with four decimals (about ten metres), as `parseCoordinates` reads it. */
export const formatCoordinates = ([lng, lat]: Position): string => `${degrees(lat)}, ${degrees(lng)}`;

/** Never «-0.0000». */
const degrees = (value: number): string => (Math.round(value * 1e4) / 1e4 + 0).toFixed(4);

interface Part {
	readonly degrees: number;
	readonly axis: 'lat' | 'lng' | null;
}

type Groups = readonly (string | undefined)[];

/** The two numbers of a pair as they are written; null when it is none. */
function partsOf(typed: string): readonly [Part, Part] | null {
	const leading = LEADING.exec(typed)?.slice(1);
	const trailing = TRAILING.exec(typed)?.slice(1);
	const letterFirst = (groups: Groups): Groups => [groups[4], ...groups.slice(0, 4)];
	const pair: readonly Groups[] | null = leading
		? [leading.slice(0, 5), leading.slice(5)]
		: trailing
			? [letterFirst(trailing.slice(0, 5)), letterFirst(trailing.slice(5))]
			: null;
	const [first, second] = pair?.map(partOf) ?? [];
	return first && second ? [first, second] : null;
}

/** Null when there are more than 59 minutes or seconds. */
function partOf([letter = '', sign = '', ...sizes]: Groups): Part | null {
	const [whole, minutes, seconds] = sizes.map((size) => Number((size ?? '0').replace(',', '.')));
	if (minutes! >= 60 || seconds! >= 60) return null;
	const size = whole! + minutes! / 60 + seconds! / 3600;
	const isNegative = /^[-−]$/.test(sign) || /[swo]/i.test(letter);
	return { degrees: isNegative ? -size : size, axis: AXES[letter.toUpperCase()] ?? null };
}

const AXES: Readonly<Record<string, Part['axis']>> = { N: 'lat', S: 'lat', E: 'lng', W: 'lng', O: 'lng' };
