import type { Language } from '#lib/core/text/text.ts';
import type table from './messages/table/ar.json';

/** What is said of a table that cannot be read, in one language; a file of its own, because only an import says it. */
export async function tableMessages(language: Language): Promise<typeof table> {
	switch (language) {
		case 'ar':
			return (await import('./messages/table/ar.json')).default;
		case 'fr':
			return (await import('./messages/table/fr.json')).default;
		case 'en':
			return (await import('./messages/table/en.json')).default;
	}
}
