import { MEASURE_KINDS, SHAPE_KINDS, type MeasureKind, type ShapeKind } from '#lib/map/instrument.ts';

/** What a click or a stroke on the map means: `identify` names a territory, `pick` selects the clicked one, a shape those inside; the rest measure. */
export const TOOLS = ['identify', 'pick', ...SHAPE_KINDS, ...MEASURE_KINDS] as const;
export type Tool = (typeof TOOLS)[number];

/** True for a tool that draws a shape to select with. */
export const isShape = (tool: Tool): tool is ShapeKind => SHAPE_KINDS.some((kind) => kind === tool);
/** True for a tool that measures. */
export const isMeasure = (tool: Tool): tool is MeasureKind => MEASURE_KINDS.some((kind) => kind === tool);
/** True for a tool that changes the selection. */
export const isSelecting = (tool: Tool): boolean => tool === 'pick' || isShape(tool);

/** How a selection joins the one that stands. */
export const JOINS = ['replace', 'add', 'remove'] as const;
export type Join = (typeof JOINS)[number];
