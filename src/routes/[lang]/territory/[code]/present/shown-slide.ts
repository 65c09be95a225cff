import type { Block, Said, Table } from '#lib/i18n/diagnostic/report.ts';
import type { Slide } from '#lib/i18n/diagnostic/slides.ts';

/** So much of a block fits a slide: the rest is on the page. */
const MOST = { rows: 8, letters: 900, bars: 8, ranges: 8, panels: 6, places: 10, points: 5 } as const;

/** Rows of a table that are shown however full they are. */
const LEAST_ROWS = 5;

/** A slide as it is sent to the browser: cut to what fits, its sources said once. */
export interface ShownSlide extends Slide {
	/** How many rows or panels are left out. */
	readonly more: number;
	/** Numbers of the sources of what it shows, ascending. */
	readonly refs: readonly number[];
}

/** The slides of a diagnostic as a presentation shows them. */
export const shownSlides = (slides: readonly Slide[]): ShownSlide[] => slides.map(shownSlide);

function shownSlide(slide: Slide): ShownSlide {
	if (slide.body.kind !== 'block') return { ...plain(slide), more: 0, refs: [] };
	const { block, more } = cut(slide.body.block);
	const body = { kind: 'block', block } as const;
	const refs = [...new Set([...slide.headline.refs, ...refsIn(block)])].sort((a, b) => a - b);
	return { ...plain({ ...slide, body }), more, refs };
}

/** The block with what fits a slide, and how much of it does not. */
function cut(block: Block): { readonly block: Block; readonly more: number } {
	switch (block.kind) {
		case 'table':
			return cutTable(block);
		case 'ranges':
			return { block: { ...block, items: block.items.slice(0, MOST.ranges) }, more: Math.max(0, block.items.length - MOST.ranges) };
		case 'bars': {
			const series = block.series.map(({ name, values, said }) => ({
				name,
				values: values.slice(0, MOST.bars),
				said: said.slice(0, MOST.bars)
			}));
			const more = Math.max(0, block.categories.length - MOST.bars);
			return { block: { ...block, categories: block.categories.slice(0, MOST.bars), series }, more };
		}
		case 'multiples': {
			const panels = block.panels.slice(0, MOST.panels).map((panel) => ({ ...panel, items: panel.items.slice(0, MOST.places) }));
			return { block: { ...block, panels }, more: Math.max(0, block.panels.length - MOST.panels) };
		}
		case 'points':
			return { block: { ...block, points: block.points.slice(0, MOST.points) }, more: Math.max(0, block.points.length - MOST.points) };
		default:
			return { block, more: 0 };
	}
}

/** Fewer rows where they are full of words, so that what is left can be read from the last chair. */
function cutTable(table: Table): { readonly block: Table; readonly more: number } {
	let letters = 0;
	const rows = table.rows.filter(({ cells }, index) => {
		letters += cells.reduce((sum, { text, note }) => sum + text.length + note.length, 0);
		return index < LEAST_ROWS || (index < MOST.rows && letters <= MOST.letters);
	});
	return { block: { ...table, rows }, more: table.rows.length - rows.length };
}

/** Every number of a source in a block, wherever something is said in it. */
function refsIn(value: unknown): number[] {
	if (Array.isArray(value)) return value.flatMap(refsIn);
	if (typeof value !== 'object' || value === null) return [];
	if (isSaid(value)) return [...value.refs];
	return Object.values(value).flatMap(refsIn);
}

const isSaid = (value: object): value is Said => 'refs' in value && 'text' in value;

/**
 * Sources stand once at the foot of a slide; the cells of a figure are asked for on the page of the diagnostic, and would
 * double what is sent.
 */
function plain<T>(value: T): T {
	if (Array.isArray(value)) return value.map((item: unknown) => plain(item)) as T;
	if (typeof value !== 'object' || value === null) return value;
	const left = isSaid(value) ? { refs: [], cells: [] } : {};
	return { ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part as unknown)])), ...left } as T;
}
