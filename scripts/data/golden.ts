import { readFileSync, writeFileSync } from 'node:fs';
import { decodeTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';

/** Where the golden scores are kept: committed, so that a change of data or method shows which territories move. */
export const GOLDEN_FILE = 'data/golden/scores.csv';

/** Balanced geometric scores of regions and provinces, one line per scored pair, as `level,chain,territory,score,rank` with six decimals. */
export function goldenScores(snapshot: Snapshot): string {
	const lines = (['region', 'province'] as const).flatMap((level) => {
		const scorer = createScorer(snapshot.method, decodeTable(snapshot.levels[level]), snapshot.chains);
		return snapshot.chains.flatMap(({ id }) => {
			const { score, rank, order } = scorer.scores(id, snapshot.method.presets.balanced, 'geometric');
			return [...order].map((i) => `${level},${id},${scorer.table.territories[i]!.code},${score[i]!.toFixed(6)},${rank[i]}`);
		});
	});
	return `level,chain,territory,score,rank\n${lines.join('\n')}\n`;
}

/** The snapshot of the current built release. */
export function builtSnapshot(root = process.env['FURAS_DATA'] ?? 'data/built'): Snapshot {
	const { id } = JSON.parse(readFileSync(`${root}/current.json`, 'utf8')) as { id: string };
	return JSON.parse(readFileSync(`${root}/${id}/snapshot.json`, 'utf8')) as Snapshot;
}

if (import.meta.main) writeFileSync(GOLDEN_FILE, goldenScores(builtSnapshot()));
