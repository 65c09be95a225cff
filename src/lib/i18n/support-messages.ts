import type { Language } from '#lib/core/text/text.ts';
import type support from './messages/support/ar.json';

/** The texts of funding, training and steps in one language; a file of their own, because few pages say them. */
export async function supportMessages(language: Language): Promise<typeof support> {
	switch (language) {
		case 'ar':
			return (await import('./messages/support/ar.json')).default;
		case 'fr':
			return (await import('./messages/support/fr.json')).default;
		case 'en':
			return (await import('./messages/support/en.json')).default;
	}
}
