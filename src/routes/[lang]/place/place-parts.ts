/** What only a selected place needs; `loadPlace` brings it when a place is first shown. */
export { placeScreen } from '#lib/view/place-screen.ts';
export { detailsOf, isAsked } from './details.ts';
export { default as PlacePanel } from './PlacePanel.svelte';
