import { looksOf, RAMPS, type RampName } from '../ramps.ts';
import { mixed } from '../rgb.ts';
import type { Look } from '../scene.ts';
import { THEMES, type Theme } from '../tokens.ts';

/** Looks of a family of the house from low to high: its own colours for up to five classes, for more also those between them. */
export function houseLooks(family: RampName, classes: number): Look[] {
	const ramp = RAMPS[family];
	if (classes <= ramp.length) return [...looksOf(family, classes)];
	return Array.from({ length: classes }, (_, i): Look => {
		const position = (i * (ramp.length - 1)) / (classes - 1);
		const at = Math.min(ramp.length - 2, Math.floor(position));
		const [light, dark] = THEMES.map((theme: Theme) => mixed(ramp[at]![theme], ramp[at + 1]![theme], position - at));
		return { kind: 'color', light: light!, dark: dark! };
	});
}
