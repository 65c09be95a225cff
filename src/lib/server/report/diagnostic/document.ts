import type { MapId, Report } from '#lib/i18n/diagnostic/report.ts';

/** A map of a report, drawn from the scene that its legend describes. */
export interface MapPicture {
	/** The map alone, without title and legend. */
	readonly svg: string;
	/** Of the drawing, in its own units. */
	readonly width: number;
	readonly height: number;
	/** Kilometres of one unit of the drawing in the middle of what it shows: Mercator stretches the rest a little. */
	readonly kmPerUnit: number;
}

/** All that a printed diagnostic is made from: told in one language, with its maps. The same document gives the same bytes. */
export interface DiagnosticDocument {
	readonly report: Report;
	/** One per map block of the report. */
	readonly pictures: ReadonlyMap<MapId, MapPicture>;
	/** Where the product is served, without a trailing slash; null when nobody said, and then the link is printed without host. */
	readonly origin: string | null;
}
