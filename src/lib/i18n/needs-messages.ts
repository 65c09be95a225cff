import type { Language } from '#lib/core/text/text.ts';
import type needs from './messages/needs/ar.json';

/** The texts of declared needs in one language; a file of their own, because few pages say them. */
export async function needsMessages(language: Language): Promise<typeof needs> {
	switch (language) {
		case 'ar':
			return (await import('./messages/needs/ar.json')).default;
		case 'fr':
			return (await import('./messages/needs/fr.json')).default;
		case 'en':
			return (await import('./messages/needs/en.json')).default;
	}
}
