import { needCalculatorWords } from '#lib/i18n/calculator-words.ts';
import { needPresentWords } from '#lib/i18n/present-words.ts';
import type { PageLoad } from './$types';

/** A page that lives in the browser, unlike the page of the diagnostic it belongs to. */
export const csr = true;

/** The texts of this page travel with it alone; those of the charts are among those of the calculator. */
export const load: PageLoad = async ({ data, parent }) => {
	const { language } = (await parent()).words;
	await Promise.all([needPresentWords(language), needCalculatorWords(language)]);
	return data;
};
