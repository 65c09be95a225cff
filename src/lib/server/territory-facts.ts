import type { Cooperative, CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import { NATION, type Indicator, type IndicatorValue } from '#lib/core/indicator/indicator.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { ExistingProject } from '#lib/core/release/records.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { OpenedRelease } from './release.ts';
import { scoreRowOf, type Lens, type ScoreRow } from './scores.ts';

/** A territory by code and name. */
export interface Place {
	readonly code: string;
	readonly name: Text;
}

/** One figure of a territory beside the national one. */
export interface IndicatorFact extends Omit<IndicatorValue, 'territory'> {
	readonly name: Text;
	readonly unit: Text;
	readonly dimension: Indicator['dimension'];
	readonly role: Indicator['role'];
	readonly direction: Indicator['direction'];
	readonly decimals: number;
	/** The newest value of the nation with its own year; null when none is published. */
	readonly national: { readonly value: number; readonly year: string } | null;
}

/** One value chain in a territory. */
export interface ChainFact extends Omit<ScoreRow, 'territory' | 'chain'> {
	readonly chain: string;
	readonly name: Text;
	readonly branch: string;
}

/** What the bank and the method know about one territory. */
export interface TerritoryFacts {
	readonly territory: Territory;
	/** From the region down to the territory above this one. */
	readonly parents: readonly Place[];
	/** The territories right below, by code. */
	readonly children: readonly Place[];
	readonly indicators: readonly IndicatorFact[];
	/** Its own evidence; for a region also that of its provinces, for a commune that of its province (each row says whose it is). */
	readonly evidence: readonly Evidence[];
	readonly cooperatives: {
		/** Published and dated; never to be ranked on. */
		readonly counts: readonly CooperativeCount[];
		/** Named in public sources: examples, not a census. */
		readonly named: readonly Cooperative[];
	};
	readonly projects: readonly ExistingProject[];
	/** Every value chain: the scored first, best first, then the others in the order of the nomenclature. */
	readonly chains: readonly ChainFact[];
}

/** The facts of the territory of `code` in one release; null when there is no such territory. */
export async function territoryFacts(opened: OpenedRelease, code: string, lens: Lens): Promise<TerritoryFacts | null> {
	const { bank } = opened;
	const [territory, ...above] = await bank.territories.line(code);
	if (!territory) return null;
	const children = await bank.territories.list({ parent: code });
	return {
		territory,
		parents: above.toReversed().map(placeOf),
		children: children.map(placeOf),
		indicators: await indicatorFacts(opened, code),
		evidence: await evidenceFor(opened, territory, children),
		cooperatives: {
			counts: await bank.cooperatives.counts(code),
			named: territory.level === 'commune' ? [] : await bank.cooperatives.list({ within: { level: territory.level, code } })
		},
		projects: await bank.projects.list(code),
		chains: await chainFacts(opened, territory, lens)
	};
}

const placeOf = ({ code, name }: Territory): Place => ({ code, name });

async function indicatorFacts({ bank }: OpenedRelease, code: string): Promise<IndicatorFact[]> {
	const known = new Map((await bank.indicators.all()).map((indicator) => [indicator.id, indicator]));
	const nation = new Map((await bank.indicators.ofTerritory(NATION)).map((value) => [value.indicator, value]));
	return (await bank.indicators.ofTerritory(code)).flatMap(({ territory: _, ...value }) => {
		const indicator = known.get(value.indicator);
		if (!indicator) return [];
		const { name, unit, dimension, role, direction, decimals } = indicator;
		const national = nation.get(value.indicator);
		const beside = national ? { value: national.value, year: national.year } : null;
		return [{ ...value, name, unit, dimension, role, direction, decimals, national: beside }];
	});
}

async function evidenceFor({ bank }: OpenedRelease, territory: Territory, children: readonly Territory[]): Promise<Evidence[]> {
	if (territory.level === 'commune') return bank.potentials.list({ territory: territory.parent ?? undefined });
	const own = await bank.potentials.list({ territory: territory.code });
	if (territory.level === 'province') return own;
	const below = await Promise.all(children.map(({ code }) => bank.potentials.list({ territory: code })));
	return [...own, ...below.flat()];
}

async function chainFacts(opened: OpenedRelease, territory: Territory, lens: Lens): Promise<ChainFact[]> {
	const scorer = await opened.scorer(territory.level);
	const facts = opened.snapshot.chains.flatMap((chain) => {
		const row = scoreRowOf(scorer, [chain], territory.code, lens);
		if (!row) return [];
		const { status, score, rank, ranked, reason } = row;
		return [{ chain: chain.id, name: chain.name, branch: chain.branch, status, score, rank, ranked, reason }];
	});
	return facts.sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
}
