import type { NeedLayer } from '#lib/core/cartography/need-layer.ts';
import type { NeedKind } from '#lib/core/need/kinds.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Declared, View } from '#lib/view/view.ts';

/** What the API says of a territory and a kind of need. */
interface Line {
	readonly territory: string;
	readonly need: NeedKind | null;
	readonly least: number;
	readonly most: number;
}

/** The declared needs over the needs lens, fetched once per level when they are switched on. */
export class DeclaredNeeds {
	/** By level and kind; null when they did not come. The same layer every time it is shown. */
	layers = $state.raw<ReadonlyMap<string, NeedLayer | null>>(new Map());
	readonly #asked = new Map<string, Promise<readonly Line[]>>();

	/** The layer of a view; null while it travels, when it failed, and when the view shows none. */
	of(view: View): NeedLayer | null {
		return (isShown(view) && this.layers.get(keyOf(view.level, view.declared))) || null;
	}

	/** True when the layer of a view did not come. */
	failed(view: View): boolean {
		return isShown(view) && this.layers.get(keyOf(view.level, view.declared)) === null;
	}

	/** True while the layer of a view travels. */
	waits(view: View): boolean {
		return isShown(view) && !this.layers.has(keyOf(view.level, view.declared));
	}

	/** Fetches what a view shows. A failure is final until the page is opened again: symbols add to the map, they do not carry it. */
	async need(view: View, atlas: Atlas, words: Words): Promise<void> {
		if (!isShown(view) || !this.waits(view)) return;
		const { level, declared } = view;
		let layer: NeedLayer | null = null;
		try {
			const [{ declaredLevel, kindOf, needLayerOf }] = await Promise.all([import('#lib/view/needs.ts'), import('./load-declared.ts')]);
			const counted = declaredLevel(level);
			const release = encodeURIComponent(atlas.snapshot.release.id);
			const asked = this.#asked.get(counted) ?? linesOf(`/api/v1/needs?level=${counted}&release=${release}`);
			this.#asked.set(counted, asked);
			const kind = kindOf(declared);
			const told = new Map(
				(await asked).filter(({ need }) => need === kind).map(({ territory, least, most }) => [territory, { least, most }])
			);
			layer = needLayerOf(atlas, words, level, declared, (code) => told.get(code ?? '') ?? { least: 0, most: 0 });
		} catch {
			layer = null;
		}
		this.layers = new Map(this.layers).set(keyOf(level, declared), layer);
	}
}

const isShown = (view: View): view is View & { readonly declared: Declared } => view.lens === 'needs' && view.declared !== null;
const keyOf = (level: Level, declared: Declared): string => `${level} ${declared}`;

async function linesOf(url: string): Promise<readonly Line[]> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
	return ((await answer.json()) as { items: readonly Line[] }).items;
}
