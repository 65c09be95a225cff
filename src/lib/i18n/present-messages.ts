import type { Language } from '#lib/core/text/text.ts';
import type present from './messages/present/ar.json';

/** The texts of a presentation around its slides in one language; a file of their own, because no other page says them. */
export async function presentMessages(language: Language): Promise<typeof present> {
	switch (language) {
		case 'ar':
			return (await import('./messages/present/ar.json')).default;
		case 'fr':
			return (await import('./messages/present/fr.json')).default;
		case 'en':
			return (await import('./messages/present/en.json')).default;
	}
}
