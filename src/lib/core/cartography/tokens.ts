/** The two appearances of every screen and every output. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** One colour per appearance, as #rrggbb. */
export type Shades = Readonly<Record<Theme, string>>;

/** Colours of page and panels; app.css declares custom properties of the same names with the same values. */
export const TOKENS = {
	paper: { light: '#fbfaf6', dark: '#0f1715' },
	surface: { light: '#ffffff', dark: '#16211e' },
	ink: { light: '#1b2a27', dark: '#e8ede9' },
	muted: { light: '#5c6b66', dark: '#9db0a9' },
	line: { light: '#e3e0d6', dark: '#28352f' },
	primary: { light: '#0f5b4a', dark: '#4cc2a0' },
	accent: { light: '#9a6700', dark: '#f0be4a' },
	danger: { light: '#b3372b', dark: '#f08a7b' }
} as const satisfies Record<string, Shades>;

/** Tokens that carry text, so each needs 4.5:1 on `paper` and on `surface`. */
export const TEXT_TOKENS = ['ink', 'muted', 'primary', 'accent', 'danger'] as const;

/**
 * Colours of the map that are not data. `core` and `casing` are drawn together, a dark line inside a light one (the other way
 * round in the dark): whatever colour an area has, one of the two stands out from it by 3:1.
 */
export const MAP_TOKENS = {
	/** Land of the neighbours, without name or border. */
	land: { light: '#eeeae0', dark: '#1a2420' },
	sea: { light: '#dce8ea', dark: '#10201f' },
	/** Under every hatch, and under a territory that is not painted yet. */
	blank: { light: '#f7f5ef', dark: '#202b27' },
	/** Lines and dots of the patterns. */
	patternInk: { light: '#76817c', dark: '#84958e' },
	core: { light: '#33433f', dark: '#e8ede9' },
	casing: { light: '#ffffff', dark: '#0f1715' },
	label: { light: '#1b2a27', dark: '#f2f5f3' },
	townLabel: { light: '#41504c', dark: '#c9d5cf' },
	halo: { light: '#fbfaf6', dark: '#0f1715' },
	/** Circles of published counts: the purple of the cooperatives (ColorBrewer Purples). */
	symbol: { light: '#54278f', dark: '#cdbdf0' },
	/** Named places: another colour than counts, since an example is no figure. */
	place: TOKENS.accent
} as const satisfies Record<string, Shades>;
