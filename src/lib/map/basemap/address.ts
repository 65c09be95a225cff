/** What a page is told of the basemap of the installation: where its tiles or its style are. The default is none. */
export type BasemapAddress =
	| { readonly kind: 'pmtiles'; readonly address: string }
	/** A style of another house, whose tiles must come from the same origin. */
	| { readonly kind: 'style'; readonly address: string };
