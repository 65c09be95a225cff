import type { Language } from '#lib/core/text/text.ts';
import type officeNeeds from './messages/office-needs/ar.json';

/** The texts of the office for needs and projects in progress in one language; a file of their own, because few pages say them. */
export async function officeNeedsMessages(language: Language): Promise<typeof officeNeeds> {
	switch (language) {
		case 'ar':
			return (await import('./messages/office-needs/ar.json')).default;
		case 'fr':
			return (await import('./messages/office-needs/fr.json')).default;
		case 'en':
			return (await import('./messages/office-needs/en.json')).default;
	}
}
