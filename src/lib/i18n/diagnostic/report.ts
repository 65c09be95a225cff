import type { Look } from '#lib/core/cartography/scene.ts';
import type { Cell } from '#lib/core/diagnostic/cell.ts';
import type { Typology } from '#lib/core/scoring/typology.ts';
import type { Language, Text } from '#lib/core/text/text.ts';

/** Words or a number as they are printed, with the numbers of their sources and the cells every figure in them rests on. */
export interface Said {
	readonly text: string;
	/** Numbers of sources in the list of the report, ascending. */
	readonly refs: readonly number[];
	readonly cells: readonly Cell[];
}

/** A figure with its label, for a card. */
export interface Fact {
	readonly label: string;
	readonly value: Said;
	/** Year, unit or a caution; empty for none. */
	readonly note: string;
}

/** How a figure came to be where that must be said beside it. */
export type Mark = 'proxy' | 'stale' | 'inherited' | 'derived' | 'computed';

/** One cell of a table. */
export interface TableCell extends Said {
	/** A second, smaller line; empty for none. */
	readonly note: string;
	readonly marks: readonly Mark[];
	/** A bar behind the number with a tick for the comparator, on a scale of its own; null for none. */
	readonly bar: { readonly value: number; readonly reference: number | null; readonly min: number; readonly max: number } | null;
	/** Address inside the product, without language; null for none. */
	readonly link: string | null;
}

export interface Column {
	readonly label: string;
	readonly align: 'start' | 'end';
	/** Relative width. */
	readonly share: number;
}

export interface Row {
	readonly id: string;
	/** Sub-heading the row stands under; rows of one group follow each other. Empty for none. */
	readonly group: string;
	/** One per column; the first is the heading of the row. */
	readonly cells: readonly TableCell[];
}

export interface Table {
	readonly kind: 'table';
	readonly id: string;
	readonly title: string;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
	/** What to know when reading it; empty for none. */
	readonly note: string;
}

/** What every chart has: a title, its unit, one sentence for who does not see it, and a note. */
interface Chart {
	/** Unique in the report. */
	readonly id: string;
	readonly title: string;
	readonly unit: string;
	readonly description: string;
	readonly note: string;
}

/** Horizontal bars of one or two series over the same categories: a pattern tells the second apart, not only its colour. */
export interface BarChart extends Chart {
	readonly kind: 'bars';
	/** Heading of the categories in the table twin. */
	readonly heading: string;
	readonly categories: readonly string[];
	readonly series: readonly {
		readonly name: string;
		/** Null where unknown: no bar, and the text says so. */
		readonly values: readonly (number | null)[];
		readonly said: readonly Said[];
	}[];
}

/** A line over time, the points in order of `at` (a year with its fraction). Gaps between points are not equal. */
export interface LineChart extends Chart {
	readonly kind: 'line';
	readonly heading: string;
	readonly name: string;
	readonly points: readonly { readonly at: number; readonly label: string; readonly value: number; readonly said: Said }[];
}

/** Ranks with their interval: a line from low to high, a tick at the rank; 1 stands at the start. */
export interface RangeChart extends Chart {
	readonly kind: 'ranges';
	readonly heading: string;
	/** Length of the axis. Ranks among fewer places are stretched to it. */
	readonly of: number;
	/** What stands at its start and at its end. */
	readonly ends: readonly [first: string, last: string];
	readonly items: readonly {
		readonly id: string;
		readonly label: string;
		readonly low: number;
		readonly nominal: number;
		readonly high: number;
		/** «rank 3 of 62 (1–9)». */
		readonly said: Said;
		readonly type: Typology | null;
		/** Name of the type; empty for none. */
		readonly typeName: string;
	}[];
}

/** One small bar chart per indicator over the same places. */
export interface Multiples extends Chart {
	readonly kind: 'multiples';
	readonly heading: string;
	readonly panels: readonly {
		readonly id: string;
		readonly title: string;
		readonly unit: string;
		readonly items: readonly { readonly id: string; readonly label: string; readonly value: number | null; readonly said: Said }[];
		/** The figure of the whole, drawn as a line through the bars. */
		readonly whole: { readonly label: string; readonly value: number; readonly said: Said } | null;
	}[];
}

