import type { Cooperative, CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import type { IndicatorValue } from '#lib/core/indicator/indicator.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { RankedSector } from '#lib/core/recommendation/sectors.ts';
import type { ExistingProject } from '#lib/core/release/records.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Figures } from './figures.ts';
import type { Standings } from './standings.ts';

/** Whom to compare with: the nation, the region around a province, the look-alikes, or a territory by code. */
export type ComparatorChoice =
	{ readonly kind: 'nation' | 'region' | 'alike' } | { readonly kind: 'territory'; readonly territory: Pick<Territory, 'code' | 'name'> };

/** What the diagnostic needs to know of a sheet. */
export interface SheetSummary {
	readonly id: string;
	readonly name: Text;
	readonly grade: string;
	readonly chains: readonly string[];
	/** Initial investment as shipped, MAD. */
	readonly investmentMad: number;
	readonly members: number | null;
}

/** All that one diagnostic is made from. */
export interface DiagnosticInput {
	readonly release: Release;
	/** A region or a province. */
	readonly territory: Territory;
	/** From the region down to the territory above. */
	readonly parents: readonly Territory[];
	readonly children: readonly Territory[];
	readonly regions: readonly Pick<Territory, 'code' | 'name'>[];
	readonly comparator: ComparatorChoice;
	readonly figures: Figures;
	/** Figures of the children, of a region only. */
	readonly below: Figures | null;
	/** Legal population of the census before; null where the boundaries have none. */
	readonly populationBefore: IndicatorValue | null;
	/** Source of population, households and areas. */
	readonly sources: {
		readonly people: string;
		readonly area: string;
		readonly cooperatives: string;
		readonly potentials: string;
		readonly projects: string;
		readonly models: string;
	};
	/** Own evidence, for a region also that of its provinces. */
	readonly evidence: readonly Evidence[];
	/** Published counts of the territory, and of the nation. */
	readonly counts: readonly CooperativeCount[];
	readonly nationCounts: readonly CooperativeCount[];
	readonly named: readonly Cooperative[];
	/** Of the territory and of those below. */
	readonly existing: readonly ExistingProject[];
	/** Of the level of the territory. */
	readonly scorer: Scorer;
	readonly provinces: Scorer;
	readonly standings: Standings;
	/** Sectors of the provinces for a project holder. */
	readonly recommended: (province: string) => readonly RankedSector[];
	readonly sheets: readonly SheetSummary[];
}
