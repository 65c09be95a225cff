import type { CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import type { Indicator } from '#lib/core/indicator/indicator.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { ExistingProject } from '#lib/core/release/records.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import type { Grade, Status } from '#lib/core/scoring/outcome.ts';
import type { Typology } from '#lib/core/scoring/typology.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import type { Robustness } from '#lib/core/uncertainty/robustness.ts';
import type { Datum } from './datum.ts';
import type { Findings } from './findings.ts';
import type { IndicatorLine, Place } from './line.ts';

/** Whom a territory is compared with. `alike` is the median of its look-alikes, the others have their own published figures. */
export interface Comparator {
	readonly kind: 'nation' | 'region' | 'alike' | 'territory';
	/** Code of the territory compared with, `MA` for the nation; null for a group. */
	readonly code: string | null;
	/** Its name; null for the nation and for a group. */
	readonly name: Text | null;
	/** Members of the group; empty for the others. */
	readonly members: readonly Place[];
}

/** An indicator of the territory that has no figure here although most of its level have one. */
export interface MissingLine {
	readonly indicator: string;
	readonly name: Text;
}

/** Who lives here. */
export interface Profile {
	readonly population: Datum;
	readonly populationBefore: Datum | null;
	/** Per cent between the two censuses. */
	readonly change: Datum | null;
	readonly households: Datum;
	readonly areaKm2: Datum | null;
	/** Inhabitants per km² of polygon. */
	readonly density: Datum | null;
	/** How many territories of the level below. */
	readonly children: Datum;
	/** Context rates: rural share, size of households, disability. */
	readonly lines: readonly IndicatorLine[];
	readonly coastal: boolean;
}

/** One piece of evidence with the chains it speaks for; none for context. */
export interface EvidenceLine extends Omit<Evidence, 'chain' | 'value' | 'unit'> {
	readonly chains: readonly string[];
	/** Null for qualitative evidence. */
	readonly value: Datum | null;
}

/** What the documents and the figures say of what the territory has. */
export interface Potentials {
	/** Labels first, then by strength of kind; for a region also those of its provinces. */
	readonly evidence: readonly EvidenceLine[];
	/** Products that bear a label (IGP, AOP), each once. */
	readonly labels: readonly { readonly product: Text; readonly kind: 'IGP' | 'AOP'; readonly territory: string }[];
	/** How many rows of evidence there are. */
	readonly documents: Datum;
	readonly lines: readonly IndicatorLine[];
}

/** One published count with its numbers as data. */
export interface CountLine extends Omit<CooperativeCount, 'count' | 'members' | 'womenMembers'> {
	readonly count: Datum;
	readonly members: Datum | null;
	readonly womenMembers: Datum | null;
	readonly isOld: boolean;
}

/** One year of the national series. */
export interface SeriesPoint {
	/** Year of the count, with its month as a fraction, for the axis. */
	readonly at: number;
	readonly asOf: string;
	readonly count: Datum;
	readonly members: Datum | null;
	readonly womenMembers: Datum | null;
	/** What the source says beside the numbers: the young, jobs, shares. */
	readonly note: Text | null;
}

/** The cooperatives there are, as far as anybody published it. */
export interface Fabric {
	/** The newest published total; null when no source gives one. */
	readonly stock: CountLine | null;
	/** Every other published count of the territory. */
	readonly counts: readonly CountLine[];
	/** Census proxy: share of employed people who are cooperators or associates, all and women. */
	readonly lines: readonly IndicatorLine[];
	/** Published totals of the nation, by date. */
	readonly series: readonly SeriesPoint[];
	/** Cooperatives named in public sources: examples. */
	readonly named: Datum;
	readonly examples: readonly { readonly id: string; readonly name: Text; readonly activity: Text | null; readonly source: string }[];
}

/** One value chain in the territory. */
export interface SectorLine {
	readonly chain: string;
	readonly name: Text;
	readonly branch: string;
	readonly status: Status;
	readonly score: Datum | null;
	readonly rank: Datum | null;
	readonly ranked: Datum;
	/** Ends of the 90 % interval of the rank. */
	readonly low: Datum | null;
	readonly high: Datum | null;
	/** Probability of the top quarter, 0–1. */
	readonly top: Datum | null;
	/** How many others it cannot be told apart from; null at other levels. */
	readonly tied: Datum | null;
	readonly robustness: Robustness | null;
	readonly type: Typology | null;
	readonly isPromising: boolean;
	readonly confidence: Grade | null;
	/** Models of the bank that serve it; none is «model missing». */
	readonly models: readonly string[];
}

/** A promising zone that has at least one member here. */
export interface ZoneLine {
	readonly id: string;
	readonly chain: string;
	readonly around: { readonly names: readonly Text[]; readonly hasMore: boolean };
	/** Members inside the territory, and how many there are in all. */
	readonly inside: readonly Place[];
	readonly members: Datum;
	readonly people: Datum;
	readonly areaKm2: Datum | null;
	readonly mean: Datum;
	readonly low: Datum;
	readonly high: Datum;
}

/** A figure of two territories that look alike or do not. */
export interface SharedTrait {
	readonly indicator: string;
	readonly name: Text;
	readonly here: Datum;
	readonly there: Datum;
}

/** A territory of the same level that looks like this one. */
export interface AlikeLine extends Place {
	readonly parent: Place | null;
	/** Root mean square of the differences on the frozen scales, 0 (equal) – 1. */
	readonly distance: Datum;
	/** What they share most, and where they differ most. */
	readonly shared: readonly SharedTrait[];
	readonly different: readonly SharedTrait[];
	/** Sectors this territory has not documented and the other is promising in: ideas to look into, not advice. */
	readonly ideas: readonly string[];
}

/** A sheet of the project bank. */
export interface ModelLine {
	readonly id: string;
	readonly name: Text;
	readonly grade: string;
	/** Initial investment as shipped, MAD. */
	readonly investment: Datum;
	/** Members of the group; null where the model does not say. */
	readonly members: Datum | null;
}

/** What leads from the diagnostic to projects. */
export interface Projects {
	/** The first sectors for a project holder with their sheets, best first; of a region, those its provinces have most often. */
	readonly sectors: readonly { readonly chain: string; readonly name: Text; readonly models: readonly ModelLine[] }[];
	/** Existing projects of the territory and of those below it. */
	readonly existing: readonly ExistingLine[];
	/** Programme totals as indicators (INDH). They have different periods and are not compared. */
	readonly programmes: readonly IndicatorLine[];
}

/** An existing project with its numbers as data. */
export interface ExistingLine extends Omit<ExistingProject, 'amountMad' | 'indhAmountMad' | 'projectsCount' | 'areaM2'> {
	readonly amountMad: Datum | null;
	readonly indhAmountMad: Datum | null;
	readonly projectsCount: Datum | null;
	readonly areaM2: Datum | null;
}

/** One indicator over the territories right below. */
export interface Multiple {
	readonly indicator: string;
	readonly name: Text;
	readonly unit: Text;
	readonly direction: Indicator['direction'];
	readonly decimals: number;
	/** By value, highest first; null last. */
	readonly places: readonly (Place & { readonly datum: Datum | null })[];
	/** The figure of the territory itself. */
	readonly whole: Datum | null;
}

/** How far the diagnostic may be trusted. */
export interface Quality {
	/** How many indicators are shown, and of these how many are … */
	readonly shown: number;
	readonly published: number;
	readonly derived: number;
	readonly computed: number;
	readonly proxies: number;
	readonly stale: number;
	/** Indicators most of its level have and this territory has not. */
	readonly missing: readonly MissingLine[];
	/** Newest and oldest year shown. */
	readonly newest: string | null;
	readonly oldest: string | null;
	/** Chains by what they are here; they add up to `chains`. */
	readonly chains: number;
	readonly statuses: Readonly<Record<Status, number>>;
	/** True where a register counts cooperatives; false: room rests on the census proxy. */
	readonly hasRegister: boolean;
	/** True where a source publishes how many cooperatives there are. */
	readonly hasStock: boolean;
	/** True where risks are part of the score. */
	readonly hasRisk: boolean;
}

/** All that is said of one region or province, as data: page, slides, PDF and tables are views of it. */
export interface Diagnostic {
	readonly release: Release;
	readonly territory: Territory;
	/** From the region down to the territory above. */
	readonly parents: readonly Place[];
	readonly children: readonly Place[];
	readonly comparator: Comparator;
	readonly profile: Profile;
	/** Rates that say need, by dimension in the order of the catalogue. */
	readonly needs: readonly IndicatorLine[];
	readonly potentials: Potentials;
	readonly fabric: Fabric;
	/** Every chain: the scored first, most likely in the top first, then the others. */
	readonly sectors: readonly SectorLine[];
	readonly findings: Findings;
	readonly zones: readonly ZoneLine[];
	readonly alike: readonly AlikeLine[];
	readonly projects: Projects;
	/** Of a region: its provinces side by side. Empty for a province. */
	readonly multiples: readonly Multiple[];
	readonly quality: Quality;
}
