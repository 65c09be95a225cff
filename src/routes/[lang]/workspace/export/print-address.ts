import type { Bounds } from '#lib/core/geo/bounds.ts';
import { COUNTRY } from '#lib/drawing/print/map-layout.ts';
import type { PngScale } from '#lib/drawing/print/paper.ts';
import { formatWorkspace } from '#lib/view/workspace/address.ts';
import { DEFAULT_WORKSPACE, type Workspace } from '#lib/view/workspace/workspace.ts';
import type { PrintChoice } from './print-parts.ts';

/** A map may show so little, in degrees: shapes are no finer. */
const LEAST_WIDTH = 0.2;
/** Beyond the country there is only sea and plain land. */
const BEYOND = 6;

/** West, south, east, north from «-8,31,-5,33»; null when it is none, and when it does not meet the country. */
export function parseBounds(text: string): Bounds | null {
	const parts = text.split(',').map((part) => (/^-?\d{1,3}(\.\d{1,6})?$/.test(part) ? Number(part) : NaN));
	if (parts.length !== 4 || parts.some(Number.isNaN)) return null;
	return boundsWithin(parts as [number, number, number, number]);
}

/** Bounds as far as they are of use to a map of the country; null when they hold none of it, or next to nothing. */
export function boundsWithin([west, south, east, north]: Bounds): Bounds | null {
	const [least, lowest, most, highest] = COUNTRY;
	const bounds: Bounds = [
		Math.max(west, least - BEYOND),
		Math.max(south, lowest - BEYOND),
		Math.min(east, most + BEYOND),
		Math.min(north, highest + BEYOND)
	];
	if (bounds[2] - bounds[0] < LEAST_WIDTH || bounds[3] - bounds[1] < LEAST_WIDTH) return null;
	return bounds[2] > least && bounds[0] < most && bounds[3] > lowest && bounds[1] < highest ? bounds : null;
}

/** The address of a printed map at the workspace address `link`: what is as it is without being said is left out. */
export function printAddress(
	link: string,
	format: 'svg' | 'png' | 'pdf',
	choice: PrintChoice,
	{ scale, isSecond }: { readonly scale: PngScale; readonly isSecond: boolean }
): string {
	const url = new URL(link, 'http://localhost');
	const search = new URLSearchParams(url.search);
	search.set('paper', choice.paper);
	search.set('orientation', choice.orientation);
	if (choice.theme === 'dark') search.set('theme', 'dark');
	if (choice.titles.ar.trim() !== '') search.set('title-ar', choice.titles.ar.trim());
	if (choice.titles.fr.trim() !== '') search.set('title-fr', choice.titles.fr.trim());
	if (choice.numbered) search.set('numbers', '1');
	if (choice.within) search.set('within', choice.within.map((value) => value.toFixed(3)).join(','));
	if (format === 'png') search.set('scale', String(scale));
	if (isSecond) search.set('side', 'second');
	return `${url.pathname}/map.${format}?${search}`;
}

/** Of an address that is printed as a code: a denser one is not read from paper. */
const LONGEST_PRINTED = 400;

/** The address of the map of a workspace as it is printed: without the table, which no map shows, and without a selection too long for a code. */
export function printLink(path: string, workspace: Workspace): string {
	const mapped: Workspace = { ...workspace, table: DEFAULT_WORKSPACE.table };
	const address = (of: Workspace): string => [path, formatWorkspace(of)].filter((part) => part !== '').join('?');
	const whole = address(mapped);
	return whole.length <= LONGEST_PRINTED ? whole : address({ ...mapped, selection: [] });
}
