/**
 * Readers of PDF built on poppler (Evince, Okular, pdftotext) take the letters of a ligature from left to right, so that
 * في is found, copied and read aloud as يف. IBM Plex Sans Arabic draws some 300 pairs of letters as one shape. Here
 * each pair becomes two shapes, which every reader puts in the right order: the whole drawing stands for the first letter,
 * an empty one of no width for the second. The page looks the same. Formats: OpenType 1.9, GSUB and GDEF.
 */

/** Two shapes that the font draws as one. */
interface Pair {
	readonly first: number;
	readonly second: number;
	readonly drawing: number;
}

type Tables = Map<string, Buffer>;

const SINGLE = 1;
const LIGATURE = 4;
const CHAINED_CONTEXT = 6;
const MARK = 3;
/** Of the lookup flags: marks between two letters do not part them. */
const IGNORE_MARKS = 8;

/** A copy of a TrueType font in which every required ligature of two letters is two shapes. A font without any comes back as it was; one without layout throws. */
export function splitLigatures(font: Buffer): Buffer {
	const tables = tablesOf(font);
	const layout = table(tables, 'GSUB');
	const lookup = requiredLookup(layout);
	const pairs = lookup === null ? [] : pairsOf(layout, lookup);
	if (lookup === null || pairs.length === 0) return font;
	const seconds = [...new Set(pairs.map(({ second }) => second))].sort((a, b) => a - b);
	const glyphs = table(tables, 'maxp').readUInt16BE(4);
	const blanks = new Map(seconds.map((second, index) => [second, glyphs + index]));
	tables.set('GSUB', withPairs(layout, lookup, pairs, blanks));
	tables.set('GDEF', withMarks(table(tables, 'GDEF'), glyphs, glyphs + seconds.length - 1));
	addBlanks(tables, glyphs, seconds.length);
	return fontOf(font, tables);
}

function table(tables: Tables, tag: string): Buffer {
	const found = tables.get(tag);
	if (!found) throw new Error(`The font has no table "${tag}".`);
	return found;
}

const directory = (font: Buffer) =>
	Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
		const at = 12 + 16 * index;
		return { tag: font.toString('latin1', at, at + 4), at, offset: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) };
	});

const tablesOf = (font: Buffer): Tables =>
	new Map(directory(font).map(({ tag, offset, length }) => [tag, Buffer.from(font.subarray(offset, offset + length))]));

/** The tables in the order of the old directory, each on a multiple of four. Checksums stay as they were: no reader of ours looks at them. */
function fontOf(font: Buffer, tables: Tables): Buffer {
	const records = directory(font);
	const head = Buffer.from(font.subarray(0, 12 + 16 * records.length));
	const parts: Buffer[] = [head];
	let offset = head.length;
	for (const { tag, at } of records) {
		const content = table(tables, tag);
		head.writeUInt32BE(offset, at + 8);
		head.writeUInt32BE(content.length, at + 12);
		const padding = Buffer.alloc(-content.length & 3);
		parts.push(content, padding);
		offset += content.length + padding.length;
	}
	return Buffer.concat(parts);
}

/** Numbers of 16 bits as they lie at `at`. */
const numbersAt = (buffer: Buffer, at: number, count: number): number[] =>
	Array.from({ length: count }, (_, index) => buffer.readUInt16BE(at + 2 * index));

/** A list that begins with its length. */
const listAt = (buffer: Buffer, at: number): number[] => numbersAt(buffer, at + 2, buffer.readUInt16BE(at));

/** Index of the lookup of required ligatures; null when there is none. */
function requiredLookup(layout: Buffer): number | null {
	const features = layout.readUInt16BE(6);
	for (let index = 0; index < layout.readUInt16BE(features); index++) {
		const at = features + 2 + 6 * index;
		if (layout.toString('latin1', at, at + 4) !== 'rlig') continue;
		return listAt(layout, features + layout.readUInt16BE(at + 4) + 2)[0] ?? null;
	}
	return null;
}

function pairsOf(layout: Buffer, lookup: number): Pair[] {
	const lookups = layout.readUInt16BE(8);
	const at = lookups + listAt(layout, lookups)[lookup]!;
	if (layout.readUInt16BE(at) !== LIGATURE) return [];
	return listAt(layout, at + 4).flatMap((offset) => pairsOfSubtable(layout, at + offset));
}

function pairsOfSubtable(layout: Buffer, at: number): Pair[] {
	const firsts = coveredAt(layout, at + layout.readUInt16BE(at + 2));
	return listAt(layout, at + 4).flatMap((set, index) =>
		listAt(layout, at + set).flatMap((offset) => {
			const [drawing, letters, second] = numbersAt(layout, at + set + offset, 3);
			return letters === 2 ? [{ first: firsts[index]!, second: second!, drawing: drawing! }] : [];
		})
	);
}

function coveredAt(layout: Buffer, at: number): number[] {
	if (layout.readUInt16BE(at) === 1) return listAt(layout, at + 2);
	const ranges = numbersAt(layout, at + 4, 3 * layout.readUInt16BE(at + 2));
	return ranges.flatMap((start, index) =>
		index % 3 === 0 ? Array.from({ length: ranges[index + 1]! - start + 1 }, (_, step) => start + step) : []
	);
}

