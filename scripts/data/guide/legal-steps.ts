import { LEGAL_PHASES, type LegalStep } from '#lib/core/support/legal-step.ts';
import { byKey, rowsOf, textsOf, type Row } from '../rows.ts';
import { oneOf, optionalTexts } from './cells.ts';
import { SUPPORT } from './folders.ts';

/** Rows that rest on abrogated law or on figures nobody could read in the law: auditor, bodies and reserves, cost of creation. */
const NOT_SHIPPED: ReadonlySet<string> = new Set(['13', '14', '16']);

/** The legal route in its order. Throws when a step has no text in one of the three languages. */
export function readLegalSteps(root: string): LegalStep[] {
	const texts = byKey(rowsOf(root, `${SUPPORT}/legal_steps_texts.csv`), 'step');
	const shipped = rowsOf(root, `${SUPPORT}/legal_steps.csv`).filter((row) => !NOT_SHIPPED.has(row.text('step')));
	return shipped.map((row) => {
		const number = row.text('step');
		const said = texts.get(number) ?? row.fail(`step ${number} has no row in legal_steps_texts.csv.`);
		return {
			id: `L${number.padStart(2, '0')}`,
			phase: oneOf(row, 'phase', LEGAL_PHASES),
			action: textsOf(said, 'action'),
			who: textsOf(said, 'who'),
			where: optionalTexts(said, 'where'),
			documents: optionalTexts(said, 'documents'),
			delay: optionalTexts(said, 'delay'),
			note: optionalTexts(said, 'note'),
			status: statusOf(row),
			url: row.optional('source_url')
		};
	});
}

/** A blog or the press on the bill is a secondary source; «sourced» alone, or with its document, is a first one. */
function statusOf(row: Row): LegalStep['status'] {
	const words = row.text('status');
	if (/^sourced \((secondary|press)/.test(words)) return 'secondary';
	if (words.startsWith('sourced')) return 'sourced';
	return words === 'recalled' ? 'recalled' : row.fail(`«status» is unknown: ${words}.`);
}
