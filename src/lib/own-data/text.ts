import { OwnRefused } from '#lib/core/own/refusal.ts';
import { createEncodingCheck, type Encoding } from '#lib/core/table/encoding.ts';

/** A text and how it was written. */
export interface DecodedText {
	readonly text: string;
	readonly encoding: Encoding;
}

/** The text of bytes, its encoding told from all of them; without its byte order mark. Throws when they are no text. */
export function decoded(bytes: Uint8Array): DecodedText {
	const check = createEncodingCheck();
	check.add(bytes);
	const found = check.result();
	if (!found.ok) throw new OwnRefused(found.issue.kind, found.issue.row === undefined ? {} : { row: found.issue.row });
	return { text: new TextDecoder(found.value).decode(bytes), encoding: found.value };
}
