import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeTops } from '#lib/core/recommendation/tops.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';

/** Writes `tops.json`, how often every province is in the top quarter of every chain, into `folder`. */
export function writeTops(folder: string, provinces: LevelTable, method: Method, chains: readonly Chain[]): void {
	writeFileSync(join(folder, 'tops.json'), JSON.stringify(encodeTops(createScorer(method, provinces, chains))));
}
