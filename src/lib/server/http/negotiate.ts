/** Encodings this server writes, best first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Browsers send one of a handful of headers: read once, looked up afterwards. */
const read = new Map<string, Encoding>();
const MOST_READ = 200;

/** The best encoding that an `Accept-Encoding` header allows; identity when it says nothing this server can do. */
export function encodingFor(header: string | undefined): Encoding {
	if (header === undefined || header === '') return 'identity';
	const known = read.get(header);
	if (known) return known;
	const best = bestOf(header);
	if (read.size >= MOST_READ) read.clear();
	read.set(header, best);
	return best;
}

function bestOf(header: string): Encoding {
	const refused = new Set<string>();
	const named = new Set<string>();
	for (const part of header.toLowerCase().split(',')) {
		const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
		(parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? refused : named).add(name);
	}
	const allowed = (encoding: Encoding): boolean => named.has(encoding) || (named.has('*') && !refused.has(encoding));
	return ENCODINGS.find((encoding) => encoding !== 'identity' && allowed(encoding)) ?? 'identity';
}

/** True when an `If-None-Match` header names `etag` or anything (`*`); weak marks do not matter for reading. */
export function holds(header: string | undefined, etag: string): boolean {
	if (header === undefined) return false;
	return header.split(',').some((part) => {
		const candidate = part.trim();
		return candidate === '*' || candidate === etag || candidate === `W/${etag}`;
	});
}
