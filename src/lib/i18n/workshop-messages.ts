import type { Language } from '#lib/core/text/text.ts';
import type workshop from './messages/workshop/ar.json';

/** The texts of the weights workshop in one language; a file of their own, because no other page says them. */
export async function workshopMessages(language: Language): Promise<typeof workshop> {
	switch (language) {
		case 'ar':
			return (await import('./messages/workshop/ar.json')).default;
		case 'fr':
			return (await import('./messages/workshop/fr.json')).default;
		case 'en':
			return (await import('./messages/workshop/en.json')).default;
	}
}
