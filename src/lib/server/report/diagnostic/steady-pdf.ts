import { createHash } from 'node:crypto';

/** A dictionary of resources, one entry a line. */
const RESOURCES = /(\/(?:ColorSpace|ExtGState|Font|Pattern|Shading|XObject) <<\n)((?: *\/\w+ \d+ 0 R\n)+)/g;
/** Which document it is, and which making of it: the second is worked out from the bytes. */
const IDS = /\/ID \[\([^()]*\) \(([^()]*)\)\]/;

/**
 * The same PDF with its resources in a fixed order: a picture with two patterns or two fonts has them in another order each time it
 * is embedded, and with them the id of the file changes. Nothing moves, since every line keeps its length.
 */
export function steadyPdf(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
	const sorted = Buffer.from(pdf)
		.toString('latin1')
		.replace(RESOURCES, (_, head: string, entries: string) => head + entries.match(/.+\n/g)!.sort().join(''));
	const id = IDS.exec(sorted)?.[1];
	if (id === undefined) return new Uint8Array(Buffer.from(sorted, 'latin1'));
	const without = sorted.replaceAll(id, '');
	const steadyId = createHash('sha512').update(without, 'latin1').digest('base64').slice(0, id.length);
	return new Uint8Array(
		Buffer.from(
			sorted.replaceAll(id, () => steadyId),
			'latin1'
		)
	);
}
