import { mercatorFit, type Projection } from '#lib/core/cartography/projection.ts';
import { radiusOf } from '#lib/core/cartography/symbols.ts';
import { MAP_TOKENS, TOKENS, type Theme } from '#lib/core/cartography/tokens.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { Language } from '#lib/core/text/text.ts';
import { pathsOf } from '#lib/drawing/map-svg-paths.ts';
import { directionOf, escape, placed } from '#lib/drawing/map-svg-text.ts';

/** Something with a name at a place. */
export interface NamedPlace {
	readonly name: string;
	readonly position: Position;
}

/** What lies around a point, as it is to be drawn. */
export interface NearPicture {
	/** `provinces.topo.json` and `context.topo.json`. */
	readonly provinces: PolygonTopology;
	readonly context: PolygonTopology;
	/** The point itself; null on the picture of the whole country. */
	readonly position: Position | null;
	/** Lines of the circle that is searched, as rings of positions; more than one when radii are compared. */
	readonly circles: readonly (readonly Position[])[];
	/** West, south, east, north in degrees: what the picture shows. */
	readonly bounds: readonly [number, number, number, number];
	readonly communes: readonly (NamedPlace & { readonly people: number; readonly isInside: boolean })[];
	readonly towns: readonly NamedPlace[];
	readonly cooperatives: readonly NamedPlace[];
	readonly language: Language;
	readonly theme: Theme;
	readonly title: string;
	readonly description: string;
}

/** Side of the drawing in its own units: half a CSS pixel at its natural size. */
const NEAR_SIZE = 1200;
/** The frame of every such picture: the same for who draws it and for who reads a click on it. */
export const NEAR_FRAME = { width: NEAR_SIZE, height: NEAR_SIZE, margin: 24 } as const;
/** West, south, east, north of the whole country. */
export const COUNTRY_BOUNDS = [-17.15, 20.72, -0.95, 35.98] as const;
/** What lies this far outside is pulled to the edge, where it costs nothing. */
const EDGE = 40;

/** The surroundings of a point as a complete SVG document: communes by their people, towns, named cooperatives, and how far is searched. */
export function nearSvg(picture: NearPicture): string {
	const { theme, language, title, description } = picture;
	const project = mercatorFit(picture.bounds, NEAR_FRAME);
	const provinces = pathsOf(picture.provinces, 'provinces', inSight(project));
	const context = pathsOf(picture.context, 'neighbours', inSight(project));
	const lines = (d: string, casing: number, core: number): string =>
		`<path d="${d}" stroke="${MAP_TOKENS.casing[theme]}" stroke-width="${casing}"/><path d="${d}" stroke="${MAP_TOKENS.core[theme]}" stroke-width="${core}"/>`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${NEAR_SIZE} ${NEAR_SIZE}" width="${NEAR_SIZE / 2}" height="${NEAR_SIZE / 2}" role="img"`,
		` aria-labelledby="near-title near-desc" lang="${language}" font-family="'IBM Plex Sans Arabic','IBM Plex Sans',sans-serif">`,
		`<title id="near-title">${escape(title)}</title><desc id="near-desc">${escape(description)}</desc>`,
		`<rect width="${NEAR_SIZE}" height="${NEAR_SIZE}" fill="${MAP_TOKENS.sea[theme]}"/>`,
		`<path fill="${MAP_TOKENS.land[theme]}" d="${[...context.areas.values()].join('')}"/>`,
		`<path fill="${MAP_TOKENS.blank[theme]}" d="${[...provinces.areas.values()].join('')}"/>`,
		circles(picture, project),
		`<g fill="none" stroke-linejoin="round">${lines(provinces.inner, 4, 1.4)}${lines(provinces.outer, 5, 2.2)}</g>`,
		communes(picture, project),
		cooperatives(picture, project),
		centre(picture, project),
		labels(picture, project),
		'</svg>'
	].join('');
}

const inSight =
	(project: Projection): Projection =>
	(position) => {
		const [x, y] = project(position);
		return [clamp(x), clamp(y)];
	};
const clamp = (value: number): number => Math.min(NEAR_SIZE + EDGE, Math.max(-EDGE, value));

