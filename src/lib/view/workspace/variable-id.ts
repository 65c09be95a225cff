import { PILLARS, type Pillar } from '#lib/core/scoring/method.ts';

/** A variable by its parts. `need` is the composite of all indicators of need. */
export type VariableRef =
	| { readonly kind: 'need' }
	| { readonly kind: 'score' | 'type' | 'strength'; readonly chain: string }
	| { readonly kind: 'pillar'; readonly chain: string; readonly pillar: Pillar }
	/** `year` null is the newest. */
	| { readonly kind: 'indicator'; readonly indicator: string; readonly year: string | null }
	/** Of the territory itself. */
	| { readonly kind: 'people' | 'households' | 'area' }
	/** Published counts of cooperatives; named cooperatives as points. */
	| { readonly kind: 'cooperatives' | 'places' }
	/** A column that the reader brought along; it never leaves the browser and is in no link. */
	| { readonly kind: 'own'; readonly dataset: string; readonly column: string };

const PART = /^[\w.-]{1,64}$/;
const ALONE = ['need', 'people', 'households', 'area', 'cooperatives', 'places'] as const;
const OF_CHAIN = ['score', 'type', 'strength'] as const;

/** The parts of an id such as `score:honey`, `pillar:honey:need`, `indicator:population@2014`, `own:<dataset>:<column>`; null when it is none. */
export function parseVariableId(id: string): VariableRef | null {
	const [kind, ...parts] = id.split(':');
	const alone = ALONE.find((one) => one === kind);
	if (alone) return parts.length === 0 ? { kind: alone } : null;
	const [first = '', second] = parts;
	if (parts.length > 2) return null;
	if (kind === 'indicator') return second === undefined ? indicatorRef(first) : null;
	if (!PART.test(first)) return null;
	const ofChain = OF_CHAIN.find((one) => one === kind);
	if (ofChain) return second === undefined ? { kind: ofChain, chain: first } : null;
	const pillar = kind === 'pillar' ? PILLARS.find((one) => one === second) : undefined;
	if (pillar) return { kind: 'pillar', chain: first, pillar };
	return kind === 'own' && second !== undefined && PART.test(second) ? { kind, dataset: first, column: second } : null;
}

function indicatorRef(text: string): VariableRef | null {
	const [indicator = '', year = null, ...more] = text.split('@');
	if (more.length > 0 || !PART.test(indicator) || (year !== null && !PART.test(year))) return null;
	return { kind: 'indicator', indicator, year };
}

/** The id of a variable; the inverse of `parseVariableId`. */
export function variableId(ref: VariableRef): string {
	switch (ref.kind) {
		case 'score':
		case 'type':
		case 'strength':
			return `${ref.kind}:${ref.chain}`;
		case 'pillar':
			return `pillar:${ref.chain}:${ref.pillar}`;
		case 'indicator':
			return ref.year === null ? `indicator:${ref.indicator}` : `indicator:${ref.indicator}@${ref.year}`;
		case 'own':
			return `own:${ref.dataset}:${ref.column}`;
		default:
			return ref.kind;
	}
}

/** True for a column the reader brought along. */
export const isOwn = (id: string): boolean => id.startsWith('own:');
