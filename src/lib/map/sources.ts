/** The GeoJSON sources of the style. `territories` holds one level at a time, so states of features never mix levels. */
export const SOURCES = ['context', 'territories', 'borders', 'labels', 'towns', 'points', 'zones'] as const;
export type SourceId = (typeof SOURCES)[number];
/** Property that carries the code of a territory and serves as feature id. */
export const CODE = 'code';
