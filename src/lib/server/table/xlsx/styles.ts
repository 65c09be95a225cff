import type { TableLimits } from '../limits.ts';
import { readWholeXml } from './xml.ts';

/** Says whether a style shows a number as a day or a time of day. */
export type IsDate = (style: number) => boolean;

/** Numbers of the built-in formats that show days and times (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 in East Asian ones). */
const isBuiltInDate = (format: number): boolean =>
	(format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) || (format >= 50 && format <= 58);

/** Whether a format code shows a day or a time: a letter of one outside quotes, brackets of colours and escapes. */
export function isDateFormat(code: string): boolean {
	const [first = ''] = code.split(';');
	const plain = first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
	return /[ymdhs]/i.test(plain) && !/general/i.test(plain);
}

/** Reads the part with the styles. A style that the part does not have shows no date. */
export async function datesOf(part: string, chunks: AsyncIterable<Buffer>, limits: TableLimits): Promise<IsDate> {
	const formats = new Map<number, boolean>();
	const styles: boolean[] = [];
	let isCell = false;
	await readWholeXml(
		part,
		chunks,
		{
			open(name, at) {
				if (name === 'numFmt' && formats.size < limits.entries)
					formats.set(Number(at['numFmtId']), isDateFormat((at['formatCode'] ?? '').slice(0, 255)));
				else if (name === 'cellXfs') isCell = true;
				else if (name === 'xf' && isCell && styles.length < 2 ** 16) {
					const format = Number(at['numFmtId'] ?? 0);
					styles.push(formats.get(format) ?? isBuiltInDate(format));
				}
			},
			close(name) {
				if (name === 'cellXfs') isCell = false;
			}
		},
		limits
	);
	return (style) => styles[style] ?? false;
}
