import type { Basemap } from '../props.ts';
import type { BasemapAddress } from './address.ts';
import type { BasemapWish } from './made.ts';

/** The basemap under a map while it is open. Its code and its tiles are fetched when it is first shown, and not before. */
export class ShownBasemap {
	/** Null while none is shown, and until it is there. */
	basemap = $state.raw<Basemap | null>(null);
	/** True when it could not be had: the map then keeps its plain ground, and that should be said. */
	failed = $state(false);
	#asked = '';

	/** Shows the basemap at an address in a language and an appearance; null shows none. What comes after another wish is dropped. */
	async show(address: BasemapAddress | null, wish: BasemapWish): Promise<void> {
		const asked = address === null ? '' : `${address.address} ${wish.language} ${wish.theme}`;
		if (asked === this.#asked) return;
		this.#asked = asked;
		this.failed = false;
		if (address === null) return void (this.basemap = null);
		try {
			const { loadBasemap } = await import('./load.ts');
			const { basemap } = await loadBasemap(address, wish);
			if (this.#asked === asked) this.basemap = basemap;
		} catch (error) {
			if (this.#asked !== asked) return;
			console.error(error);
			this.basemap = null;
			this.failed = true;
		}
	}
}
