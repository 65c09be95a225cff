import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Sheet } from '#lib/view/workspace/sheet.ts';

/** What the tip at the pointer says of a territory: its name, what is known of it, and the row of the legend it is drawn in. */
export function tipOf(words: Words, { variable, other, scene, legend }: Sheet, nameOf: (code: string) => string): (code: string) => string {
	const indices = new Map(scene.codes.map((code, i) => [code, i]));
	return (code) => {
		const i = indices.get(code);
		if (i === undefined) return nameOf(code);
		const row = scene.rows[i]!;
		const figures = [variable, ...(other ? [other] : [])].flatMap((one) => figureOf(words, one, i) ?? []);
		const label = legend.rows[row] ?? '';
		const isClass = scene.legend.rows[row]?.meaning.kind === 'class';
		return [nameOf(code), ...figures, isClass ? words.t('tool.tip.class', { row: label }) : label].filter(Boolean).join('\n');
	};
}

/** Null where the value is unknown, which the row of the legend says, and for a type, which has no number. */
function figureOf(words: Words, variable: Variable, index: number): string | null {
	const value = variable.values[index];
	if (variable.measure === 'type' || value === undefined || Number.isNaN(value)) return null;
	const year = variable.year === null ? '' : words.t('figure.year', { year: variable.year });
	const quantity = words.quantity(value, words.of(variable.unit), variable.decimals) + year;
	return words.t('tool.tip.figure', { name: words.of(variable.title), quantity });
}
