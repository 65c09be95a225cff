import type { Text } from '#lib/core/text/text.ts';
import type { Datum } from './datum.ts';
import type { Diagnostic } from './diagnostic.ts';

/** A number of a diagnostic and where it stands in it. */
export interface FoundDatum {
	/** Keys and ids from the part of the diagnostic down to the number: `needs`, `unemployment_rate`, `here`. */
	readonly path: readonly string[];
	/** Name of the nearest thing around it that has one; null where nothing has. */
	readonly name: Text | null;
	readonly datum: Datum;
}

/** Every number of a diagnostic, in the order of its parts; one that stands in several places is found in each. */
export const dataIn = (diagnostic: Diagnostic): FoundDatum[] => within(diagnostic, [], null);

function within(value: unknown, path: readonly string[], name: Text | null): FoundDatum[] {
	if (Array.isArray(value)) return value.flatMap((item, index) => within(item, [...path, keyOf(item) ?? String(index + 1)], name));
	if (!isRecord(value)) return [];
	if (isDatum(value)) return [{ path, name, datum: value }];
	const own = isText(value['name']) ? value['name'] : name;
	return Object.entries(value).flatMap(([key, part]) => within(part, [...path, key], own));
}

/** What names an item of a list: its id, better than its position. */
function keyOf(item: unknown): string | null {
	if (!isRecord(item)) return null;
	const key = item['indicator'] ?? item['chain'] ?? item['id'] ?? item['code'] ?? item['rule'];
	return typeof key === 'string' ? key : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isDatum = (value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Datum =>
	typeof value['cell'] === 'string' && typeof value['value'] === 'number';
const isText = (value: unknown): value is Text => isRecord(value) && typeof value['ar'] === 'string' && typeof value['fr'] === 'string';
