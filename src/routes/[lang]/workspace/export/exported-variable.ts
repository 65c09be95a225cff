import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { ExportQuestion } from '#lib/core/export/table.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import { isOwn, parseVariableId } from '#lib/view/workspace/variable-id.ts';

/** Licence of what Furas computes and compiles itself. */
const OURS = 'CC-BY-4.0';

/** A variable with what an export must say of it: whose it is, and the licences of its sources. */
export const exportedVariable = (variable: Variable, sources: Iterable<Source>): ExportQuestion['variables'][number] => ({
	...variable,
	isOwn: isOwn(variable.id),
	licences: licencesOf(variable, [...sources])
});

/** Licences of the sources that the credit line names; empty as soon as one of them is not known, because half of them would be wrong. */
function licencesOf({ id, credit }: Variable, sources: readonly Source[]): readonly string[] {
	if (isOwn(id)) return [];
	const named = credit.en.split(' · ').map((part) => sources.find((source) => source.credit.en === part)?.licence);
	if (named.every((licence) => licence !== undefined)) return [...new Set(named)];
	return isComputed(id) ? [OURS] : [];
}

function isComputed(id: string): boolean {
	const kind = parseVariableId(id)?.kind;
	return kind === 'score' || kind === 'type' || kind === 'strength' || kind === 'pillar' || kind === 'need';
}
