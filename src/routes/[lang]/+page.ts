import type { PageLoad } from './$types';

/** The panel of a place comes with the page only when the address names one: a phone that browses the list does not pay for it. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	PlacePanel: data.place ? (await import('./PlacePanel.svelte')).default : null
});
