/* What a basemap may not show. The one place of the map that names these things, in order to keep them out. */

/** Properties that say what a feature is. */
export const CLASS_FIELDS = ['class', 'subclass', 'kind', 'kind_detail', 'type', 'place', 'boundary', 'pmap:kind', 'layer'] as const;

/** What a feature may not be, whatever layer it comes in. */
export const REFUSED_CLASSES = (
	'country state region province county district continent territory dependency boundary boundaries administrative admin ' +
	'border borders disputed disputed_border claimed claim maritime aboriginal_lands sovereignty map_unit'
).split(' ');
/** Properties that only borders and what lies between them have. */
export const REFUSED_FIELDS = ['admin_level', 'disputed', 'disputed_by', 'claimed_by', 'maritime', 'adm0_l', 'adm0_r'];

/** Names of layers and data that are about borders and countries. */
export const BORDERS = /bound|border|admin|disput|claim|countr|continent|\bstates?\b|(^|[_-])states?([_-]|$)|politic|maritime/i;
