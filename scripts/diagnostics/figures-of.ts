import type { Datum } from '#lib/core/diagnostic/datum.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { Resolve } from './cells.ts';

/** A figure of a diagnostic and where in it it stands: `needs.3.here`. */
export interface Placed {
	readonly place: string;
	readonly datum: Datum;
}

/** Every figure of a diagnostic, wherever it stands. */
export const figuresOf = (diagnostic: Diagnostic): Placed[] => [...placedIn(diagnostic, '')];

function* placedIn(value: unknown, place: string): Generator<Placed> {
	if (value === null || typeof value !== 'object') return;
	if (isDatum(value)) {
		yield { place, datum: value };
		return;
	}
	for (const [key, part] of Object.entries(value)) yield* placedIn(part, place === '' ? key : `${place}.${key}`);
}

const isDatum = (value: object): value is Datum => 'cell' in value && 'value' in value && 'status' in value;

/** What keeps a figure from being the one at its address, in a sentence; null when it is. */
export function problemOf(resolve: Resolve, { value, cell }: Datum): string | null {
	try {
		const found = resolve(cell);
		const shown = found.decimals === null ? value : Number(value.toFixed(found.decimals));
		const isSame = Math.abs(shown - found.value) <= 1e-9 * Math.max(Math.abs(shown), Math.abs(found.value));
		return isSame ? null : `${cell} is ${found.value}, the diagnostic says ${value}`;
	} catch (cause) {
		return (cause as Error).message;
	}
}
