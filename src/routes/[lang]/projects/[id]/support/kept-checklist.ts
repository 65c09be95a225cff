const keyOf = (model: string): string => `furas.checklist.${model}`;

/** The checklist of a model that this device keeps, as its file would be; null when it keeps none. */
export function keptChecklist(model: string): string | null {
	try {
		return localStorage.getItem(keyOf(model));
	} catch {
		return null;
	}
}

/** Keeps the checklist of a model on this device. A browser that keeps nothing still has the file. */
export function keepChecklist(model: string, text: string): void {
	try {
		localStorage.setItem(keyOf(model), text);
	} catch {
		// Private windows may refuse.
	}
}
