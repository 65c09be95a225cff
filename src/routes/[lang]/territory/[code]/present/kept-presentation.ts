import { formatPresentation, parsePresentation, PLAIN, type Presentation } from '#lib/view/presentation.ts';

const keyOf = (territory: string): string => `furas.presentation.${territory}`;

/** What this device keeps of the presentation of a territory; plain slides when it keeps nothing that can be read. */
export function keptPresentation(territory: string): Presentation {
	try {
		const read = parsePresentation(localStorage.getItem(keyOf(territory)) ?? '', territory);
		return read.ok ? read.value : PLAIN;
	} catch {
		return PLAIN;
	}
}

/** Keeps a presentation on this device; false where the browser keeps nothing. */
export function keepPresentation(territory: string, presentation: Presentation): boolean {
	try {
		localStorage.setItem(keyOf(territory), formatPresentation(territory, presentation));
		return true;
	} catch {
		return false;
	}
}
