import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { VariableText } from '#lib/core/cartography/style/variable-text.ts';
import { SHARE_BREAKS } from '#lib/core/cartography/scenes.ts';
import type { Stock } from '#lib/core/cooperative/stock.ts';
import { PILLARS, type Pillar } from '#lib/core/scoring/method.ts';
import { STATUSES, type ChainScores, type Status } from '#lib/core/scoring/outcome.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import { typeOf } from '#lib/core/zones/verdict.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import { variableText } from '#lib/i18n/variable-texts.ts';
import type { State } from '#lib/core/cartography/scene.ts';
import { weightsOf } from '../view.ts';
import { figureVariable, type Figures } from './figures.ts';
import { parseVariableId, type VariableRef } from './variable-id.ts';
import type { MapSpec } from './workspace.ts';

/** What variables are made from, beside the atlas; what is not there yet is null or missing. */
export interface VariableParts {
	/** Of the level on screen; with the reader's own column in it where scores are to count one. */
	readonly scorer: Scorer;
	readonly atlas: Pick<Atlas, 'chains' | 'indicators' | 'sources' | 'snapshot'>;
	readonly spec: Pick<MapSpec, 'weights' | 'aggregator'>;
	/** Figures by the id of their variable. */
	readonly figures: ReadonlyMap<string, Figures>;
	/** Newest published count of each territory of the level; null until they came. */
	readonly stocks: readonly Stock[] | null;
	/** A column of the reader's own. */
	readonly own: (id: string) => Variable | null;
}

/** The variable of an id; null when the id names none, and while what it needs is not there. */
export function variableOf(id: string, parts: VariableParts): Variable | null {
	const ref = parseVariableId(id);
	if (!ref) return null;
	if (ref.kind === 'own') return parts.own(id);
	if ('chain' in ref && !parts.atlas.chains.has(ref.chain)) return null;
	const variable = made(ref, id, parts);
	return variable && { ...variable, id };
}

function made(ref: Exclude<VariableRef, { kind: 'own' }>, id: string, parts: VariableParts): Omit<Variable, 'id'> | null {
	const { scorer } = parts;
	switch (ref.kind) {
		case 'need':
			return needVariable(parts);
		case 'score':
			return scoreVariable(ref.chain, parts);
		case 'type':
			return typeVariable(ref.chain, parts);
		case 'pillar':
			return pillarVariable(ref.chain, ref.pillar, parts);
		case 'strength':
			return strengthVariable(ref.chain, parts);
		case 'people':
			return ofTerritory('people', scorer, ({ populationMunicipal }) => populationMunicipal, parts);
		case 'households':
			return ofTerritory('households', scorer, ({ households }) => households, parts);
		case 'area':
			return ofTerritory('area', scorer, ({ areaKm2 }) => areaKm2, parts);
		case 'cooperatives':
			return parts.stocks && stockVariable(parts.stocks, parts);
		case 'places':
			return placesVariable(parts);
		case 'indicator': {
			const figures = parts.figures.get(id);
			return figures?.level === scorer.table.level ? figureVariable(figures, scorer) : null;
		}
	}
}

const COMPUTED = { measure: 'index', lowIsStrong: false, breaks: null, reference: null } as const;

function needVariable(parts: VariableParts): Omit<Variable, 'id'> {
	const { scorer } = parts;
	const chain = scorer.chains[0]!.id;
	return {
		...COMPUTED,
		...computedText(variableText('variable.need'), variableText('variable.need.unit'), parts),
		family: 'need',
		values: column(scorer, (i) => 100 * scorer.pillars(chain, i)[0]),
		breaks: SHARE_BREAKS.map((share) => 100 * share),
		states: ['insufficient']
	};
}

function scoreVariable(chain: string, parts: VariableParts): Omit<Variable, 'id'> {
	const { scorer } = parts;
	const scores = scoresOf(chain, parts);
	return {
		...COMPUTED,
		...computedText(titleOf('variable.score', chain, parts), variableText('variable.score.unit'), parts),
		decimals: 1,
		note: scorer.prepared(chain).room.isProxy ? variableText('variable.proxy.room') : null,
		family: 'score',
		values: scores.score,
		breaks: scorer.method.scoreBreaks,
		states: UNSCORED,
		stateOf: (i) => unscored(STATUSES[scores.status[i]!])
	};
}

function typeVariable(chain: string, parts: VariableParts): Omit<Variable, 'id'> {
	const { scorer } = parts;
	const scores = scoresOf(chain, parts);
	const types = Array.from(scores.score, (value, i) => (Number.isNaN(value) ? null : typeOf(scorer, chain, i)));
	return {
		...scoreVariable(chain, parts),
		measure: 'type',
		title: titleOf('variable.type', chain, parts),
		unit: variableText('variable.type.unit'),
		types
	};
}

