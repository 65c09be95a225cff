import type { Map as MapLibreMap } from 'maplibre-gl';
import { PATTERNS, type LegendRow, type Scene } from '#lib/core/cartography/scene.ts';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import { fillColor, fillOpacity, patternOpacity } from './layers/territories.ts';
import type { Mark } from './layers/highlight.ts';
import type { LayerId } from './order.ts';
import type { SourceId } from './sources.ts';

const SOURCE: SourceId = 'territories';
const FILL: LayerId = 'territory-fill';

/**
 * Paints scenes through states of features: a slider touches only the territories whose legend row changed, and neither
 * geometry nor style moves. Expressions are set again only when the looks of the legend or the appearance change.
 */
export function createPainter(map: MapLibreMap) {
	let codes: readonly string[] = [];
	let rows: Uint8Array = new Uint8Array();
	let looks = '';
	const marks: Record<Mark, string | null> = { hovered: null, selected: null };

	function setLooks(legend: readonly LegendRow[], theme: Theme, only: readonly number[] | null, opacity: number): void {
		const key = [theme, opacity, only].join() + JSON.stringify(legend.map(({ look }) => look));
		if (key === looks) return;
		looks = key;
		map.setPaintProperty(FILL, 'fill-color', fillColor(legend, theme));
		map.setPaintProperty(FILL, 'fill-opacity', fillOpacity(legend, only, opacity));
		for (const pattern of PATTERNS)
			map.setPaintProperty(`pattern-${pattern}` satisfies LayerId, 'fill-opacity', patternOpacity(legend, pattern, only, opacity));
	}

	return {
		/** How many territories have a state: all of the scene once it is painted. */
		get painted(): number {
			return codes.length;
		},
		/** Paints a scene at an opacity of 0–1, `only` some rows of its legend in full when it is not null; returns how many features were touched. */
		paint(scene: Scene, theme: Theme, only: readonly number[] | null, opacity = 1): number {
			setLooks(scene.legend.rows, theme, only, opacity);
			const same = scene.codes === codes || (scene.codes.length === codes.length && scene.codes.every((code, i) => code === codes[i]));
			let touched = 0;
			for (let i = 0; i < scene.codes.length; i++) {
				if (same && rows[i] === scene.rows[i]) continue;
				map.setFeatureState({ source: SOURCE, id: scene.codes[i]! }, { row: scene.rows[i]! });
				touched++;
			}
			codes = scene.codes;
			// A copy: a scorer may write its next result into the same array.
			rows = scene.rows.slice();
			return touched;
		},
		/** Moves the outline of the pointer or of the selection to another territory; null takes it away. */
		mark(mark: Mark, code: string | null): void {
			if (marks[mark] === code) return;
			if (marks[mark] !== null) map.setFeatureState({ source: SOURCE, id: marks[mark] }, { [mark]: false });
			if (code !== null) map.setFeatureState({ source: SOURCE, id: code }, { [mark]: true });
			marks[mark] = code;
		},
		/** States were taken from the map (another level came in): the next scene is painted whole. */
		forgetStates(): void {
			codes = [];
			marks.hovered = marks.selected = null;
		},
		/** Expressions must be set again: the layers were just redrawn in another appearance. */
		forgetLooks(): void {
			looks = '';
		}
	};
}
export type Painter = ReturnType<typeof createPainter>;