/** The circles are what is searched, so they lie under everything that is found; the first is the one that counts. */
function circles({ circles: rings, theme }: NearPicture, project: Projection): string {
	return rings
		.map((ring, index) => {
			const d = `M${ring.map((position) => project(position).map(Math.round).join(' ')).join('L')}Z`;
			const stroke = `stroke="${TOKENS.primary[theme]}" stroke-width="${index === 0 ? 5 : 2.5}"${index === 0 ? '' : ' stroke-dasharray="4 10"'}`;
			return `<path d="${d}" fill="${TOKENS.primary[theme]}" fill-opacity="${index === 0 ? 0.1 : 0}" ${stroke}/>`;
		})
		.join('');
}

/** Communes as circles of their people: a count is a symbol, never a colour. Those outside are hollow. */
function communes({ communes: all, theme }: NearPicture, project: Projection): string {
	const largest = Math.max(1, ...all.map(({ people }) => people));
	const shapes = all
		.toSorted((a, b) => b.people - a.people)
		.map(({ name, position, people, isInside }) => {
			const [x, y] = project(position).map(Math.round);
			const radius = (radiusOf(people, largest) * 1.6).toFixed(1);
			const look = isInside ? `fill="${TOKENS.primary[theme]}" fill-opacity=".55"` : 'fill="none" stroke-opacity=".6"';
			return `<circle cx="${x}" cy="${y}" r="${radius}" ${look} stroke="${TOKENS.primary[theme]}" stroke-width="2"><title>${escape(name)}</title></circle>`;
		});
	return `<g data-layer="communes">${shapes.join('')}</g>`;
}

function cooperatives({ cooperatives: all, theme }: NearPicture, project: Projection): string {
	const shapes = all.map(({ name, position }) => {
		const [x, y] = project(position).map(Math.round) as [number, number];
		return `<path d="M${x} ${y - 11}l11 11l-11 11l-11 -11z"><title>${escape(name)}</title></path>`;
	});
	const paint = `fill="${MAP_TOKENS.place[theme]}" stroke="${MAP_TOKENS.casing[theme]}" stroke-width="3"`;
	return `<g data-layer="cooperatives" ${paint}>${shapes.join('')}</g>`;
}

function centre({ position, theme }: NearPicture, project: Projection): string {
	if (position === null) return '';
	const [x, y] = project(position).map(Math.round) as [number, number];
	const cross = `M${x - 18} ${y}h36M${x} ${y - 18}v36`;
	return `<g data-layer="centre" fill="none" stroke-linecap="round"><path d="${cross}" stroke="${MAP_TOKENS.casing[theme]}" stroke-width="12"/><path d="${cross}" stroke="${TOKENS.danger[theme]}" stroke-width="6"/></g>`;
}

/** Names of the towns, then of the largest communes found, as many as fit. */
function labels({ towns, communes: all, language, theme }: NearPicture, project: Projection): string {
	const known = new Set(towns.map(({ name }) => name));
	const found = all.filter(({ name, isInside }) => isInside && !known.has(name)).toSorted((a, b) => b.people - a.people);
	const wanted = [
		...towns.map(({ name, position }) => ({ text: name, at: above(project(position)), size: 30, className: '600' })),
		...found.slice(0, 12).map(({ name, position }) => ({ text: name, at: above(project(position)), size: 25, className: '400' }))
	].filter(({ at: [x, y] }) => x > 60 && x < NEAR_SIZE - 60 && y > 30 && y < NEAR_SIZE - 20);
	const texts = placed(wanted).map(
		({ text, at: [x, y], size, className }) =>
			`<text x="${Math.round(x)}" y="${Math.round(y)}" font-size="${size}" font-weight="${className}">${escape(text)}</text>`
	);
	return (
		`<g text-anchor="middle" direction="${directionOf(language)}" fill="${MAP_TOKENS.label[theme]}" stroke="${MAP_TOKENS.halo[theme]}"` +
		` stroke-width="6" stroke-linejoin="round" paint-order="stroke">${texts.join('')}</g>`
	);
}

const above = ([x, y]: readonly [number, number]): [number, number] => [x, y - 22];
