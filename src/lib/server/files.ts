import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isReleaseId } from '#lib/core/release/release-file.ts';
import type { Answer } from './http/answer.ts';

/** The files of a release that a browser may read; the bank and the golden scores stay on the server. */
const SERVED = new Set([
	'release.json',
	'snapshot.json',
	'communes.json',
	'geography.json',
	'towns.json',
	'provinces.topo.json',
	'provinces-detail.topo.json',
	'communes.topo.json',
	'context.topo.json'
]);

const ADDRESS = /^\/data\/([^/]+)\/([a-z.-]+)$/;

/**
 * The file at `/data/<release>/<file>` under the first of `roots` that has it; null when the address is none or the file is not served.
 * The release id is the hash of its files, so what is read once never changes.
 */
export async function builtFile(roots: readonly string[], address: string): Promise<Answer | null> {
	const [, release = '', name = ''] = ADDRESS.exec(address.split('?')[0]!) ?? [];
	if (!isReleaseId(release) || !SERVED.has(name)) return null;
	for (const root of roots) {
		const file = join(root, release, name);
		const bytes = await readIfThere(file);
		if (bytes) return answerOf(file, bytes);
	}
	return null;
}

function answerOf(file: string, bytes: Uint8Array): Answer {
	return {
		status: 200,
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'public, max-age=31536000, immutable',
			'access-control-allow-origin': '*'
		},
		bytes,
		etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
		keep: true,
		packed: async (encoding) => (encoding === 'br' ? readIfThere(`${file}.br`) : null)
	};
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
	try {
		return await readFile(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}
