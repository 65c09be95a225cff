import { documented, productsOf, type Documented } from '#lib/core/potential/documented.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { EvidenceQuestion } from '#lib/core/potential/question.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Territory } from '#lib/core/territory/territory.ts';

/** The documented potentials of a release as the browser has them, with the code that answers from them. */
export interface Documents {
	readonly rows: readonly Evidence[];
	readonly products: ReadonlyMap<string, Text>;
	/** What the documents answer for the territories of one level. */
	answer(
		territories: readonly Territory[],
		regionOf: (code: string) => string,
		factors: Method['evidence'],
		question: EvidenceQuestion
	): Documented;
}

/** The documented potentials of a release, from the API. Throws when they do not come. */
export async function fetchDocuments(release: string): Promise<Documents> {
	const answer = await fetch(`/api/v1/potentials?release=${encodeURIComponent(release)}`);
	if (!answer.ok) throw new Error(`the potentials answered ${answer.status}`);
	const { items } = (await answer.json()) as { items: readonly Evidence[] };
	return { rows: items, products: productsOf(items), answer: (...asked) => documented(items, ...asked) };
}
