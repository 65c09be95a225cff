import type { Theme } from '#lib/core/cartography/tokens.ts';
import type { Bounds } from '#lib/core/geo/bounds.ts';
import { territoriesOf } from '#lib/core/release/snapshot.ts';
import type { Language, Text } from '#lib/core/text/text.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Orientation, Paper } from '#lib/drawing/print/paper.ts';
import type { PrintGeometry, PrintParts, Said } from '#lib/drawing/print/parts.ts';
import { printText } from '#lib/i18n/print-map.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { Sheet } from '#lib/view/workspace/sheet.ts';
import { isOwn } from '#lib/view/workspace/variable-id.ts';
import { exportedVariable } from './exported-variable.ts';

/** What a reader chooses of a printed map. */
export interface PrintChoice {
	readonly paper: Paper;
	readonly orientation: Orientation;
	readonly theme: Theme;
	/** Empty takes what the legend says. */
	readonly titles: Readonly<Record<'ar' | 'fr', string>>;
	/** True writes the numbers of the classes, for a print without colours. */
	readonly numbered: boolean;
	/** West, south, east, north in degrees; null for the whole country. */
	readonly within: Bounds | null;
}

/** Shapes and towns of a release at one level. */
export interface PrintShapes extends Omit<PrintGeometry, 'towns'> {
	/** Rank 1 is the seat of a region, 2 of a province, 3 another large town. */
	readonly towns: readonly { readonly name: Text; readonly position: readonly [number, number]; readonly rank: number }[];
}

/** Everything a printed map is made from. */
export interface PrintQuestion {
	readonly sheet: Sheet;
	readonly atlas: Atlas;
	readonly shapes: PrintShapes;
	readonly choice: PrintChoice;
	/** Codes that are outlined: the place that is looked at, and the selection. */
	readonly outlined: readonly string[];
	/** True where figures of the reader's own are in what is shown, be it inside a score. */
	readonly hasOwnData: boolean;
	/** ISO date of the print. */
	readonly date: string;
	readonly link: { readonly origin: string | null; readonly address: string };
}

/** No title is longer, so that it fits beside its translation. */
export const LONGEST_TITLE = 160;
/** Above this width in degrees names of provinces would lie on each other; above the other, those of small towns. */
const CLOSE = 7;
const VERY_CLOSE = 3.5;
/** Where the boundaries come from is under a licence of its own. */
const BOUNDARY_LICENCE = 'ODbL-1.0';

/** The parts of a printed map: the very scene and legend words of the sheet on screen. */
export function printParts(words: Words, question: PrintQuestion): PrintParts {
	const { sheet, atlas, shapes, choice, date } = question;
	const { scene, legend, spec } = sheet;
	const hasOwnData = question.hasOwnData || showsOwn(sheet);
	const width = choice.within === null ? Infinity : choice.within[2] - choice.within[0];
	const { release, levels } = atlas.snapshot;
	const codes = (level: 'region' | 'province'): string[] => territoriesOf(levels[level]).map(({ code }) => code);
	const rank = width > CLOSE ? 1 : width > VERY_CLOSE ? 2 : 3;
	const count = words.t('count.territories', { level: scene.level, count: scene.codes.length });
	return {
		paper: choice.paper,
		orientation: choice.orientation,
		theme: choice.theme,
		language: words.language,
		titles: titlesOf(words.language, sheet, choice.titles),
		subtitle: [legend.unit, legend.year, count].filter((part) => part !== null && part !== '').join(' · '),
		description: words.t('map.described', { subject: legend.title, count: scene.codes.length }),
		scene,
		legend,
		geometry: {
			...shapes,
			towns: shapes.towns.filter((town) => town.rank <= rank).map(({ name, position }) => ({ name: words.of(name), position }))
		},
		names: (code) => nameOf(atlas, words, code),
		labelAt: (code) => atlas.territory(code)?.label ?? null,
		named: codes(width > CLOSE ? 'region' : 'province'),
		outlined: question.outlined,
		within: choice.within,
		points: scene.legend.subject.kind === 'mapped' && scene.legend.subject.map === 'hexagons' ? 'hexagons' : 'symbols',
		opacity: spec.opacity,
		only: spec.only,
		numbered: choice.numbered,
		text: printText(words, { legend: scene.legend, text: legend, release, licences: licencesOf(sheet, atlas), date, hasOwnData }),
		link: hasOwnData ? null : { address: (question.link.origin ?? '') + question.link.address, isWhole: question.link.origin !== null }
	};
}

/** True for a map of a column that the reader brought along. */
export const showsOwn = ({ variable, other }: Sheet): boolean => isOwn(variable.id) || (other !== null && isOwn(other.id));

/** The title of a map in a language, as its variables say it. */
export const defaultTitle = ({ variable, other, legend }: Sheet, language: Language, page: Language): string =>
	language === page ? legend.title : [variable, other].flatMap((one) => (one ? [one.title[language]] : [])).join(' × ');

/** The title in the language of the page first, then in the other language of the country. */
function titlesOf(page: Language, sheet: Sheet, typed: PrintChoice['titles']): readonly [Said, ...Said[]] {
	const title = (language: 'ar' | 'fr'): Said => ({ language, text: typed[language].trim() || defaultTitle(sheet, language, page) });
	switch (page) {
		case 'ar':
			return [title('ar'), title('fr')];
		case 'fr':
			return [title('fr'), title('ar')];
		case 'en':
			return [{ language: 'en', text: defaultTitle(sheet, 'en', page) }, title('ar'), title('fr')];
	}
}

function licencesOf({ variable, other }: Sheet, { sources }: Atlas): readonly string[] {
	const found = [variable, other].flatMap((one) => (one ? exportedVariable(one, sources.values()).licences : []));
	return [...new Set([...found, BOUNDARY_LICENCE])];
}

function nameOf(atlas: Atlas, words: Words, code: string): string {
	const territory = atlas.territory(code);
	return territory ? words.of(territory.name) : code;
}