/** Bytes of numbers of 16 bits. */
function bytes(...numbers: readonly number[]): Buffer {
	const buffer = Buffer.alloc(2 * numbers.length);
	numbers.forEach((number, index) => buffer.writeUInt16BE(number, 2 * index));
	return buffer;
}

const covered = (glyphs: readonly number[]): Buffer => bytes(1, glyphs.length, ...glyphs);

/** `parts` behind a list of where each begins, counted from `before` bytes ahead of that list. */
function listed(parts: readonly Buffer[], before: number): Buffer {
	let offset = before + 2 + 2 * parts.length;
	const offsets = parts.map((part) => (offset += part.length) - part.length);
	return Buffer.concat([bytes(parts.length, ...offsets), ...parts]);
}

const lookupOf = (type: number, flags: number, subtables: readonly Buffer[]): Buffer =>
	Buffer.concat([bytes(type, flags), listed(subtables, 4)]);

/** A lookup that puts one shape in the place of another. */
function replacing(changes: readonly (readonly [number, number])[]): Buffer {
	const sorted = changes.toSorted(([a], [b]) => a - b);
	const head = bytes(2, 6 + 2 * sorted.length, sorted.length, ...sorted.map(([, to]) => to));
	return lookupOf(SINGLE, 0, [Buffer.concat([head, covered(sorted.map(([from]) => from))])]);
}

/** «One of `firsts`, then `second`»: lookup `onFirst` changes the one, `onSecond` the other. */
function context(firsts: readonly number[], second: number, onFirst: number, onSecond: number): Buffer {
	const first = covered(firsts.toSorted((a, b) => a - b));
	return Buffer.concat([bytes(3, 0, 2, 22, 22 + first.length, 0, 2, 0, onFirst, 1, onSecond), first, covered([second])]);
}

/** The layout table with the ligatures of `lookup` as pairs. Old lookups stay where they are, behind a new list that also knows the new ones. */
function withPairs(layout: Buffer, lookup: number, pairs: readonly Pair[], blanks: ReadonlyMap<number, number>): Buffer {
	const start = layout.readUInt16BE(8);
	const old = listAt(layout, start);
	const seconds = [...blanks.keys()];
	const of = (second: number) => pairs.filter((pair) => pair.second === second);
	const blanking = old.length + seconds.length;
	const contexts = seconds.map((second, index) =>
		context(
			of(second).map(({ first }) => first),
			second,
			old.length + index,
			blanking
		)
	);
	const drawings = seconds.map((second) => replacing(of(second).map(({ first, drawing }) => [first, drawing])));
	const fresh = [lookupOf(CHAINED_CONTEXT, IGNORE_MARKS, contexts), ...drawings, replacing([...blanks])];

	const head = Buffer.from(layout.subarray(0, 10));
	let offset = 2 + 2 * (old.length + fresh.length - 1);
	const offsets = fresh.map((part) => (offset += part.length) - part.length);
	const kept = old.map((at, index) => (index === lookup ? offsets[0]! : offset + start - 10 + at));
	const list = Buffer.concat([bytes(kept.length + fresh.length - 1, ...kept, ...offsets.slice(1)), ...fresh]);
	for (const at of [4, 6]) head.writeUInt16BE(layout.readUInt16BE(at) + list.length, at);
	head.writeUInt16BE(10, 8);
	return Buffer.concat([head, list, layout.subarray(10)]);
}

/** The table of classes in which shapes `from` to `to` are marks: what looks at the letters beside them passes over them. */
function withMarks(classes: Buffer, from: number, to: number): Buffer {
	const at = classes.readUInt16BE(4);
	const ranges =
		classes.readUInt16BE(at) === 1
			? listAt(classes, at + 4).flatMap((kind, index) =>
					Array<number>(2)
						.fill(classes.readUInt16BE(at + 2) + index)
						.concat(kind)
				)
			: numbersAt(classes, at + 4, 3 * classes.readUInt16BE(at + 2));
	const head = Buffer.from(classes);
	head.writeUInt16BE(classes.length, 4);
	return Buffer.concat([head, bytes(2, ranges.length / 3 + 1, ...ranges, from, to, MARK)]);
}

/** Adds `count` shapes without drawing and width behind the last of `glyphs`. */
function addBlanks(tables: Tables, glyphs: number, count: number): void {
	table(tables, 'maxp').writeUInt16BE(glyphs + count, 4);
	// Version 3 of this table names no shape, so that none lacks its name.
	const names = Buffer.from(table(tables, 'post').subarray(0, 32));
	names.writeUInt32BE(0x30000, 0);
	tables.set('post', names);
	const places = table(tables, 'loca');
	const end = places.subarray(-places.length / (glyphs + 1));
	tables.set('loca', Buffer.concat([places, ...Array<Buffer>(count).fill(end)]));

	const metrics = table(tables, 'hmtx');
	const measured = table(tables, 'hhea').readUInt16BE(34);
	const widths = Array.from({ length: glyphs }, (_, glyph) => metrics.readUInt16BE(4 * Math.min(glyph, measured - 1)));
	const bearings = widths.map((_, glyph) => metrics.readUInt16BE(glyph < measured ? 4 * glyph + 2 : 2 * (measured + glyph)));
	const all = widths.flatMap((width, glyph) => [width, bearings[glyph]!]);
	table(tables, 'hhea').writeUInt16BE(glyphs + count, 34);
	tables.set('hmtx', bytes(...all, ...Array<number>(2 * count).fill(0)));
}
