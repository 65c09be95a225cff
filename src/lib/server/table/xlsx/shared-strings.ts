import type { TableLimits } from '../limits.ts';
import { TableProblem } from '../table-problem.ts';
import { readWholeXml } from './xml.ts';

/** The texts that cells of a workbook share, by number. */
export interface SharedStrings {
	/** Null for a number that no text has. */
	at(index: number): string | null;
}

const PAGE = 2 ** 20;

/** Texts kept as bytes in pages, without an object for each: a million of them cost what they are long and eight bytes each. */
function createTexts(): { add(text: string): void; readonly size: number; at: SharedStrings['at'] } {
	const pages: Buffer[] = [];
	let used = 0;
	let size = 0;
	let places = new Uint32Array(2048);
	return {
		add(text) {
			const length = Buffer.byteLength(text);
			if (pages.length === 0 || used + length > PAGE) {
				pages.push(Buffer.allocUnsafeSlow(PAGE));
				used = 0;
			}
			if (2 * size === places.length) {
				const longer = new Uint32Array(2 * places.length);
				longer.set(places);
				places = longer;
			}
			places[2 * size] = (pages.length - 1) * PAGE + used;
			places[2 * size + 1] = length;
			pages.at(-1)!.write(text, used);
			used += length;
			size++;
		},
		get size() {
			return size;
		},
		at(index) {
			if (!(index >= 0 && index < size && Number.isInteger(index))) return null;
			const [place, length] = [places[2 * index]!, places[2 * index + 1]!];
			const start = place % PAGE;
			return pages[(place - start) / PAGE]!.toString('utf8', start, start + length);
		}
	};
}

/** Reads the part with the shared texts; runs of a rich text are joined, readings of East Asian ones left out. */
export async function sharedStringsOf(part: string, chunks: AsyncIterable<Buffer>, limits: TableLimits): Promise<SharedStrings> {
	const texts = createTexts();
	let characters = 0;
	let item = '';
	let [isText, isReading] = [false, false];
	await readWholeXml(
		part,
		chunks,
		{
			open(name) {
				if (name === 'si') item = '';
				else if (name === 'rPh') isReading = true;
				else if (name === 't') isText = !isReading;
			},
			text(text) {
				if (!isText) return;
				item += text;
				if (item.length > limits.cellCharacters)
					throw new TableProblem({ kind: 'cell-too-long', limit: limits.cellCharacters, found: item.length });
			},
			close(name) {
				if (name === 't') isText = false;
				else if (name === 'rPh') isReading = false;
				if (name !== 'si') return;
				characters += item.length;
				if (characters > limits.sharedCharacters) throw new TableProblem({ kind: 'too-much-text', limit: limits.sharedCharacters });
				if (texts.size >= limits.sharedStrings) throw new TableProblem({ kind: 'too-much-text', limit: limits.sharedStrings });
				texts.add(unescaped(item));
			}
		},
		limits
	);
	return texts;
}

/** Spreadsheets write signs that XML cannot hold as `_x000D_`. */
export const unescaped = (text: string): string =>
	text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
