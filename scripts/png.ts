import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
	readonly type: string;
	readonly body: Buffer;
}

/**
 * The same picture in fewer bytes: rows unfiltered and packed as tightly as deflate can, which suits flat colours and text.
 * Pixels stay exactly as they are. Returns `png` itself when it is no plain 8-bit RGB or RGBA, or when nothing is won.
 */
export function repacked(png: Buffer): Buffer {
	const chunks = chunksOf(png);
	const header = chunks.find(({ type }) => type === 'IHDR')!.body;
	const [width, height, depth, colours, interlaced] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9], header[12]];
	const size = colours === 2 ? 3 : colours === 6 ? 4 : 0;
	if (depth !== 8 || interlaced !== 0 || size === 0) return png;
	const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body)));
	const rows = unfiltered(packed, width * size, height, size);
	const smaller = Buffer.concat([
		SIGNATURE,
		chunkOf('IHDR', header),
		chunkOf('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
		chunkOf('IEND', Buffer.alloc(0))
	]);
	return smaller.length < png.length ? smaller : png;
}

function chunksOf(png: Buffer): Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = SIGNATURE.length; at < png.length;) {
		const length = png.readUInt32BE(at);
		chunks.push({ type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) });
		at += 12 + length;
	}
	return chunks;
}

/** Rows of `stride` bytes with filter 0 before each, from rows with any filter (PNG, section 9). */
function unfiltered(packed: Buffer, stride: number, height: number, size: number): Buffer {
	const out = Buffer.alloc((stride + 1) * height);
	for (let y = 0; y < height; y++) {
		const from = y * (stride + 1);
		const filter = packed[from]!;
		for (let x = 0; x < stride; x++) {
			const at = from + 1 + x;
			const left = x >= size ? out[at - size]! : 0;
			const up = y > 0 ? out[at - stride - 1]! : 0;
			const corner = x >= size && y > 0 ? out[at - stride - 1 - size]! : 0;
			out[at] = packed[at]! + predicted(filter, left, up, corner);
		}
	}
	return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
	if (filter === 0) return 0;
	if (filter === 1) return left;
	if (filter === 2) return up;
	if (filter === 3) return (left + up) >> 1;
	const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
	return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunkOf(type: string, body: Buffer): Buffer {
	const chunk = Buffer.alloc(12 + body.length);
	chunk.writeUInt32BE(body.length, 0);
	chunk.write(type, 4, 'latin1');
	body.copy(chunk, 8);
	chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length);
	return chunk;
}
