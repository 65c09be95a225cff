import { modelFigures } from '#lib/core/feedback/model-figure.ts';
import { isAnchored } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';

/** How many figures of a model no source carries, of how many. */
export interface Weakness {
	readonly unanchored: number;
	readonly figures: number;
}

/** How well the figures of a model are founded. */
export function figuresBehind(model: EconomicModel): Weakness {
	const figures = [...modelFigures(model).values()];
	return { unanchored: figures.filter(({ figure }) => !isAnchored(figure.status)).length, figures: figures.length };
}