function pillarVariable(chain: string, pillar: Pillar, parts: VariableParts): Omit<Variable, 'id'> {
	const { scorer } = parts;
	const at = PILLARS.indexOf(pillar);
	const title = variableText('variable.pillar', { pillar: variableText(`variable.pillar.${pillar}`), chain: chainName(chain, parts) });
	return {
		...COMPUTED,
		...computedText(title, variableText('variable.pillar.unit'), parts),
		note: pillar === 'room' && scorer.prepared(chain).room.isProxy ? variableText('variable.proxy.room') : null,
		family: pillar === 'need' ? 'need' : pillar === 'potential' ? 'potential' : 'score',
		values: column(scorer, (i) => 100 * scorer.pillars(chain, i)[at]!),
		breaks: SHARE_BREAKS.map((share) => 100 * share),
		states: [pillar === 'potential' ? 'not-documented' : 'insufficient']
	};
}

function strengthVariable(chain: string, parts: VariableParts): Omit<Variable, 'id'> {
	const strength = parts.scorer.table.evidence[chain];
	return {
		...COMPUTED,
		...computedText(titleOf('variable.strength', chain, parts), variableText('variable.strength.unit'), parts),
		family: 'potential',
		values: column(parts.scorer, (i) => 100 * (strength?.[i] ?? NaN)),
		breaks: SHARE_BREAKS.map((share) => 100 * share),
		states: ['not-documented']
	};
}

/** Where the numbers of a territory itself come from. */
const TERRITORY_SOURCES = { people: 'hcp-rgph-2024', households: 'hcp-rgph-2024', area: 'osm-points-2026' } as const;

function ofTerritory(
	kind: keyof typeof TERRITORY_SOURCES,
	{ table }: Scorer,
	read: (territory: Territory) => number | null,
	{ atlas }: VariableParts
): Omit<Variable, 'id'> {
	return {
		...COMPUTED,
		measure: 'count',
		title: variableText(`variable.${kind}`),
		unit: variableText(`variable.${kind}.unit`),
		year: kind === 'area' ? null : '2024',
		credit: creditOf(TERRITORY_SOURCES[kind], atlas),
		decimals: 0,
		note: kind === 'area' ? variableText('variable.area.note') : null,
		family: 'cooperatives',
		values: Float64Array.from(table.territories, (territory) => read(territory) ?? NaN),
		states: ['no-data']
	};
}

const COOPERATIVES_SOURCE = 'furas-cooperatives-2026';

function stockVariable(stocks: readonly Stock[], { scorer, atlas }: VariableParts): Omit<Variable, 'id'> {
	const counts = new Map(stocks.map(({ territory, count }) => [territory, count]));
	return {
		...COMPUTED,
		measure: 'count',
		title: variableText('variable.cooperatives'),
		unit: variableText('variable.cooperatives.unit'),
		year: null,
		credit: creditOf(COOPERATIVES_SOURCE, atlas),
		decimals: 0,
		note: variableText('variable.cooperatives.note'),
		family: 'cooperatives',
		values: Float64Array.from(scorer.table.territories, ({ code }) => counts.get(code) ?? NaN),
		states: ['not-published']
	};
}

/** Named cooperatives are points: no territory has a number of them. */
function placesVariable({ scorer, atlas }: VariableParts): Omit<Variable, 'id'> {
	return {
		...COMPUTED,
		measure: 'places',
		title: variableText('variable.places'),
		unit: variableText('variable.places.unit'),
		year: null,
		credit: creditOf(COOPERATIVES_SOURCE, atlas),
		decimals: 0,
		note: variableText('variable.places.note'),
		family: 'cooperatives',
		values: column(scorer, () => NaN),
		states: ['not-published']
	};
}

/** Scores are copied: a scorer may write its next result into the same array. */
function scoresOf(chain: string, { scorer, spec }: VariableParts): Pick<ChainScores, 'score' | 'status'> {
	const { score, status } = scorer.scores(chain, weightsOf(spec, scorer.method.presets), spec.aggregator);
	return { score: score.slice(), status: status.slice() };
}

const UNSCORED = ['not-documented', 'insufficient', 'ineligible'] as const satisfies readonly State[];

const unscored = (status: Status | undefined): State => (status === undefined || status === 'scored' ? 'insufficient' : status);

const column = ({ table }: Scorer, read: (index: number) => number): Float64Array =>
	Float64Array.from(table.territories, (_, i) => read(i));

const chainName = (chain: string, { atlas }: VariableParts): Text => atlas.chains.get(chain)!.name;

const titleOf = (key: 'variable.score' | 'variable.type' | 'variable.strength', chain: string, parts: VariableParts): Text =>
	variableText(key, { chain: chainName(chain, parts) });

function computedText(title: Text, unit: Text, { atlas }: VariableParts): VariableText {
	const { data, method } = atlas.snapshot.release;
	return { title, unit, year: null, credit: variableText('variable.computed', { data, method }), decimals: 0, note: null };
}

/** The credit line of a source; its id where the release does not name it. */
export function creditOf(source: string, { sources }: Pick<Atlas, 'sources'>): Text {
	return sources.get(source)?.credit ?? { ar: source, fr: source, en: source };
}
