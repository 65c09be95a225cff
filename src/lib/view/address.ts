import { POINT_STYLES } from '#lib/core/cartography/scene.ts';
import { isEvidenceFilter } from '#lib/core/potential/question.ts';
import { isAggregator, isPreset, PILLARS, type PillarWeights } from '#lib/core/scoring/method.ts';
import { checkWeights } from '#lib/core/scoring/weights.ts';
import { isLevel, levelOfCode } from '#lib/core/territory/territory.ts';
import { ASPECTS, DEFAULT_VIEW, isDeclared, isLens, type Declared, type View, type ViewWeights } from './view.ts';

/** Names of the parameters, in the order a link writes them. */
export const PARAMETERS = [
	'lens',
	'aspect',
	'chain',
	'level',
	'indicator',
	'chains',
	'evidence',
	'product',
	'points',
	'declared',
	'preset',
	'weights',
	'aggregator',
	'territory',
	'table',
	'release'
] as const;
export type Parameter = (typeof PARAMETERS)[number];

/** What a link may name; everything else in it is refused and listed. */
export interface Known {
	isChain(id: string): boolean;
	isIndicator(id: string): boolean;
	isProduct(id: string): boolean;
	isTerritory(code: string): boolean;
	/** True when this release can be shown here. */
	isRelease(id: string): boolean;
}

/** A view read from a link. Never fails: what it cannot use is in `issues` and replaced by the default. */
export interface ParsedView {
	readonly view: View;
	/** Parameters that were ignored, in the order of `PARAMETERS`. */
	readonly issues: readonly Parameter[];
	/** The release the link asks for, when it cannot be shown here. */
	readonly staleRelease: string | null;
}

/** Anything longer is no name of ours; refusing it keeps a crafted link from filling the page. */
const MAX_LENGTH = 64;

/** What a link says for every chain. */
export const ALL_CHAINS = 'all';

/** The view a link asks for, as far as `known` allows. */
export function parseView(search: URLSearchParams, known: Known): ParsedView {
	const issues: Parameter[] = [];
	const read = <T>(name: Parameter, fallback: T, parse: (text: string) => T | null): T => {
		const text = search.get(name);
		if (text === null || text === '') return fallback;
		const value = text.length > MAX_LENGTH ? null : parse(text);
		if (value === null) issues.push(name);
		return value ?? fallback;
	};
	const named = (is: (text: string) => boolean) => (text: string) => (is(text) ? text : null);
	let staleRelease: string | null = null;
	const view = {
		lens: read('lens', DEFAULT_VIEW.lens, (text) => (isLens(text) ? text : null)),
		aspect: read('aspect', DEFAULT_VIEW.aspect, (text) => ASPECTS.find((aspect) => aspect === text) ?? null),
		chain: read('chain', DEFAULT_VIEW.chain, (text) => (known.isChain(text) ? text : text === ALL_CHAINS ? DEFAULT_VIEW.chain : null)),
		level: read('level', DEFAULT_VIEW.level, (text) => (isLevel(text) ? text : null)),
		indicator: read('indicator', DEFAULT_VIEW.indicator, named(known.isIndicator)),
		// A plain form has one list for the chain and says «all» there.
		allChains: read('chains', search.get('chain') === ALL_CHAINS, (text) => (text === ALL_CHAINS ? true : null)),
		evidence: read('evidence', DEFAULT_VIEW.evidence, (text) => (isEvidenceFilter(text) ? text : null)),
		product: read('product', DEFAULT_VIEW.product, named(known.isProduct)),
		points: read('points', DEFAULT_VIEW.points, (text) => POINT_STYLES.find((style) => style === text) ?? null),
		declared: read<Declared | null>('declared', DEFAULT_VIEW.declared, (text) => (isDeclared(text) ? text : null)),
		weights: readWeights(read),
		aggregator: read('aggregator', DEFAULT_VIEW.aggregator, (text) => (isAggregator(text) ? text : null)),
		territory: read('territory', DEFAULT_VIEW.territory, named(known.isTerritory)),
		table: read('table', DEFAULT_VIEW.table, (text) => (text === '1' ? true : null)),
		release: read<string | null>('release', DEFAULT_VIEW.release, named(known.isRelease))
	};
	const asked = search.get('release');
	if (issues.at(-1) === 'release') {
		issues.pop();
		staleRelease = asked!.slice(0, MAX_LENGTH);
	}
	return { view: settled(view), issues, staleRelease };
}

