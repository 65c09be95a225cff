import type { Cooperative, CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import type { Indicator, IndicatorValue, Source } from '#lib/core/indicator/indicator.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { Branch, Chain } from '#lib/core/sector/chain.ts';
import type { Locality } from '#lib/core/territory/locality.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';

/** An economic model as a title only; its sheet and calculator are a later part of the product. */
export interface ModelTitle {
	readonly id: string;
	readonly name: Text;
	/** Evidence grade A–D, recomputed from the parameters. */
	readonly grade: string;
}

/** A project or programme total named in a public source. */
export interface ExistingProject {
	readonly id: string;
	/** `project`, or `programme total`: the sum of many projects, which are not listed one by one. */
	readonly kind: string;
	readonly name: Text;
	/** Short name of the programme, as sources write it: `INDH`. */
	readonly programme: string | null;
	readonly territory: string;
	readonly commune: string | null;
	/** MAD, as published. */
	readonly amountMad: number | null;
	/** The part of `amountMad` that INDH pays, MAD; null when the source does not say. */
	readonly indhAmountMad: number | null;
	readonly areaM2: number | null;
	readonly projectsCount: number | null;
	readonly beneficiaries: Text | null;
	readonly period: string;
	readonly partners: Text | null;
	readonly source: string;
}

/** Everything the checked fact tables hold, as the database and the snapshot are filled from it. */
export interface BankRecords {
	readonly sources: readonly Source[];
	readonly territories: readonly Territory[];
	readonly localities: readonly Locality[];
	readonly indicators: readonly Indicator[];
	readonly values: readonly IndicatorValue[];
	readonly branches: readonly Branch[];
	readonly chains: readonly Chain[];
	readonly evidence: readonly Evidence[];
	readonly cooperatives: readonly Cooperative[];
	readonly cooperativeCounts: readonly CooperativeCount[];
	readonly models: readonly ModelTitle[];
	readonly projects: readonly ExistingProject[];
}
