import type { Scene } from '#lib/core/cartography/scene.ts';
import { levelOfCode } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { SlideFocus } from '#lib/i18n/diagnostic/slides.ts';
import { codesOf, paintedOf } from '#lib/view/screen.ts';
import { DEFAULT_VIEW, type View } from '#lib/view/view.ts';

/** Provinces outlined together: one territory, whatever its level. */
export interface Group {
	readonly code: string;
	readonly name: string;
	/** Codes of its provinces. */
	readonly members: readonly string[];
}

/** What the map shows beside a slide: always the provinces, so that one set of shapes serves the whole presentation. */
export interface SlideScene {
	readonly scene: Scene;
	/** False for a map without values, whose legend has no rows. */
	readonly isPainted: boolean;
	/** Codes of provinces to fly to; the whole country when empty. */
	readonly view: readonly string[];
	/** The territory of the diagnostic. */
	readonly own: Group;
	/** Other territories the slide speaks of, each outlined. */
	readonly others: readonly Group[];
	/** True where the others lie inside a region that is outlined itself: their lines are thin and whole then. */
	readonly areWithin: boolean;
}

/** What a slide paints as a view of the map page, without territory; null for a map without values. */
export function viewOf({ paint }: SlideFocus): View | null {
	if (paint === null) return null;
	const view: View = { ...DEFAULT_VIEW, level: 'province' };
	return paint.kind === 'need' ? { ...view, lens: 'needs' } : { ...view, lens: 'zones', chain: paint.chain };
}

/** The scene of a slide about the territory `code`; null when the release has no such chain. */
export function slideScene(
	atlas: Atlas,
	slide: { readonly id: string; readonly chapter: string | null; readonly focus: SlideFocus },
	code: string,
	nameOf: (code: string) => string
): SlideScene | null {
	const { focus } = slide;
	const view = viewOf(focus);
	const scene = view ? (paintedOf(atlas, view)?.scene ?? null) : plainScene(atlas);
	if (!scene) return null;
	const group = (of: string): Group => ({ code: of, name: nameOf(of), members: provincesOf(atlas, of) });
	const own = group(code);
	const others = othersOf(slide, code).map(group);
	return {
		scene,
		isPainted: view !== null,
		view: focus.codes.flatMap((of) => provincesOf(atlas, of)),
		own,
		others,
		areWithin: others.length > 0 && others.every(({ members }) => members.every((member) => own.members.includes(member)))
	};
}

/** Look-alikes and the provinces of a zone are spoken of; elsewhere the codes only say where to look. */
const othersOf = ({ chapter, focus }: { readonly chapter: string | null; readonly focus: SlideFocus }, code: string): string[] =>
	chapter === 'alike' || chapter === 'zones' ? focus.codes.filter((other) => other !== code) : [];

function provincesOf(atlas: Atlas, code: string): readonly string[] {
	if (levelOfCode(code) !== 'region') return [code];
	const territories = atlas.scorer('province')?.table.territories ?? [];
	return territories.filter(({ parent }) => parent === code).map((territory) => territory.code);
}

const plainScenes = new WeakMap<Atlas, Scene>();

/** No legend row at all: every province has the blank ground. */
function plainScene(atlas: Atlas): Scene | null {
	const scorer = atlas.scorer('province');
	if (!scorer) return null;
	const known = plainScenes.get(atlas);
	if (known) return known;
	const codes = codesOf(scorer);
	const legend = { subject: { kind: 'need', indicator: null }, rows: [], symbols: null } as const;
	const scene: Scene = { level: 'province', codes, rows: new Uint8Array(codes.length).fill(255), legend, symbols: [] };
	plainScenes.set(atlas, scene);
	return scene;
}
