import { LARGEST_FILE, type UploadFault } from '#lib/core/import/import.ts';
import type { MappingProblem } from '#lib/core/register/check-mapping.ts';
import type { RowProblem } from '#lib/core/register/problem.ts';
import type { TableFault } from './table-problem.ts';
import { tableSentence } from './table-problem.ts';
import type { Words } from './words.ts';

/** Why a file is not taken in: it did not come whole, or it is no table. */
export type FileFault = { readonly kind: UploadFault } | TableFault;

const MEGABYTE = 2 ** 20;

/** The largest file in megabytes, as a page says it. */
export const mostUploaded = ({ n }: Words): string => n(LARGEST_FILE / MEGABYTE);

/** What is wrong with a file, in one sentence. */
export function fileSentence(words: Words, fault: FileFault): string {
	switch (fault.kind) {
		case 'no-form':
		case 'no-file':
		case 'cut-off':
		case 'no-space':
		case 'ended-early':
			return words.t(`import.fault.${fault.kind}`);
		case 'too-large':
			return words.t('import.fault.too-large', { limit: mostUploaded(words) });
		default:
			return tableSentence(words, fault as TableFault);
	}
}

/** What is wrong with a mapping, in one sentence. */
export const mappingSentence = ({ t }: Words, { kind, field, found }: MappingProblem): string =>
	t(`import.map.problem.${kind}`, { found, field: t(`import.field.${field ?? 'row'}`) });

/** Problems whose sentence names what could stand there instead. */
const SAID: ReadonlySet<RowProblem['kind']> = new Set([
	'position-in-other-province',
	'position-in-other-commune',
	'commune-elsewhere',
	'code-differs'
]);

/** What is wrong with a row, in one sentence, with what could stand there instead; `nameOf` knows the codes of territories. */
export function problemSentence({ t }: Words, { kind, found, suggestion }: RowProblem, nameOf: (code: string) => string | null): string {
	const told = (text: string): string => nameOf(text) ?? text;
	const sentence = t(`import.problem.${kind}`, { found: told(found), suggestion: told(suggestion ?? '') });
	if (suggestion === null || SAID.has(kind)) return sentence;
	return `${sentence} ${t('import.row.suggestion', { suggestion: told(suggestion) })}`;
}
