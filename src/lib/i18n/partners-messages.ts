import type { Language } from '#lib/core/text/text.ts';
import type partners from './messages/partners/ar.json';

/** The texts of the directory of partners in one language; a file of their own, because no other page says them. */
export async function partnersMessages(language: Language): Promise<typeof partners> {
	switch (language) {
		case 'ar':
			return (await import('./messages/partners/ar.json')).default;
		case 'fr':
			return (await import('./messages/partners/fr.json')).default;
		case 'en':
			return (await import('./messages/partners/en.json')).default;
	}
}
