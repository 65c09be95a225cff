import type { FontFacesSpecification } from 'maplibre-gl';
import arabic from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url';
import latin from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url';

/** The one face of the map: thinner ones fall apart at label size. */
export const FONT = 'Plex';

// The subset as @fontsource cuts it, without the rare blocks outside the Basic Multilingual Plane.
const ARABIC = ['U+0600-06FF', 'U+0750-077F', 'U+08E3-08FF', 'U+200C-200E', 'U+2010-2011', 'U+FB50-FDFF', 'U+FE70-FEFC'];
const LATIN = [
	'U+0000-00FF',
	'U+0131',
	'U+0152-0153',
	'U+02C6',
	'U+02DA',
	'U+02DC',
	'U+2000-200B',
	'U+2012-206F',
	'U+20AC',
	'U+2122',
	'U+2212'
];

/** The page's own files (same addresses, so loaded once): MapLibre shapes the text itself and needs no glyph server. */
export const FONT_FACES: FontFacesSpecification = {
	[FONT]: [
		{ url: arabic, 'unicode-range': ARABIC },
		{ url: latin, 'unicode-range': LATIN }
	]
};
