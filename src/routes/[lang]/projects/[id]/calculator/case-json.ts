import type { CaseValues } from '#lib/core/finance/case.ts';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import { capacityTableOf } from '#lib/core/finance/sensitivity/capacity.ts';
import { switchingOf } from '#lib/core/finance/sensitivity/switching.ts';
import { tornadoOf } from '#lib/core/finance/sensitivity/tornado.ts';
import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';

/** A case to be written into a file. */
export interface WrittenCase {
	readonly model: EconomicModel;
	readonly shared: SharedFigures;
	readonly values: CaseValues;
	readonly evaluation: Evaluation;
	/** Id of the release, null where the page does not know it, and its date. */
	readonly release: string | null;
	readonly date: string;
	/** The address that opens the case again. */
	readonly address: string;
}

/**
 * A case as JSON: the model, what the holder changed of it, what it comes to, and from which release. The results are in
 * the shape of `POST /api/v1/projects/{id}/evaluate`, constant 2026 MAD.
 */
export function caseJson({ model, shared, values, evaluation, release, date, address }: WrittenCase): string {
	const { id, slug, name, grade } = model;
	const results = {
		evaluation,
		tornado: tornadoOf(model, values, shared),
		switching: switchingOf(model, values, shared),
		capacity: capacityTableOf(model, values, shared)
	};
	return JSON.stringify({ model: { id, slug, name, grade }, release, date, address, parameters: values, ...results }, null, '\t');
}
