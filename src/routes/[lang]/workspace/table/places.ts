import type { Look } from '#lib/core/cartography/scene.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Sheet } from '../desk.ts';

/** How a map paints one territory, and what its legend says of it. */
export interface Place {
	readonly look: Look;
	readonly label: string;
}

/** What the map paints the territory at an index of the level with; null while it shows nothing of this level. */
export function placesOf(sheet: Sheet | null, level: Level): (index: number) => Place | null {
	if (!sheet || sheet.scene.level !== level) return () => null;
	const { scene, legend } = sheet;
	return (index) => {
		const at = scene.rows[index] ?? -1;
		const row = scene.legend.rows[at];
		return row ? { look: row.look, label: legend.rows[at] ?? '' } : null;
	};
}
