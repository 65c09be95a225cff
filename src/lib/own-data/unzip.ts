import { Unzip, UnzipInflate } from 'fflate';
import { OWN_LIMITS } from '#lib/core/own/limits.ts';
import { OwnRefused } from '#lib/core/own/refusal.ts';

/** So much is handed over at once: the worst bomb makes 16 MB of it before it is looked at again. */
const PIECE_BYTES = 16 * 1024;
const END_OF_DIRECTORY = [0x50, 0x4b, 0x05, 0x06];
/** The comment after the directory has at most 65,535 bytes. */
const TAIL_BYTES = 22 + 65_535;

/**
 * The wanted parts of a ZIP by name. What counts is what really comes out of it, never the sizes it claims: more than `OWN_LIMITS`
 * allows, in all or for its size, and the rest is not unpacked. Throws for a file that is cut off, damaged or locked.
 */
export function unzipped(bytes: Uint8Array, wants: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
	if (!hasEnd(bytes)) throw new OwnRefused('truncated');
	if ((bytes[6]! & 1) === 1) throw new OwnRefused('encrypted');
	const parts = new Map<string, Uint8Array[]>();
	const meter = createMeter();
	let failure: Error | null = null;
	const unzip = new Unzip((file) => {
		if (!wants(file.name)) return;
		const pieces: Uint8Array[] = [];
		parts.set(file.name, pieces);
		file.ondata = (error, piece) => {
			if (error) failure ??= error;
			else if (piece.length > 0) {
				meter.add(piece.length);
				pieces.push(piece);
			}
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	try {
		for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
			const end = Math.min(at + PIECE_BYTES, bytes.length);
			unzip.push(bytes.subarray(at, end), end === bytes.length);
			meter.check(end);
			if (failure) break;
		}
	} catch (cause) {
		throw asRefusal(cause);
	}
	if (failure) throw asRefusal(failure);
	return new Map([...parts].map(([name, pieces]) => [name, joined(pieces)]));
}

/** The library hands on what is thrown while it tells of a piece. */
const asRefusal = (cause: unknown): OwnRefused => (cause instanceof OwnRefused ? cause : new OwnRefused('damaged', {}, { cause }));

/** Counts what comes out, against what went in. */
function createMeter(): { add(bytes: number): void; check(read: number): void } {
	let total = 0;
	return {
		add(bytes) {
			total += bytes;
			if (total > OWN_LIMITS.unzippedBytes) throw new OwnRefused('unzipped-too-large', { limit: OWN_LIMITS.unzippedBytes / 1_000_000 });
		},
		check(read) {
			if (total > OWN_LIMITS.inflationFrom && total > OWN_LIMITS.inflation * read)
				throw new OwnRefused('bomb', { limit: OWN_LIMITS.inflation });
		}
	};
}

function hasEnd(bytes: Uint8Array): boolean {
	for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - TAIL_BYTES); at--) {
		if (END_OF_DIRECTORY.every((byte, i) => bytes[at + i] === byte)) return true;
	}
	return false;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
