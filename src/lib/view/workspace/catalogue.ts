import type { Indicator } from '#lib/core/indicator/indicator.ts';
import { PILLARS } from '#lib/core/scoring/method.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Words } from '#lib/i18n/words.ts';
import { variableText } from '#lib/i18n/variable-texts.ts';
import { variableId } from './variable-id.ts';

/** An indicator that can be chosen, as plain data that a page carries. */
export interface FigureEntry extends Pick<Indicator, 'id' | 'role' | 'isCount'> {
	readonly name: string;
	/** Years there are figures of, newest first, per level. */
	readonly years: Readonly<Record<Level, readonly string[]>>;
}

/** A variable that can be chosen, in the language of the page. */
export interface VariableChoice {
	readonly id: string;
	readonly name: string;
	/** Years there are figures of, newest first; empty where there is no choice. */
	readonly years: readonly string[];
}

/** Variables of one sort under their heading. */
export interface VariableGroup {
	readonly name: string;
	readonly choices: readonly VariableChoice[];
}

/** What can be chosen. */
export interface Choosable {
	readonly chains: readonly { readonly id: string; readonly name: string }[];
	readonly figures: readonly FigureEntry[];
	/** Columns of the reader's own. */
	readonly own: readonly VariableChoice[];
}

const ROLES = ['need', 'potential', 'access', 'context'] as const;

/** The variables of a level in groups: of the reader's own first, then of the chain that is looked at, scores, indicators by role, the territory itself. */
export function variableGroups(words: Words, level: Level, chain: string, { chains, figures, own }: Choosable): readonly VariableGroup[] {
	const { t, of } = words;
	const choice = (id: string, name: string, years: readonly string[] = []): VariableChoice => ({ id, name, years });
	const here = chains.find(({ id }) => id === chain);
	const ofChain = here
		? [
				choice(variableId({ kind: 'type', chain }), t('workspace.variable.type')),
				choice(variableId({ kind: 'strength', chain }), t('workspace.variable.strength')),
				...PILLARS.map((pillar) => choice(variableId({ kind: 'pillar', chain, pillar }), of(variableText(`variable.pillar.${pillar}`))))
			]
		: [];
	const groups: VariableGroup[] = [
		{ name: t('workspace.group.own'), choices: own },
		{ name: t('workspace.group.need'), choices: [choice('need', of(variableText('variable.need')))] },
		{ name: t('workspace.group.scores'), choices: chains.map(({ id, name }) => choice(variableId({ kind: 'score', chain: id }), name)) },
		{ name: t('workspace.group.chain', { chain: here?.name ?? '' }), choices: ofChain },
		...ROLES.map((role) => ({ name: t(`workspace.group.role.${role}`), choices: indicatorsOf(role, level, figures) })),
		{ name: t('workspace.group.territory'), choices: territoryChoices(words, level) }
	];
	return groups.filter(({ choices }) => choices.length > 0);
}

/** Indicators that have a figure at the level. */
function indicatorsOf(role: (typeof ROLES)[number], level: Level, figures: readonly FigureEntry[]): readonly VariableChoice[] {
	return figures
		.filter((figure) => figure.role === role && figure.years[level].length > 0)
		.map(({ id, name, years }) => ({
			id: variableId({ kind: 'indicator', indicator: id, year: null }),
			name,
			years: years[level].length > 1 ? years[level] : []
		}));
}

function territoryChoices({ of }: Words, level: Level): readonly VariableChoice[] {
	// Nobody publishes counts of cooperatives for communes.
	const kinds = ['people', 'households', 'area', ...(level === 'commune' ? [] : (['cooperatives'] as const)), 'places'] as const;
	return kinds.map((kind) => ({ id: kind, name: of(variableText(`variable.${kind}`)), years: [] }));
}

/** The chain a variable tells of; null when it tells of none. */
export function chainOf(id: string): string | null {
	const [kind, chain] = id.split(':');
	return chain !== undefined && ['score', 'type', 'strength', 'pillar'].includes(kind!) ? chain : null;
}
