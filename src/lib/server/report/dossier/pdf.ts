import { TOKENS } from '#lib/core/cartography/tokens.ts';
import type { Words } from '#lib/i18n/words.ts';
import { ARABIC_FONT, LATIN_FONT, typeset } from '../typst.ts';
import type { Dossier } from './dossier.ts';
import { fundingSection } from './funding.ts';
import { headOf } from './head.ts';
import { placeSection } from './place.ts';
import { projectSection } from './project.ts';
import { resultsSection } from './results.ts';
import { numbersOf, sourcesSection } from './sources.ts';
import { stepsSection } from './steps.ts';
import type { Telling } from './telling.ts';
import { TEMPLATE } from './template/template.ts';

/** Colours of paper: those of the light appearance. */
const COLOURS = {
	...Object.fromEntries(Object.entries(TOKENS).map(([name, shades]) => [name, shades.light])),
	/** For marks on the dark green, and a ground for sums: never for letters. */
	saffron: TOKENS.accent.dark,
	tint: '#e9f1ec'
};

/** All that the template prints of a dossier, in words and numbers. */
export function dossierText(dossier: Dossier, words: Words) {
	const numbers = numbersOf(dossier, words);
	const telling: Telling = {
		dossier,
		words,
		refs: (ids) => [...new Set(ids.flatMap((id) => numbers.get(id) ?? []))].sort((a, b) => a - b)
	};
	return {
		language: words.language,
		direction: words.direction,
		// Latin letters of the Arabic family are the same design; one family less is loaded into the document.
		fonts: words.language === 'ar' ? [ARABIC_FONT] : [LATIN_FONT, ARABIC_FONT],
		colours: COLOURS,
		date: dossier.date.slice(0, 10).split('-').map(Number),
		labels: { year: words.t('dossier.year') },
		head: headOf(telling),
		sections: [
			placeSection(telling),
			projectSection(telling),
			resultsSection(telling),
			fundingSection(telling),
			stepsSection(telling),
			sourcesSection(telling)
		]
	};
}

/** The dossier of a project as a PDF in the language of `words`. The same dossier gives the same bytes. */
export const dossierPdf = (dossier: Dossier, words: Words): Promise<Uint8Array<ArrayBuffer>> =>
	typeset(TEMPLATE, dossierText(dossier, words));
