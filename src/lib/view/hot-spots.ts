import type { HotSpotSubject } from '#lib/core/cartography/scene.ts';
import type { PillarWeights, Preset } from '#lib/core/scoring/method.ts';
import { CLUSTERS, type Cluster, type HotSpotStatistic } from '#lib/core/statistics/spatial/hot-spots.ts';
import { formatWeights } from './address.ts';
import { weightsOf, type View } from './view.ts';

/** Why there is no hot-spot map, as the API names it; `failed` when no answer came. */
export const HOT_SPOT_REFUSALS = ['too-few-territories', 'nothing-known', 'constant-values', 'inherited-values', 'failed'] as const;
export type HotSpotRefusal = (typeof HOT_SPOT_REFUSALS)[number];

/** Hot spots of one question, or why there are none. */
export type HotSpotAnswer =
	| { readonly query: string; readonly subject: HotSpotSubject; readonly clusters: Readonly<Record<string, Cluster>> }
	| { readonly query: string; readonly refusal: HotSpotRefusal };

/** What a view asks of `/api/v1/hotspots`; null when it shows none: the composite need is no indicator and has no spots of its own. */
export function hotSpotQuery(view: View, presets: Readonly<Record<Preset, PillarWeights>>, release: string): string | null {
	const { aspect, lens, level, chain, aggregator, indicator } = view;
	if (aspect !== 'hot-spots') return null;
	const common = { level, release };
	if (lens === 'zones')
		return String(new URLSearchParams({ sector: chain, weights: formatWeights(weightsOf(view, presets)), aggregator, ...common }));
	return lens === 'needs' && indicator !== null ? String(new URLSearchParams({ indicator, ...common })) : null;
}

/** The part of an answer of the API that a map needs. */
interface Answered {
	readonly items: readonly { readonly territory: string; readonly cluster: Cluster }[];
	readonly sector: string | null;
	readonly indicator: string | null;
	readonly statistic: HotSpotStatistic;
	readonly permutations: number;
	readonly rate: number;
}

/** What the API said to a query, as a map shows it. */
export async function readHotSpots(query: string, response: Response): Promise<HotSpotAnswer> {
	if (!response.ok) {
		const { type } = (await response.json()) as { type?: string };
		const refusal = HOT_SPOT_REFUSALS.find((reason) => type === `urn:furas:problem:${reason}`);
		return { query, refusal: refusal ?? 'failed' };
	}
	const { items, sector, indicator, statistic, permutations, rate } = (await response.json()) as Answered;
	const of = sector !== null ? ({ kind: 'score', chain: sector } as const) : ({ kind: 'indicator', indicator: indicator! } as const);
	return {
		query,
		subject: { kind: 'hot-spots', of, statistic, permutations, rate },
		clusters: Object.fromEntries(items.map(({ territory, cluster }) => [territory, cluster]))
	};
}

/** Indices into `CLUSTERS` in the order of `codes`; a code without an answer has no data. */
export const clusterIndices = (clusters: Readonly<Record<string, Cluster>>, codes: readonly string[]): Uint8Array =>
	Uint8Array.from(codes, (code) => CLUSTERS.indexOf(clusters[code] ?? 'no-data'));
