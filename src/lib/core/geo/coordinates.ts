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
	const typed = western(text).trim();
	const [leading, trailing] = [LEADING.exec(typed)?.slice(1), TRAILING.exec(typed)?.slice(1)];
	const parts = leading ?? (trailing && [...trailing.slice(4, 5), ...trailing.slice(0, 4), ...trailing.slice(9), ...trailing.slice(5, 9)]);
	if (!parts) return null;
	const [first, second] = [partOf(parts.slice(0, 5)), partOf(parts.slice(5))];
	if (!first || !second || (first.axis !== null && first.axis === second.axis)) return null;
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

/** Null when there are more than 59 minutes or seconds. */
function partOf([letter = '', sign, whole, minutes = '0', seconds = '0']: readonly (string | undefined)[]): Part | null {
	const number = (value: string): number => Number(value.replace(',', '.'));
	if (number(minutes) >= 60 || number(seconds) >= 60) return null;
	const size = number(whole!) + number(minutes) / 60 + number(seconds) / 3600;
	const toward = letter.toUpperCase();
	const isNegative = sign === '-' || sign === '−' || ['S', 'W', 'O'].includes(toward);
	return { degrees: isNegative ? -size : size, axis: toward === '' ? null : 'NS'.includes(toward) ? 'lat' : 'lng' };
}
