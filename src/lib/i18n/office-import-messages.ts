import type { Language } from '#lib/core/text/text.ts';
import type officeImport from './messages/office-import/ar.json';

/** The texts of the register import in one language; a file of their own, because the office alone says them. */
export async function officeImportMessages(language: Language): Promise<typeof officeImport> {
	switch (language) {
		case 'ar':
			return (await import('./messages/office-import/ar.json')).default;
		case 'fr':
			return (await import('./messages/office-import/fr.json')).default;
		case 'en':
			return (await import('./messages/office-import/en.json')).default;
	}
}
