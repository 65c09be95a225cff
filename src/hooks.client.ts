import type { ClientInit } from '@sveltejs/kit';

/** Longest wait for a frame, in milliseconds: a tab in the background is never painted, and must come alive all the same. */
const LONGEST_WAIT = 200;

/** Lets the server's page be painted before the app takes the main thread: on a slow phone the reader sees the list a second sooner. */
export const init: ClientInit = () =>
	new Promise((resolve) => {
		const go = (): void => resolve();
		requestAnimationFrame(() => setTimeout(go));
		setTimeout(go, LONGEST_WAIT);
	});
