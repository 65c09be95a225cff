const KEY = 'tour';

/** Remembers on this device that the tour was seen or declined, and takes its offer away; `theme.js` does so before the next first paint. */
export function keepTour(answer: 'seen' | 'declined'): void {
	document.documentElement.dataset['tour'] = answer;
	try {
		localStorage.setItem(KEY, answer);
	} catch {
		// Storage may be closed: it is then offered again on the next visit.
	}
}
