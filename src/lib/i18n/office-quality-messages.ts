import type { Language } from '#lib/core/text/text.ts';
import type officeQuality from './messages/office-quality/ar.json';

/** The texts of the quality of the data in one language; a file of their own: no other page says them. */
export async function officeQualityMessages(language: Language): Promise<typeof officeQuality> {
	switch (language) {
		case 'ar':
			return (await import('./messages/office-quality/ar.json')).default;
		case 'fr':
			return (await import('./messages/office-quality/fr.json')).default;
		case 'en':
			return (await import('./messages/office-quality/en.json')).default;
	}
}
