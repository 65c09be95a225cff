import { mercatorFit } from '#lib/core/cartography/projection.ts';
import { MAP_TOKENS, TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import { LEVEL_OBJECTS } from '#lib/core/geo/geography.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import { fillOf, patternOf } from '../map-svg-fills.ts';
import { pathsOf, type TopologyPaths } from '../map-svg-paths.ts';
import { hexagonShapes, symbolShapes } from '../map-svg-symbols.ts';
import { escape } from '../map-svg-text.ts';
import { mm } from './block.ts';
import { COUNTRY, layoutOf, UNITS, type Layout } from './map-layout.ts';
import { printedLabels } from './printed-labels.ts';
import type { PrintParts } from './parts.ts';

/** What ids of a printed map begin with. */
export const PREFIX = 'print';

/** The map in a frame, as SVG in millimetres with its top left corner at the origin: no graticule, and north is always up. */
export function printedMap(parts: PrintParts, width: number, height: number, scale: number): string {
	const { scene, theme, geometry } = parts;
	const layout = layoutOf(parts.within, width, height, scale);
	const paths = drawn(geometry.topology, LEVEL_OBJECTS[scene.level], layout);
	const regions = drawn(geometry.frame, 'regions', layout);
	const context = drawn(geometry.context, 'neighbours', layout);
	const { frame, project, pixel } = layout;
	return [
		`<svg width="${mm(width)}" height="${mm(height)}" viewBox="0 0 ${frame.width} ${frame.height}" overflow="hidden">`,
		definitions(parts, layout),
		`<rect width="${frame.width}" height="${frame.height}" fill="${MAP_TOKENS.sea[theme]}"/>`,
		`<path fill="${MAP_TOKENS.land[theme]}" d="${[...context.areas.values()].join('')}"/>`,
		`<path fill="${MAP_TOKENS.blank[theme]}" d="${[...regions.areas.values()].join('')}"/>`,
		areas(parts, paths, layout),
		borders(regions, theme, layout),
		outlines(parts, [paths, regions], layout),
		parts.points === 'hexagons' ? hexagonShapes(scene.symbols, theme, project, pixel) : '',
		symbolShapes(scene.symbols, theme, project, parts.points, { pixel }),
		printedLabels(parts, paths, layout),
		'</svg>',
		`<rect width="${mm(width)}" height="${mm(height)}" fill="none" stroke="${TOKENS.muted[theme]}" stroke-width="${mm(0.25 * scale)}"/>`
	].join('');
}

/** The whole country in little, with a rectangle around what the large map shows. */
export function printedInset({ geometry, theme, within }: PrintParts, width: number, scale: number): { height: number; shapes: string } {
	const height = width * 1.06;
	const frame = { width: Math.round(width * UNITS), height: Math.round(height * UNITS), margin: UNITS };
	const project = mercatorFit(COUNTRY, frame);
	const regions = pathsOf(geometry.frame, 'regions', project);
	const [west, south, east, north] = within ?? COUNTRY;
	const [[left, bottom], [right, top]] = [project([west, south]), project([east, north])];
	const [line, least] = [0.12 * scale * UNITS, 1.6 * UNITS];
	const [w, h] = [Math.max(least, right - left), Math.max(least, bottom - top)];
	const [x, y] = [(left + right - w) / 2, (top + bottom - h) / 2];
	const shapes =
		`<svg width="${mm(width)}" height="${mm(height)}" viewBox="0 0 ${frame.width} ${frame.height}" overflow="hidden">` +
		`<rect width="${frame.width}" height="${frame.height}" fill="${MAP_TOKENS.sea[theme]}"/>` +
		`<path fill="${MAP_TOKENS.land[theme]}" stroke="${TOKENS.muted[theme]}" stroke-width="${line}" d="${[...regions.areas.values()].join('')}"/>` +
		`<rect data-inset="frame" x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(w)}" height="${Math.round(h)}" fill="${TOKENS.danger[theme]}" fill-opacity=".12" stroke="${TOKENS.danger[theme]}" stroke-width="${3 * line}"/>` +
		`</svg><rect width="${mm(width)}" height="${mm(height)}" fill="none" stroke="${TOKENS.muted[theme]}" stroke-width="${mm(0.2 * scale)}"/>`;
	return { height, shapes };
}

/** Paths of a topology by how the map lies; only the newest few, since a reader tries papers one after the other. */
const cache = new WeakMap<PolygonTopology, Map<string, TopologyPaths>>();
const MOST_KEPT = 6;

function drawn(topology: PolygonTopology, object: string, { project, frame, sight }: Layout): TopologyPaths {
	const known = cache.get(topology) ?? new Map<string, TopologyPaths>();
	cache.set(topology, known);
	const key = [object, frame.width, frame.height, ...project([-17, 21]), ...project([-1, 36])].join();
	const paths = known.get(key) ?? pathsOf(topology, object, project, sight);
	known.delete(key);
	known.set(key, paths);
	if (known.size > MOST_KEPT) known.delete(known.keys().next().value!);
	return paths;
}

function definitions({ scene, theme }: PrintParts, { pixel }: Layout): string {
	const used = new Set(scene.legend.rows.flatMap(({ look }) => (look.kind === 'pattern' ? [look.pattern] : [])));
	return `<defs>${[...used].map((pattern) => patternOf(pattern, theme, pixel, PREFIX)).join('')}</defs>`;
}

/** How much is left of what fades beside rows that are shown alone. */
const FADED = 0.14;

/** Areas grouped by legend row, so that each colour is written once. */
function areas({ scene, names, theme, opacity, only }: PrintParts, { areas: shapes }: TopologyPaths, { scale }: Layout): string {
	const groups = scene.legend.rows.map((row, index) => {
		const members = scene.codes.filter((code, i) => scene.rows[i] === index && shapes.get(code));
		if (members.length === 0) return '';
		const faded = only !== null && !only.includes(index) ? ` opacity="${FADED}"` : '';
		const drawn = members.map(
			(code) => `<path data-code="${escape(code)}" d="${shapes.get(code)}"><title>${escape(names(code))}</title></path>`
		);
		return `<g data-row="${index}" fill="${fillOf(row, theme, PREFIX)}"${faded}>${drawn.join('')}</g>`;
	});
	const width = (scene.level === 'commune' ? 0.07 : 0.13) * scale * UNITS;
	const clear = opacity < 100 ? ` opacity="${opacity / 100}"` : '';
	return `<g stroke="${MAP_TOKENS.core[theme]}" stroke-width="${mm(width)}" stroke-linejoin="round"${clear}>${groups.join('')}</g>`;
}

/** A dark line inside a light one, so that it stands out from every class. */
function cased(d: string, theme: Theme, casing: number, core: number): string {
	const [outer, inner] = [mm(casing * UNITS), mm(core * UNITS)];
	return (
		`<path d="${d}" stroke="${MAP_TOKENS.casing[theme]}" stroke-width="${outer}"/>` +
		`<path d="${d}" stroke="${MAP_TOKENS.core[theme]}" stroke-width="${inner}"/>`
	);
}

function borders({ inner, outer }: TopologyPaths, theme: Theme, { scale }: Layout): string {
	const lines = cased(inner, theme, 0.5 * scale, 0.2 * scale) + cased(outer, theme, 0.55 * scale, 0.26 * scale);
	return `<g fill="none" stroke-linejoin="round">${lines}</g>`;
}

function outlines({ outlined, theme }: PrintParts, paths: readonly TopologyPaths[], { scale }: Layout): string {
	const d = outlined.map((code) => paths.map(({ areas }) => areas.get(code)).find((path) => path) ?? '').join('');
	return d === '' ? '' : `<g fill="none" stroke-linejoin="round">${cased(d, theme, 1.3 * scale, 0.65 * scale)}</g>`;
}
