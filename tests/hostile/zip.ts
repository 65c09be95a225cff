import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a ZIP file, and what the file says of it where that is not true. */
export interface ZipPart {
	readonly name: string;
	readonly data: Buffer | string;
	readonly stored?: boolean;
	/** Bit 0: locked. */
	readonly flags?: number;
	readonly declaredSize?: number;
	readonly declaredCrc?: number;
	/** Points to the local header of the part before it. */
	readonly overlaps?: boolean;
}

interface Written {
	readonly part: ZipPart;
	readonly raw: Buffer;
	readonly packed: Buffer;
	readonly offset: number;
}

/** A ZIP file of these parts, honest unless a part says otherwise. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
	const pieces: Buffer[] = [];
	const written: Written[] = [];
	let offset = 0;
	for (const part of parts) {
		const raw = Buffer.from(part.data);
		const packed = part.stored ? raw : deflateRawSync(raw, { level: 1 });
		const before = written.at(-1);
		if (part.overlaps && before) {
			written.push({ ...before, part: { ...before.part, name: part.name } });
			continue;
		}
		const entry = { part, raw, packed, offset };
		written.push(entry);
		const header = headerOf(entry, 'local');
		pieces.push(header, packed);
		offset += header.length + packed.length;
	}
	const directory = Buffer.concat(written.map((entry) => headerOf(entry, 'central')));
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(written.length, 8);
	end.writeUInt16LE(written.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...pieces, directory, end]);
}

function headerOf({ part, raw, packed, offset }: Written, where: 'local' | 'central'): Buffer {
	const name = Buffer.from(part.name);
	const isCentral = where === 'central';
	const header = Buffer.alloc(isCentral ? 46 : 30);
	const at = isCentral ? 2 : 0; // the central header has one field more before the common ones
	header.writeUInt32LE(isCentral ? 0x02014b50 : 0x04034b50, 0);
	if (isCentral) header.writeUInt16LE(20, 4);
	header.writeUInt16LE(20, 4 + at);
	header.writeUInt16LE(0x800 | (part.flags ?? 0), 6 + at);
	header.writeUInt16LE(part.stored ? 0 : 8, 8 + at);
	header.writeUInt32LE(part.declaredCrc ?? crc32(raw), 14 + at);
	header.writeUInt32LE(packed.length, 18 + at);
	header.writeUInt32LE(part.declaredSize ?? raw.length, 22 + at);
	header.writeUInt16LE(name.length, 26 + at);
	if (isCentral) header.writeUInt32LE(offset, 42);
	return Buffer.concat([header, name]);
}
