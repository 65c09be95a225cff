import type { Language } from '#lib/core/text/text.ts';
import type territory from './messages/territory/ar.json';

/** The texts around a diagnostic, its page and the comparison, in one language; a file of their own, because no other page says them. */
export async function territoryMessages(language: Language): Promise<typeof territory> {
	switch (language) {
		case 'ar':
			return (await import('./messages/territory/ar.json')).default;
		case 'fr':
			return (await import('./messages/territory/fr.json')).default;
		case 'en':
			return (await import('./messages/territory/en.json')).default;
	}
}
