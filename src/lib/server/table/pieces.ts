import { open } from 'node:fs/promises';

/** The bytes of a file, piece by piece, in one buffer that is written over with the next piece: use each before asking for another. */
export async function* piecesOf(path: string, bytes: number): AsyncGenerator<Buffer> {
	const file = await open(path);
	try {
		const buffer = Buffer.allocUnsafeSlow(bytes);
		for (;;) {
			const { bytesRead } = await file.read(buffer, 0, bytes, null);
			if (bytesRead === 0) return;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await file.close();
	}
}
