import type { PointStyle, Scene } from '#lib/core/cartography/scene.ts';
import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Bounds } from '#lib/core/geo/bounds.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { Language } from '#lib/core/text/text.ts';
import type { LegendText } from '#lib/i18n/legend.ts';
import type { PrintText } from '#lib/i18n/print-map.ts';
import type { Orientation, Paper } from './paper.ts';

/** A text in its own language. */
export interface Said {
	readonly language: Language;
	readonly text: string;
}

/** Shapes of a release. */
export interface PrintGeometry {
	/** Topology with the territories of the level. */
	readonly topology: PolygonTopology;
	/** Topology with `regions` for the stronger borders. */
	readonly frame: PolygonTopology;
	/** `context.topo.json`: the land of the neighbours. */
	readonly context: PolygonTopology;
	readonly towns: readonly { readonly name: string; readonly position: readonly [number, number] }[];
}

/** All that a printed map is made of: it counts nothing itself and knows no words. */
export interface PrintParts {
	readonly paper: Paper;
	readonly orientation: Orientation;
	readonly theme: Theme;
	/** Of the page: the side where reading begins. */
	readonly language: Language;
	/** The large title first, then the same in other languages. */
	readonly titles: readonly [Said, ...Said[]];
	readonly subtitle: string;
	/** One sentence for those who do not see the map. */
	readonly description: string;
	readonly scene: Scene;
	/** The words of `scene.legend`, row by row. */
	readonly legend: LegendText;
	readonly geometry: PrintGeometry;
	readonly names: (code: string) => string;
	readonly labelAt: (code: string) => readonly [number, number] | null;
	/** Codes of the areas whose names are written, the most important first. */
	readonly named: readonly string[];
	/** Codes that are outlined. */
	readonly outlined: readonly string[];
	/** What the map shows, in degrees; null for the whole country. */
	readonly within: Bounds | null;
	readonly points: PointStyle;
	/** Of the areas, 20–100 %. */
	readonly opacity: number;
	/** Rows of the legend that are drawn in full while the others fade; null for all. */
	readonly only: readonly number[] | null;
	/** True writes the number of each class on legend and areas, for a print without colours. */
	readonly numbered: boolean;
	readonly text: PrintText;
	/** Where the map is found again; null when no link leads to it. */
	readonly link: {
		readonly address: string;
		/** False while the host is not known: then it is no code to scan. */ readonly isWhole: boolean;
	} | null;
}