/** A map that the server draws from the scene of the same id; its legend is that scene's own. */
export interface MapBlock {
	readonly kind: 'map';
	readonly id: MapId;
	readonly title: string;
	readonly unit: string;
	/** Rows of the legend with their counts: they add up to the territories of the map. */
	readonly legend: readonly { readonly label: string; readonly count: number; readonly look: Look }[];
	/** Source, year, licence, version of data and method. */
	readonly source: string;
	readonly description: string;
	readonly note: string;
}

/** Which map: where the territory lies, its need, or its most promising chain. */
export type MapId = 'place' | 'need' | `score-${string}`;

/** Strengths, weaknesses, opportunities, threats. */
export interface Quadrants {
	readonly kind: 'quadrants';
	readonly items: readonly {
		readonly key: 'strengths' | 'weaknesses' | 'opportunities' | 'threats';
		readonly title: string;
		readonly points: readonly Said[];
	}[];
}

export type Block =
	| { readonly kind: 'facts'; readonly facts: readonly Fact[] }
	| { readonly kind: 'points'; readonly title: string; readonly points: readonly Said[] }
	| { readonly kind: 'notice'; readonly text: string }
	| Table
	| BarChart
	| LineChart
	| RangeChart
	| Multiples
	| MapBlock
	| Quadrants;

/** The chapters in the order of reading. */
export const CHAPTERS = [
	'profile',
	'needs',
	'potentials',
	'fabric',
	'sectors',
	'findings',
	'zones',
	'alike',
	'projects',
	'quality'
] as const;
export type ChapterId = (typeof CHAPTERS)[number];

export interface Chapter {
	readonly id: ChapterId;
	readonly title: string;
	/** What the chapter says, in full sentences made by rules; never empty. The first is its message. */
	readonly sentences: readonly Said[];
	readonly blocks: readonly Block[];
}

/** A source as it is listed: its number, its id, and who publishes what under which licence. */
export interface SourceNote {
	readonly number: number;
	readonly id: string;
	readonly text: string;
	readonly licence: string;
	readonly url: string | null;
}

/** A diagnostic told in one language: what page, slides, PDF, workbook and bundle show. */
export interface Report {
	readonly language: Language;
	readonly direction: 'rtl' | 'ltr';
	readonly code: string;
	/** Name in the language of the report, and in all of them for the cover. */
	readonly name: string;
	readonly names: Text;
	/** «Diagnostic of the province». */
	readonly kind: string;
	/** «Region Fès-Meknès»; empty for a region. */
	readonly within: string;
	/** «Compared with Morocco». */
	readonly comparison: string;
	/** Four to six figures for cover and first slide. */
	readonly facts: readonly Fact[];
	readonly chapters: readonly Chapter[];
	readonly sources: readonly SourceNote[];
	/** «An aid to discussion, not a decision …» and «Independent work …». */
	readonly statement: string;
	readonly independent: string;
	/** «Release 2026.11-…, method 1.1.0». */
	readonly version: string;
	/** Day of the release, ISO; a diagnostic has no other date, so that the same release gives the same document. */
	readonly date: string;
	/** Address of the page of this diagnostic with its release, without host: `/ar/territory/MA-HAJ?release=…`. */
	readonly permalink: string;
	/** Words of the frame. */
	readonly labels: ReportLabels;
}

/** Words of covers, contents, footers and notes. */
export interface ReportLabels {
	/** «Furas»: who made it, on the cover. */
	readonly brand: string;
	/** «km», after the number of a scale bar. */
	readonly km: string;
	readonly contents: string;
	readonly sources: string;
	readonly source: string;
	readonly licence: string;
	readonly page: string;
	readonly figures: string;
	readonly legend: string;
	readonly scale: string;
	readonly permalink: string;
	readonly date: string;
	readonly table: string;
	readonly commentary: string;
	readonly notes: string;
	readonly here: string;
	readonly cell: string;
	readonly status: string;
	readonly marks: Readonly<Record<Mark, string>>;
}
