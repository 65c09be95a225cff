import type { TableFaultKind } from '#lib/i18n/table-problem.ts';
import { piecesOf } from './pieces.ts';

const PIECE_BYTES = 64 * 1024;

/** First bytes of what people send instead of a table. */
const SIGNATURES: readonly (readonly [TableFaultKind, ...number[]])[] = [
	['pdf', 0x25, 0x50, 0x44, 0x46],
	['image', 0x89, 0x50, 0x4e, 0x47],
	['image', 0xff, 0xd8, 0xff],
	['image', 0x47, 0x49, 0x46, 0x38],
	['image', 0x49, 0x49, 0x2a, 0x00],
	['image', 0x4d, 0x4d, 0x00, 0x2a],
	['archive', 0x1f, 0x8b],
	['archive', 0x37, 0x7a, 0xbc, 0xaf],
	['archive', 0x52, 0x61, 0x72, 0x21],
	['other-document', 0x7b, 0x5c, 0x72, 0x74, 0x66]
];

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

const startsWith = (head: Buffer, bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte);

/** What the first bytes of a file say it is: a ZIP, a compound document of the old office, something that is no table, or else a text. */
export function formatOf(head: Buffer): 'zip' | 'compound' | 'text' | TableFaultKind {
	if (startsWith(head, ZIP) && [0x0304, 0x0506, 0x0708].includes(head.length < 4 ? 0 : head.readUInt16BE(2))) return 'zip';
	if (startsWith(head, COMPOUND)) return 'compound';
	if (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP') return 'image';
	return SIGNATURES.find(([, ...bytes]) => startsWith(head, bytes))?.[0] ?? 'text';
}

/** A workbook with a password is a compound document that holds this stream; without one it is a workbook of the old format. */
export async function compoundFault(path: string): Promise<'encrypted' | 'old-xls'> {
	const name = Buffer.from('EncryptedPackage', 'utf16le');
	let before = Buffer.alloc(0);
	for await (const chunk of piecesOf(path, PIECE_BYTES)) {
		const seen = Buffer.concat([before, chunk]);
		if (seen.includes(name)) return 'encrypted';
		before = Buffer.from(seen.subarray(-name.length));
	}
	return 'old-xls';
}

/** What a text is when it is no table: a page, XML or JSON; null for anything else. */
export function markupFault(start: string): TableFaultKind | null {
	const text = start.trimStart().slice(0, 2000).toLowerCase();
	if (/^(<!--.{0,500}-->\s*)?<(!doctype html|html|head|body|meta|table|div|style)\b/s.test(text)) return 'html-named-xls';
	if (/^<\?xml|^<[a-z!]/.test(text)) return 'xml';
	if (/^\{\s*("|\})|^\[\s*([{["\]]|-?\d)/.test(text)) return 'json';
	return null;
}
