const KEY = 'furas.profile';

/** The answers this device keeps, as the fields of a form write them; null when it keeps none, or may not keep any. */
export function keptProfile(): URLSearchParams | null {
	try {
		const kept = localStorage.getItem(KEY);
		return kept === null ? null : new URLSearchParams(kept);
	} catch {
		return null;
	}
}

/** Keeps answers on this device; an empty text forgets them. A browser that keeps nothing loses nothing but comfort. */
export function keepProfile(answers: string): void {
	try {
		if (answers === '') localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, answers);
	} catch {
		// Private windows may refuse: the page works as well without.
	}
}
