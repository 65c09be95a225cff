import type { BasemapAddress } from '#lib/map/basemap/address.ts';
import type { Basemap } from '#lib/map/props.ts';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Language } from '#lib/core/text/text.ts';

/** The basemap of the installation, fetched with the code that reads it when it is first shown. */
export class BasemapLoader {
	readonly #address: BasemapAddress | null;
	readonly #language: Language;
	readonly #known = new Map<Theme, Basemap>();
	/** What lies under the areas now; null for the plain land and sea. */
	shown = $state.raw<Basemap | null>(null);
	/** True when it did not come: the map stays plain. */
	failed = $state(false);

	constructor(address: BasemapAddress | null, language: Language) {
		this.#address = address;
		this.#language = language;
	}

	/** True where the installation has one. */
	get isThere(): boolean {
		return this.#address !== null;
	}

	async show(isWanted: boolean, theme: Theme): Promise<void> {
		this.failed = false;
		if (!isWanted || !this.#address) return void (this.shown = null);
		const known = this.#known.get(theme);
		if (known) return void (this.shown = known);
		try {
			const { loadBasemap } = await import('#lib/map/basemap/load.ts');
			const { basemap } = await loadBasemap(this.#address, { language: this.#language, theme });
			this.#known.set(theme, basemap);
			this.shown = basemap;
		} catch {
			this.failed = true;
		}
	}
}
