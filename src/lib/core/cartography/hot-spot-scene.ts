import { CLUSTERS, CLUSTERS_OF } from '#lib/core/statistics/spatial/hot-spots.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { lookOfCluster, lookOfState } from './ramps.ts';
import type { HotSpotSubject, LegendRow, RowMeaning, Scene } from './scene.ts';

/** The rows of a hot-spot legend: what stands out, what does not, and the two ways of not knowing. */
const meaningsOf = (statistic: HotSpotSubject['statistic']): readonly RowMeaning[] => [
	...[...CLUSTERS_OF[statistic], 'not-significant' as const].map((cluster) => ({ kind: 'cluster', cluster }) as const),
	{ kind: 'no-neighbours' },
	{ kind: 'no-data' }
];

/**
 * The map of the hot spots of one subject. `clusters[i]` is the index into `CLUSTERS` of territory `codes[i]`, as `hotSpots` gives it. Every
 * row stays when it is empty, so two maps of one statistic have one legend. Throws on a cluster that this statistic does not give.
 */
export function sceneOfHotSpots(level: Level, codes: readonly string[], subject: HotSpotSubject, clusters: ArrayLike<number>): Scene {
	const meanings = meaningsOf(subject.statistic);
	const names = meanings.map((meaning) => (meaning.kind === 'cluster' ? meaning.cluster : meaning.kind) as string);
	const rowOf = Uint8Array.from(CLUSTERS, (cluster) => Math.max(0, names.indexOf(cluster)));
	const rows = new Uint8Array(codes.length);
	const counts = new Array<number>(meanings.length).fill(0);
	for (let i = 0; i < rows.length; i++) {
		const row = rowOf[clusters[i]!] ?? 0;
		if (names[row] !== CLUSTERS[clusters[i]!]) throw new Error(`${subject.statistic} gives no cluster ${String(CLUSTERS[clusters[i]!])}.`);
		rows[i] = row;
		counts[row]!++;
	}
	const legendRows = meanings.map((meaning, i): LegendRow => {
		const look = meaning.kind === 'cluster' ? lookOfCluster(meaning.cluster) : lookOfState(meaning.kind as 'no-data' | 'no-neighbours');
		return { meaning, look, count: counts[i]! };
	});
	return { level, codes, rows, legend: { subject, rows: legendRows, symbols: null }, symbols: [] };
}
