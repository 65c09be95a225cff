import { feedbackLinkMessages } from '#lib/i18n/feedback-link-messages.ts';
import { needCalculatorWords } from '#lib/i18n/calculator-words.ts';
import { needProjectsWords } from '#lib/i18n/projects-words.ts';
import { needSupportWords } from '#lib/i18n/support-words.ts';
import { addMessages } from '#lib/i18n/words.ts';
import { everyText } from '#lib/view/in-one-language.ts';
import type { PageLoad } from './$types';

/** The texts of this page travel with it, and the model in the one language it is read in. */
export const load: PageLoad = async ({ data, parent }) => {
	const { language } = (await parent()).words;
	await Promise.all([
		addMessages(language, feedbackLinkMessages),
		needProjectsWords(language),
		needCalculatorWords(language),
		needSupportWords(language)
	]);
	const { sheet, ...rest } = data;
	return { ...rest, ...everyText(sheet) };
};
