import { readRecords } from '../data/read.ts';
import type { RegisterLanguage } from './synthetic-names.ts';
import { syntheticRegister, type SyntheticRegister } from './synthetic.ts';
import { readRegisterWords } from './tables.ts';

/** A synthetic register over the tables in `data` (the folder of the checkout). */
export function registerOver(
	data: string,
	options: { readonly seed: number; readonly rows: number; readonly language?: RegisterLanguage; readonly thisYear: number }
): SyntheticRegister {
	return syntheticRegister({ ...readRecords(data), ...readRegisterWords(data), ...options });
}

/** The register as a CSV file with semicolons, as spreadsheets write it in French. */
export function csvOf({ headers, rows }: Pick<SyntheticRegister, 'headers' | 'rows'>): string {
	const cell = (text: string): string => (/[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	return [headers, ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n');
}
