/**
 * What somebody writes about: one value that Furas shows, as a value of its own. It names the thing, not its number: the number is looked up
 * in a release. A figure of a nation carries the code `MA`.
 */
export type About =
	/** A figure of an indicator; without territory and year the indicator as such: its definition, its source, its gaps. */
	| { readonly kind: 'indicator'; readonly indicator: string; readonly territory: string | null; readonly year: string | null }
	| { readonly kind: 'score'; readonly chain: string; readonly territory: string }
	| { readonly kind: 'evidence'; readonly id: string }
	| { readonly kind: 'cooperative'; readonly id: string }
	/** A published count of cooperatives; `asOf` is null where the source gives no date. */
	| {
			readonly kind: 'count';
			readonly branch: string;
			readonly measure: string;
			readonly territory: string;
			readonly asOf: string | null;
	  }
	/** A project or programme total that a public source names. */
	| { readonly kind: 'project'; readonly id: string }
	/** A figure of an economic model, by its place in the sheet: see `figureAt`. */
	| { readonly kind: 'model'; readonly model: string; readonly path: string };

export type AboutKind = About['kind'];

/** Longest reference that is read; what is longer is none. */
export const LONGEST_ABOUT = 160;

/** How a date that no source gives is written. */
const UNDATED = 'undated';

const PART = '[A-Za-z0-9][A-Za-z0-9_.+-]*';
/** «2024», «2019-2023», «2010/2011», «2013 H1», «2014-03-31». */
const WHEN = '[0-9][0-9A-Za-z/ -]*';
type Parts = readonly [string, string, string, string];
const IDENTIFIED = new RegExp(`^(${PART})$`);
const identified = (kind: 'evidence' | 'cooperative' | 'project') => ({
	pattern: IDENTIFIED,
	read: ([id]: Parts): About => ({ kind, id })
});

/** How each kind is written after its colon, and read from the parts of that. A part that is left out is undefined. */
const READERS: Readonly<Record<AboutKind, { readonly pattern: RegExp; readonly read: (parts: Parts) => About }>> = {
	indicator: {
		pattern: new RegExp(`^(${PART})(?:@(${PART})/(${WHEN}))?$`),
		read: ([indicator, territory = null, year = null]: readonly (string | null)[]) => ({
			kind: 'indicator',
			indicator: indicator!,
			territory,
			year
		})
	},
	score: { pattern: new RegExp(`^(${PART})@(${PART})$`), read: ([chain, territory]) => ({ kind: 'score', chain, territory }) },
	evidence: identified('evidence'),
	cooperative: identified('cooperative'),
	count: {
		pattern: new RegExp(`^(${PART})/(${PART})@(${PART})/(${WHEN}|${UNDATED})$`),
		read: ([branch, measure, territory, asOf]) => ({ kind: 'count', branch, measure, territory, asOf: asOf === UNDATED ? null : asOf })
	},
	project: identified('project'),
	model: { pattern: new RegExp(`^(${PART})/(${PART})$`), read: ([model, path]) => ({ kind: 'model', model, path }) }
};

/** The reference of a value as links, forms and the living store carry it: `indicator:illiteracy_rate_10p@MA-HAJ/2024`, `model:M01/revenue.0.price`. */
export function formatAbout(about: About): string {
	switch (about.kind) {
		case 'indicator':
			return about.territory === null || about.year === null
				? `indicator:${about.indicator}`
				: `indicator:${about.indicator}@${about.territory}/${about.year}`;
		case 'score':
			return `score:${about.chain}@${about.territory}`;
		case 'count':
			return `count:${about.branch}/${about.measure}@${about.territory}/${about.asOf ?? UNDATED}`;
		case 'model':
			return `model:${about.model}/${about.path}`;
		default:
			return `${about.kind}:${about.id}`;
	}
}

/** The value a reference names; null for a text that is none. `parseAbout(formatAbout(a))` equals `a`. */
export function parseAbout(text: string): About | null {
	if (text.length > LONGEST_ABOUT) return null;
	const colon = text.indexOf(':');
	const kind = text.slice(0, Math.max(colon, 0));
	if (!isAboutKind(kind)) return null;
	const { pattern, read } = READERS[kind];
	const found = pattern.exec(text.slice(colon + 1));
	return found && read(found.slice(1) as unknown as Parts);
}

const isAboutKind = (text: string): text is AboutKind => Object.hasOwn(READERS, text);
