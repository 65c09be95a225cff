/** Headers every answer carries. The content security policy of a page is Kit's, with the hashes of the page. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin'
};

/** What of them means something for what a page or a program reads: the others speak to a page. */
export const DATA_HEADERS: Readonly<Record<string, string>> = { 'x-content-type-options': 'nosniff' };

/** The headers of what Kit's handler answers: scripts, styles and fonts of the build are never opened as a page. */
export const handlerHeaders = (url: string): Readonly<Record<string, string>> =>
	url.startsWith('/_app/immutable/') ? DATA_HEADERS : SECURITY_HEADERS;

/** Sent over TLS only: a browser that learnt it from a plain answer could not come back. */
export const HSTS = { name: 'strict-transport-security', value: 'max-age=31536000; includeSubDomains' } as const;

/** True when a proxy in front says that the client came by https. */
export const cameByTls = (forwardedProto: string | undefined): boolean => forwardedProto?.split(',')[0]?.trim() === 'https';
