import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#lib/core/text/text.ts';
import type { CompiledMessage } from './compile-messages.ts';
import { LOCALES } from './locales.ts';
import type reference from './messages/ar.json';
import type calculator from './messages/calculator/ar.json';
import type diagnostic from './messages/diagnostic/ar.json';
import type directory from './messages/directory/ar.json';
import type dossier from './messages/dossier/ar.json';
import type feedback from './messages/feedback/ar.json';
import type feedbackLink from './messages/feedback-link/ar.json';
import type holder from './messages/holder/ar.json';
import type ideas from './messages/ideas/ar.json';
import type near from './messages/near/ar.json';
import type office from './messages/office/ar.json';
import type officeImport from './messages/office-import/ar.json';
import type officeIdeas from './messages/office-ideas/ar.json';
import type officeFeedback from './messages/office-feedback/ar.json';
import type officeQuality from './messages/office-quality/ar.json';
import type officeReleases from './messages/office-releases/ar.json';
import type needs from './messages/needs/ar.json';
import type reservations from './messages/reservations/ar.json';
import type officeNeeds from './messages/office-needs/ar.json';
import type partners from './messages/partners/ar.json';
import type place from './messages/place/ar.json';
import type present from './messages/present/ar.json';
import type projectList from './messages/project-list/ar.json';
import type projects from './messages/projects/ar.json';
import type reading from './messages/reading/ar.json';
import type send from './messages/send/ar.json';
import type support from './messages/support/ar.json';
import type table from './messages/table/ar.json';
import type territory from './messages/territory/ar.json';
import type workbook from './messages/workbook/ar.json';
import type tour from './messages/tour/ar.json';
import type variables from './messages/variables/ar.json';
import type workshop from './messages/workshop/ar.json';
import { calculatorMessages } from './calculator-messages.ts';
import { diagnosticMessages } from './diagnostic-messages.ts';
import { directoryMessages } from './directory-messages.ts';
import { dossierMessages } from './dossier-messages.ts';
import { feedbackLinkMessages } from './feedback-link-messages.ts';
import { feedbackMessages } from './feedback-messages.ts';
import { holderMessages } from './holder-messages.ts';
import { ideasMessages } from './ideas-messages.ts';
import { nearMessages } from './near-messages.ts';
import { officeFeedbackMessages } from './office-feedback-messages.ts';
import { officeImportMessages } from './office-import-messages.ts';
import { officeMessages } from './office-messages.ts';
import { officeIdeasMessages } from './office-ideas-messages.ts';
import { officeQualityMessages } from './office-quality-messages.ts';
import { officeReleasesMessages } from './office-releases-messages.ts';
import { needsMessages } from './needs-messages.ts';
import { reservationsMessages } from './reservations-messages.ts';
import { officeNeedsMessages } from './office-needs-messages.ts';
import { partnersMessages } from './partners-messages.ts';
import { presentMessages } from './present-messages.ts';
import { projectListMessages, projectsMessages } from './projects-messages.ts';
import { sendMessages } from './send-messages.ts';
import { supportMessages } from './support-messages.ts';
import { tableMessages } from './table-messages.ts';
import { territoryMessages } from './territory-messages.ts';
import { tourMessages } from './tour-messages.ts';
import { variablesMessages } from './variables-messages.ts';
import { workbookMessages } from './workbook-messages.ts';
import { workshopMessages } from './workshop-messages.ts';
import { workspaceMessages, type WorkspaceMessages } from './workspace-messages.ts';

