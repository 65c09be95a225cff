import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#lib/core/text/text.ts';
import type { CompiledMessage } from './compile-messages.ts';
import { LOCALES } from './locales.ts';
import type reference from './messages/ar.json';
import type calculator from './messages/calculator/ar.json';
import type diagnostic from './messages/diagnostic/ar.json';
import type directory from './messages/directory/ar.json';
import type dossier from './messages/dossier/ar.json';
import type holder from './messages/holder/ar.json';
import type near from './messages/near/ar.json';
import type place from './messages/place/ar.json';
import type present from './messages/present/ar.json';
import type projectList from './messages/project-list/ar.json';
import type projects from './messages/projects/ar.json';
import type reading from './messages/reading/ar.json';
import type support from './messages/support/ar.json';
import type territory from './messages/territory/ar.json';
import type workbook from './messages/workbook/ar.json';
import type workshop from './messages/workshop/ar.json';
import { calculatorMessages } from './calculator-messages.ts';
import { diagnosticMessages } from './diagnostic-messages.ts';
import { directoryMessages } from './directory-messages.ts';
import { dossierMessages } from './dossier-messages.ts';
import { holderMessages } from './holder-messages.ts';
import { nearMessages } from './near-messages.ts';
import { presentMessages } from './present-messages.ts';
import { projectListMessages, projectsMessages } from './projects-messages.ts';
import { supportMessages } from './support-messages.ts';
import { territoryMessages } from './territory-messages.ts';
import { workbookMessages } from './workbook-messages.ts';
import { workshopMessages } from './workshop-messages.ts';

/** A key of the messages; Arabic is the reference. */
export type MessageKey =
	| keyof typeof reference
	| keyof typeof calculator
	| keyof typeof diagnostic
	| keyof typeof directory
	| keyof typeof dossier
	| keyof typeof holder
	| keyof typeof near
	| keyof typeof place
	| keyof typeof present
	| keyof typeof projectList
	| keyof typeof projects
	| keyof typeof reading
	| keyof typeof support
	| keyof typeof territory
	| keyof typeof workbook
	| keyof typeof workshop;

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
			nearMessages,
			placeMessages,
			presentMessages,
			projectListMessages,
			projectsMessages,
			readingMessages,
			supportMessages,
			territoryMessages,
			workbookMessages,
			workshopMessages
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
