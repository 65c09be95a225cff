import type { Language } from '#lib/core/text/text.ts';
import type variables from './messages/variables/ar.json';

/** The words that name variables, in one language; a file of their own, because no other page says them. */
export async function variablesMessages(language: Language): Promise<typeof variables> {
	switch (language) {
		case 'ar':
			return (await import('./messages/variables/ar.json')).default;
		case 'fr':
			return (await import('./messages/variables/fr.json')).default;
		case 'en':
			return (await import('./messages/variables/en.json')).default;
	}
}
