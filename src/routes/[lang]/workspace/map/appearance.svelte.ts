import { onMount } from 'svelte';
import type { Theme } from '#lib/core/cartography/tokens.ts';

/** The appearance of the page, which a reader may change while the map stands; create it while a component is made. */
export class Appearance {
	theme = $state<Theme>('light');

	constructor() {
		onMount(() => {
			const media = matchMedia('(prefers-color-scheme: dark)');
			const read = (): void => {
				const chosen = document.documentElement.dataset['theme'];
				this.theme = chosen === 'dark' || (!chosen && media.matches) ? 'dark' : 'light';
			};
			read();
			addEventListener('themechange', read);
			media.addEventListener('change', read);
			return () => {
				removeEventListener('themechange', read);
				media.removeEventListener('change', read);
			};
		});
	}
}