/** A link that names a territory shows the level of that territory; a product is asked for whatever chain and documents were chosen. */
export function settled(view: View): View {
	const level = view.territory === null ? view.level : levelOfCode(view.territory);
	return view.product === null ? { ...view, level } : { ...view, level, allChains: false, evidence: 'all' };
}

type Read = <T>(name: Parameter, fallback: T, parse: (text: string) => T | null) => T;

/** Own weights win over a preset, so that a link with both shows what its maker saw last. */
function readWeights(read: Read): ViewWeights {
	const preset = read<ViewWeights>('preset', DEFAULT_VIEW.weights, (text) => (isPreset(text) ? { kind: 'preset', preset: text } : null));
	return read<ViewWeights>('weights', preset, (text) => {
		const weights = parseWeights(text);
		return weights && { kind: 'own', weights };
	});
}

/** Four numbers in the order need, potential, room, access; null when they are no weights. */
export function parseWeights(text: string): PillarWeights | null {
	const parts = text.split(',');
	if (parts.some((part) => !/^\d+(\.\d+)?$/.test(part))) return null;
	const checked = checkWeights(parts.map(Number));
	return checked.ok ? checked.value : null;
}

/** Weights as a link and the API write them: `25,40,20,15`. */
export const formatWeights = (weights: PillarWeights): string => PILLARS.map((pillar) => String(weights[pillar])).join(',');

/** The query of a view, without «?»; defaults are left out, so the plain page has an empty one. */
export function formatView(view: View): string {
	const { weights } = view;
	const all: Readonly<Record<Parameter, string | null>> = {
		lens: view.lens,
		aspect: view.aspect,
		chain: view.chain,
		level: view.level,
		indicator: view.indicator,
		chains: view.allChains ? ALL_CHAINS : null,
		evidence: view.evidence,
		product: view.product,
		points: view.points,
		declared: view.declared,
		preset: weights.kind === 'preset' ? weights.preset : null,
		weights: weights.kind === 'own' ? formatWeights(weights.weights) : null,
		aggregator: view.aggregator,
		territory: view.territory,
		table: view.table ? '1' : null,
		release: view.release
	};
	const said = PARAMETERS.filter((name) => all[name] !== null && all[name] !== DEFAULTS[name]);
	// Commas and dots of weights and codes are legal in a query; writing them plainly keeps a link readable.
	return said.map((name) => `${name}=${encodeURIComponent(all[name]!).replaceAll('%2C', ',')}`).join('&');
}

const DEFAULTS: Readonly<Partial<Record<Parameter, string>>> = {
	lens: DEFAULT_VIEW.lens,
	aspect: DEFAULT_VIEW.aspect,
	chain: DEFAULT_VIEW.chain,
	level: DEFAULT_VIEW.level,
	evidence: DEFAULT_VIEW.evidence,
	preset: 'balanced',
	aggregator: DEFAULT_VIEW.aggregator,
	points: DEFAULT_VIEW.points
};

/** The address of a page with a view, `/ar?chain=honey`. */
export function addressOf(path: string, view: View): string {
	const query = formatView(view);
	return query === '' ? path : `${path}?${query}`;
}

/**
 * The address of the page of one territory for the chain of a view. The chain is always said: without one, that page
 * shows the chain that scores best there.
 */
export function placeAddress(path: string, view: View): string {
	const { weights, aggregator, release } = view;
	const rest = formatView({ ...DEFAULT_VIEW, weights, aggregator, release });
	return `${path}?chain=${encodeURIComponent(view.chain)}${rest === '' ? '' : `&${rest}`}`;
}
