import { PILLARS, type Aggregator, type Pillar, type PillarWeights, type Preset } from '#lib/core/scoring/method.ts';
import { shares } from '#lib/core/scoring/weights.ts';
import { formatView, parseView, parseWeights, type Known } from './address.ts';
import { EQUAL_JUDGEMENTS, FURTHEST, judged, percents, QUESTIONS, type Judgements } from './judgements.ts';
import { DEFAULT_VIEW, type View } from './view.ts';

/** How a group arrives at its weights. */
export const WAYS = ['pairs', 'sliders'] as const;
export type Way = (typeof WAYS)[number];

/** Levels whose places are ranked against each other; communes are ranked inside their province only. */
export const RANKED_LEVELS = ['region', 'province'] as const;

/** Longest name of a set of weights. */
export const LONGEST_NAME = 60;

/** A table that weighs the pillars, as a value. The address is its only store. */
export interface Workshop {
	/** What the group calls its weights; empty when it has no name yet. */
	readonly name: string;
	readonly by: Way;
	readonly judgements: Judgements;
	/** The weights in force, any scale: those of the sliders, or of the last judgements that agreed. */
	readonly weights: PillarWeights;
	/** What is looked at while weighing. */
	readonly chain: string;
	readonly level: (typeof RANKED_LEVELS)[number];
	readonly aggregator: Aggregator;
	readonly release: string | null;
}

/** A workshop read from a link. Never fails: what it cannot use is in `issues` and replaced by the default. */
export interface ParsedWorkshop {
	readonly workshop: Workshop;
	/** Names of the parameters that were ignored. */
	readonly issues: readonly string[];
	/** True when the link asked for communes. */
	readonly askedCommunes: boolean;
	readonly staleRelease: string | null;
}

const EQUAL: PillarWeights = { need: 25, potential: 25, room: 25, access: 25 };

/** A table where nobody said anything yet. */
export const FRESH_WORKSHOP: Workshop = {
	name: '',
	by: 'pairs',
	judgements: EQUAL_JUDGEMENTS,
	weights: EQUAL,
	chain: DEFAULT_VIEW.chain,
	level: 'province',
	aggregator: DEFAULT_VIEW.aggregator,
	release: null
};

/** Judgements that agree give the weights; refused ones leave those in force. */
export function settledWorkshop(workshop: Workshop): Workshop {
	if (workshop.by === 'sliders') return workshop;
	return { ...workshop, weights: judged(workshop.judgements).weights ?? workshop.weights };
}

/** The name of a parameter of a plain form: the answer to one question. */
export const questionName = ({ first, second }: { readonly first: Pillar; readonly second: Pillar }): string => `${first}-${second}`;

/** True when a plain form was sent, whose many fields `formatWorkshop` says in a few words. */
export const isForm = (search: URLSearchParams): boolean => search.has(questionName(QUESTIONS[0]!));

/** The workshop a link or a plain form asks for. Reads what the map writes too: chain, level, preset or weights, aggregation, release. */
export function parseWorkshop(search: URLSearchParams, known: Known, presets: Readonly<Record<Preset, PillarWeights>>): ParsedWorkshop {
	const { view, issues, staleRelease } = parseView(search, known);
	const ignored: string[] = issues.filter((name) => MAP_PARAMETERS.includes(name));
	const { chain, aggregator, release, level } = view;
	const judgements = readJudgements(search, ignored);
	const by = readWay(search, view, ignored);
	const workshop = settledWorkshop({
		name: cleanName(search.get('name') ?? ''),
		by,
		judgements,
		weights: sliderWeights(search, by) ?? weightsInForce(view, presets),
		chain,
		level: level === 'commune' ? 'province' : level,
		aggregator,
		release
	});
	return { workshop, issues: ignored, askedCommunes: level === 'commune', staleRelease };
}

const MAP_PARAMETERS: readonly string[] = ['chain', 'level', 'preset', 'weights', 'aggregator'];

function weightsInForce({ weights }: View, presets: Readonly<Record<Preset, PillarWeights>>): PillarWeights {
	if (weights.kind === 'own') return weights.weights;
	const preset = shares(presets[weights.preset]);
	return percents(PILLARS.map((pillar) => preset[pillar]));
}

/** Weights of the sliders of a plain form; null for a link, and where the judgements decide. */
function sliderWeights(search: URLSearchParams, by: Way): PillarWeights | null {
	if (by === 'pairs' || !isForm(search)) return null;
	return parseWeights(PILLARS.map((pillar) => search.get(pillar) ?? '').join(','));
}

const ANSWER = new RegExp(`^(0|-?[1-${FURTHEST}])$`);

function readJudgements(search: URLSearchParams, issues: string[]): Judgements {
	const text = isForm(search) ? QUESTIONS.map((question) => search.get(questionName(question)) ?? '0').join(',') : search.get('pairs');
	if (text === null || text === '') return EQUAL_JUDGEMENTS;
	const answers = text.split(',');
	if (answers.length === QUESTIONS.length && answers.every((answer) => ANSWER.test(answer))) return answers.map(Number);
	issues.push('pairs');
	return EQUAL_JUDGEMENTS;
}

/** A link from the map brings weights and no judgements: it opens on the sliders. */
function readWay(search: URLSearchParams, { weights }: View, issues: string[]): Way {
	const asked = search.get('by');
	const way = WAYS.find((known) => known === asked);
	if (way) return way;
	if (asked !== null && asked !== '') issues.push('by');
	const bringsWeights = weights.kind === 'own' || weights.preset !== 'balanced';
	return bringsWeights && !search.has('pairs') && !isForm(search) ? 'sliders' : 'pairs';
}

/** A name on one line, without control characters, at most 60 long. */
export function cleanName(text: string): string {
	const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
	return line.slice(0, LONGEST_NAME).toWellFormed().trim();
}

const isEqual = (weights: PillarWeights): boolean => PILLARS.every((pillar) => weights[pillar] === EQUAL[pillar]);

/** The view of the map with the weights of a workshop. */
export function viewOf({ chain, level, aggregator, release, weights }: Workshop): View {
	return {
		...DEFAULT_VIEW,
		chain,
		level,
		aggregator,
		release,
		weights: isEqual(weights) ? DEFAULT_VIEW.weights : { kind: 'own', weights }
	};
}

/** The query of a workshop, without «?»; defaults are left out. Reads back as the same workshop, name, judgements and weights. */
export function formatWorkshop(workshop: Workshop): string {
	const { by, judgements } = workshop;
	const name = cleanName(workshop.name); // one that is being typed may end in half a letter
	const own = [
		name === '' ? null : `name=${encodeURIComponent(name)}`,
		by === 'pairs' ? null : `by=${by}`,
		judgements.every((step) => step === 0) ? null : `pairs=${judgements.join(',')}`
	];
	return [formatView(viewOf(workshop)), ...own].filter((part) => part !== null && part !== '').join('&');
}

/** The address of the workshop page, `/ar/weights?pairs=1,0,…`. */
export function workshopAddress(path: string, workshop: Workshop): string {
	const query = formatWorkshop(workshop);
	return query === '' ? path : `${path}?${query}`;
}

/** Weights of the table as whole positions of sliders, 0–100. */
export const positionOf = ({ weights }: Workshop, pillar: Pillar): number => Math.min(100, Math.round(weights[pillar]));

/** The weights with one slider moved; null when none would be above 0. */
export function slid(workshop: Workshop, pillar: Pillar, position: number): Workshop | null {
	const weights = { ...workshop.weights, [pillar]: position };
	return PILLARS.every((other) => weights[other] === 0) ? null : { ...workshop, by: 'sliders', weights };
}
