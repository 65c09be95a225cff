import { SaxesParser } from 'saxes';
import type { TableLimits } from '../limits.ts';
import { TableProblem } from '../table-problem.ts';

/** Attributes of a tag, by name. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done with the pieces of an XML part. Names come without their prefix. */
export interface XmlReader {
	open?(name: string, attributes: Attributes): void;
	text?(text: string): void;
	close?(name: string): void;
}

const DOCTYPE = '<!DOCTYPE';

/**
 * Feeds an XML part to its reader, a turn per chunk. A document type is refused at its first letters, so no entity is ever
 * declared, let alone fetched or expanded. Throws a `TableProblem` for it, for what is not well-formed, nests too deep or
 * goes on without a tag for too long. `part` is the name the problem gives.
 */
export async function* readXml(part: string, chunks: AsyncIterable<Buffer>, reader: XmlReader, limits: TableLimits): AsyncGenerator<void> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
	let depth = 0;
	let quiet = 0;
	parser.on('opentag', ({ name, attributes }) => {
		quiet = 0;
		if (++depth > limits.depth) throw new TableProblem({ kind: 'damaged', text: part });
		reader.open?.(local(name), attributes);
	});
	parser.on('closetag', ({ name }) => {
		quiet = 0;
		depth--;
		reader.close?.(local(name));
	});
	parser.on('text', (text) => reader.text?.(text));
	parser.on('cdata', (text) => reader.text?.(text));

	let tail = '';
	const feed = (text: string): void => {
		if ((tail + text).includes(DOCTYPE)) throw new TableProblem({ kind: 'dtd', text: part });
		tail = text.slice(1 - DOCTYPE.length);
		quiet += text.length;
		parser.write(text);
		if (quiet > limits.quietCharacters) throw new TableProblem({ kind: 'damaged', text: part });
	};
	try {
		for await (const chunk of chunks) {
			feed(decoder.decode(chunk, { stream: true }));
			yield;
		}
		feed(decoder.decode());
		parser.close();
	} catch (error) {
		throw isAboutText(error) ? new TableProblem({ kind: 'damaged', text: part }, { cause: error }) : error;
	}
}

/** Reads a whole part; the reader keeps what it wants of it. */
export async function readWholeXml(part: string, chunks: AsyncIterable<Buffer>, reader: XmlReader, limits: TableLimits): Promise<void> {
	for await (const _ of readXml(part, chunks, reader, limits));
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The parser throws bare errors about the text it is given, the decoder one with a code of its own; everything else is passed on. */
const isAboutText = (error: unknown): boolean =>
	error instanceof Error &&
	((error.constructor === Error && !('code' in error)) || ('code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'));