/** A key of the messages; Arabic is the reference. */
export type MessageKey =
	| keyof typeof reference
	| keyof typeof calculator
	| keyof typeof diagnostic
	| keyof typeof directory
	| keyof typeof dossier
	| keyof typeof holder
	| keyof typeof ideas
	| keyof typeof officeIdeas
	| keyof typeof near
	| keyof typeof needs
	| keyof typeof reservations
	| keyof typeof officeNeeds
	| keyof typeof partners
	| keyof typeof place
	| keyof typeof present
	| keyof typeof projectList
	| keyof typeof projects
	| keyof typeof reading
	| keyof typeof support
	| keyof typeof table
	| keyof typeof territory
	| keyof typeof send
	| keyof typeof office
	| keyof typeof officeImport
	| keyof typeof officeReleases
	| keyof typeof feedbackLink
	| keyof typeof feedback
	| keyof typeof officeFeedback
	| keyof typeof officeQuality
	| keyof typeof workbook
	| keyof typeof tour
	| keyof typeof variables
	| keyof typeof workshop
	| keyof WorkspaceMessages;

/** All texts of the pages in one language: ICU messages as written, or as the build compiled them. */
export type Messages = Readonly<Record<MessageKey, CompiledMessage>>;

/** Values a message may name. */
export type Params = Readonly<Record<string, string | number>>;

/** A text of the pages: `t(key, params)`. */
export type Translate = (key: MessageKey, params?: Params) => string;

/**
 * The messages of one language; each is a file of its own, so that a page ships only the language it speaks. The texts
 * of the reading pages (method, territory, directory, list of projects) and of the dossier stay on the server, which is where they are
 * written; those of a selected place come to the browser with its panel (`placeMessages`), those of the workshop, of «near me» and of a
 * project sheet with their pages.
 */
export async function loadMessages(language: Language): Promise<Messages> {
	const screen = await screenMessages(language);
	if (!import.meta.env.SSR) return { ...screen } as Messages;
	const more = await Promise.all(
		[
			calculatorMessages,
			diagnosticMessages,
			directoryMessages,
			dossierMessages,
			holderMessages,
			ideasMessages,
			officeIdeasMessages,
			nearMessages,
			needsMessages,
			reservationsMessages,
			officeNeedsMessages,
			partnersMessages,
			placeMessages,
			presentMessages,
			projectListMessages,
			projectsMessages,
			readingMessages,
			supportMessages,
			tableMessages,
			territoryMessages,
			sendMessages,
			officeImportMessages,
			officeMessages,
			officeReleasesMessages,
			feedbackLinkMessages,
			feedbackMessages,
			officeFeedbackMessages,
			officeQualityMessages,
			workbookMessages,
			tourMessages,
			variablesMessages,
			workshopMessages,
			workspaceMessages
		].map((messages) => messages(language))
	);
	return Object.assign({}, screen, ...more) as Messages;
}

/** The texts of a selected place in one language. */
export async function placeMessages(language: Language): Promise<typeof place> {
	switch (language) {
		case 'ar':
			return (await import('./messages/place/ar.json')).default;
		case 'fr':
			return (await import('./messages/place/fr.json')).default;
		case 'en':
			return (await import('./messages/place/en.json')).default;
	}
}

async function screenMessages(language: Language): Promise<typeof reference> {
	switch (language) {
		case 'ar':
			return (await import('./messages/ar.json')).default;
		case 'fr':
			return (await import('./messages/fr.json')).default;
		case 'en':
			return (await import('./messages/en.json')).default;
	}
}

async function readingMessages(language: Language): Promise<typeof reading> {
	switch (language) {
		case 'ar':
			return (await import('./messages/reading/ar.json')).default;
		case 'fr':
			return (await import('./messages/reading/fr.json')).default;
		case 'en':
			return (await import('./messages/reading/en.json')).default;
	}
}

/** A translator over `messages`. A message with arguments is made ready when first used, and parsed if the build has not done it. */
export function translator(language: Language, messages: Messages): Translate {
	const ready = new Map<MessageKey, IntlMessageFormat>();
	return (key, params) => {
		const message = messages[key];
		if (typeof message === 'string' && !message.includes('{')) return message;
		let format = ready.get(key);
		if (!format) {
			format = new IntlMessageFormat(message, LOCALES[language], undefined, { ignoreTag: true });
			ready.set(key, format);
		}
		return String(format.format(params));
	};
}
