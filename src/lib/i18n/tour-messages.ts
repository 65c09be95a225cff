import type { Language } from '#lib/core/text/text.ts';
import type tour from './messages/tour/ar.json';

/** The texts of the tour of the map in one language; a file of their own, because no other page says them. */
export async function tourMessages(language: Language): Promise<typeof tour> {
	switch (language) {
		case 'ar':
			return (await import('./messages/tour/ar.json')).default;
		case 'fr':
			return (await import('./messages/tour/fr.json')).default;
		case 'en':
			return (await import('./messages/tour/en.json')).default;
	}
}
