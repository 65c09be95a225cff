import { documented, productsOf, type Documented } from '#lib/core/potential/documented.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { Text } from '#lib/core/text/text.ts';
import { regionOf, type Atlas } from '#lib/data/atlas.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { questionOf, type View } from '#lib/view/view.ts';

/** The documented potentials of a release, and the products a link may name. */
export interface Documents {
	readonly rows: readonly Evidence[];
	readonly products: ReadonlyMap<string, Text>;
}

const NONE: Documents = { rows: [], products: new Map() };
const opened = new WeakMap<OpenedRelease, Promise<Documents>>();

/** The documents of a release, read once, and only when an address asks for them. */
export function documentsFor(release: OpenedRelease, parameters: URLSearchParams): Promise<Documents> {
	if (parameters.get('lens') !== 'potentials' && !parameters.has('product')) return Promise.resolve(NONE);
	let documents = opened.get(release);
	if (!documents) {
		documents = release.bank.potentials.list().then((rows) => ({ rows, products: productsOf(rows) }));
		opened.set(release, documents);
	}
	return documents;
}

/** What the documents answer to the potentials lens of a view; null for another lens. */
export function answerFor(atlas: Atlas, view: View, { rows }: Documents): Documented | null {
	const scorer = atlas.scorer(view.level);
	if (view.lens !== 'potentials' || !scorer) return null;
	return documented(rows, scorer.table.territories, (code) => regionOf(atlas, code), scorer.method.evidence, questionOf(view));
}
