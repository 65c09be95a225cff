/** Where a file of a register comes in; what reads it counts the bytes itself, as they come, and says in a sentence what is too large. */
const UPLOAD = /^\/((ar|fr|en)\/office\/import\/upload|api\/v1\/office\/imports)(?=[?]|$)/;

/** Bytes of any other body: the longest form, with every field full in Arabic, is a tenth of it. */
export const MOST_BYTES = 512 * 1024;

/**
 * The status a request is refused with before anything reads its body: 413 when it says it is too large, 411 when it does not say how
 * large it is, and null when it may come in. Kit holds a whole form in memory, so that only an upload may be large.
 */
export function refusedBody(
	method: string,
	url: string,
	headers: Readonly<Record<string, string | string[] | undefined>>
): 411 | 413 | null {
	if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return null;
	if (UPLOAD.test(url)) return null;
	const length = headers['content-length'];
	if (typeof length === 'string') return Number(length) > MOST_BYTES ? 413 : null;
	return headers['transfer-encoding'] === undefined ? null : 411;
}
