const KEY = 'furas.workspace.letters';

/** True unless the reader switched single-letter shortcuts off on this device. */
export function areLettersOn(): boolean {
	try {
		return localStorage.getItem(KEY) !== 'off';
	} catch {
		return true;
	}
}

/** Keeps the choice on this device, where the browser lets it. */
export function keepLetters(on: boolean): void {
	try {
		if (on) localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, 'off');
	} catch {
		// It holds until the page is closed.
	}
}
