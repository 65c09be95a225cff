import { typeset } from '../typst.ts';
import type { DiagnosticDocument } from './document.ts';
import { printedOf } from './pdf-text.ts';
import { steadyPdf } from './steady-pdf.ts';
import { TEMPLATE } from './template/template.ts';

/** A diagnostic as an A4 PDF in the language of its report. The same document gives the same bytes. */
export async function diagnosticPdf(document: DiagnosticDocument): Promise<Uint8Array<ArrayBuffer>> {
	return steadyPdf(await typeset(TEMPLATE, printedOf(document)));
}
