/** A value of an expression in JSON. */
export type Expression = unknown;

/** One layer of a MapLibre style as it comes in JSON. */
export interface StyleLayer {
	readonly id: string;
	readonly type: string;
	readonly source?: string;
	readonly 'source-layer'?: string;
	readonly filter?: Expression;
	readonly layout?: Readonly<Record<string, unknown>>;
	readonly paint?: Readonly<Record<string, unknown>>;
	readonly minzoom?: number;
	readonly maxzoom?: number;
}

/** A source of a style: its kind, and where it is fetched from. */
export interface StyleSource {
	readonly type: string;
	readonly url?: string;
	readonly tiles?: readonly string[];
	readonly attribution?: string;
	readonly [key: string]: unknown;
}

/** The part of a style that draws; sprites, glyphs and terrain are not taken over. */
export interface StyleJson {
	readonly sources: Readonly<Record<string, StyleSource>>;
	readonly layers: readonly StyleLayer[];
}
