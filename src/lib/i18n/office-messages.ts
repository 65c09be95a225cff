import type { Language } from '#lib/core/text/text.ts';
import type office from './messages/office/ar.json';

/** The texts of the back office in one language; a file of their own, because few pages say them. */
export async function officeMessages(language: Language): Promise<typeof office> {
	switch (language) {
		case 'ar':
			return (await import('./messages/office/ar.json')).default;
		case 'fr':
			return (await import('./messages/office/fr.json')).default;
		case 'en':
			return (await import('./messages/office/en.json')).default;
	}
}
