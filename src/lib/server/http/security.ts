/** Headers every answer carries. The content security policy of a page is Kit's, with the hashes of the page. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin'
};

/** What of them means something for data that are read by a program: the others speak to a page. */
export const DATA_HEADERS: Readonly<Record<string, string>> = { 'x-content-type-options': 'nosniff' };

/** Sent over TLS only: a browser that learnt it from a plain answer could not come back. */
export const HSTS = { name: 'strict-transport-security', value: 'max-age=31536000; includeSubDomains' } as const;

/** True when a proxy in front says that the client came by https. */
export const cameByTls = (forwardedProto: string | undefined): boolean => forwardedProto?.split(',')[0]?.trim() === 'https';
