import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Files of a zip by name, in its order. */
export type ZipFiles = Map<string, Buffer>;

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** 1 January 1980, the first day a zip knows: what was written when is no part of a document. */
const FIRST_DAY = 0x21;
/** Pictures and workbooks are packed already. */
const PACKED = /[.](png|xlsx)$/;

/** The files of a zip, read from its central directory. */
export function readZip(bytes: Uint8Array): ZipFiles {
	const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const files: ZipFiles = new Map();
	const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
		const name = zip.toString('utf8', at + 46, nameEnd);
		const local = zip.readUInt32LE(at + 42);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const data = zip.subarray(start, start + zip.readUInt32LE(at + 20));
		if (!name.endsWith('/')) files.set(name, zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data));
		at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return files;
}

/** A zip of the files, the same bytes for the same files. */
export function writeZip(files: ZipFiles): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, data] of files) {
		const path = Buffer.from(name, 'utf8');
		const isPacked = PACKED.test(name);
		const packed = isPacked ? data : deflateRawSync(data);
		const fields = Buffer.alloc(26);
		fields.writeUInt16LE(20, 0);
		fields.writeUInt16LE(0x0800, 2); // names are UTF-8
		fields.writeUInt16LE(isPacked ? 0 : 8, 4);
		fields.writeUInt16LE(FIRST_DAY, 8);
		fields.writeUInt32LE(crc32(data), 10);
		fields.writeUInt32LE(packed.length, 14);
		fields.writeUInt32LE(data.length, 18);
		fields.writeUInt16LE(path.length, 22);
		const head = Buffer.concat([uint32(LOCAL), fields, path]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		directory.push(uint32(CENTRAL), Buffer.from([20, 0]), fields, tail, path);
		parts.push(head, packed);
		offset += head.length + packed.length;
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.size, 4);
	end.writeUInt16LE(files.size, 6);
	end.writeUInt32LE(list.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, list, uint32(END), end]);
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
