import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chain } from '#lib/core/sector/chain.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { swingsOf } from '#lib/core/uncertainty/swing.ts';
import { parametersOf } from './method.ts';

/** What the release gate asks: the rule of the swings, and the share of first places that may swing. */
export interface SwingGate {
	readonly top: number;
	readonly weightChange: number;
	readonly ranks: number;
	readonly share: number;
}

/** The gate of a method folder. Throws on a missing number. */
export function readSwingGate(methodFolder: string): SwingGate {
	const number = parametersOf(methodFolder);
	return { top: number('gate_top'), weightChange: number('gate_weight_change'), ranks: number('gate_ranks'), share: number('gate_share') };
}

/** The line of the release notes that lets swings of a method pass. */
export const acceptance = (version: string): string => `Accepts the rank swings of method ${version}`;

/**
 * Throws when more of the first places of the chains swing under varied weights than the gate allows, and `notes` do not accept it.
 * Returns the share that swings, 0–1.
 */
export function checkSwings(provinces: LevelTable, method: Method, chains: readonly Chain[], gate: SwingGate, notes: string): number {
	const { draws, seed } = method.uncertainty;
	const { swings, looked } = swingsOf(createScorer(method, provinces, chains), method.presets.balanced, { ...gate, draws, seed });
	const share = looked === 0 ? 0 : swings.length / looked;
	if (share <= gate.share || notes.includes(acceptance(method.version))) return share;
	const worst = swings.slice(0, 3).map(({ chain, territory, rank, low, high }) => `${chain} ${territory} ${rank} [${low}–${high}]`);
	throw new Error(
		`${swings.length} of the ${looked} first places swing by more than ${gate.ranks} ranks when weights vary by ${100 * gate.weightChange} % ` +
			`(${worst.join(', ')} …): more than ${100 * gate.share} %. Mend the method, or write «${acceptance(method.version)}» and why into CHANGELOG.md.`
	);
}

/** The release notes of the project. */
export const releaseNotes = (root: string): string => readFileSync(join(root, '../CHANGELOG.md'), 'utf8');
