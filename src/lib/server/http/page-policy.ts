/** What a page may do beyond the policy that is the same for all of them. */
export interface PolicyWish {
	/** True for a page that others may show in a frame. */
	readonly anyFrame: boolean;
	/** Origin of another house whose basemap was configured; null for none. */
	readonly origin: string | null;
}

/**
 * The content security policy of a page: Kit's, which is the same for every page, opened by what this one needs and no more. Kit writes it
 * once, while building; what an operator configures is known when the server starts.
 */
export function pagePolicy(policy: string, { anyFrame, origin }: PolicyWish): string {
	const framed = anyFrame ? policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *') : policy;
	if (origin === null) return framed;
	return `${framed.replace(/img-src ([^;]*)/, `img-src $1 ${origin}`)}; connect-src 'self' ${origin}`;
}

/** Pages that show a basemap where one is configured. */
export const showsBasemap = (path: string): boolean => /^\/(ar|fr|en)\/(workspace|embed)(\/|$)/.test(path);

/** The page that others may show in a frame. */
export const isEmbed = (path: string): boolean => /^\/(ar|fr|en)\/embed\/?$/.test(path);
