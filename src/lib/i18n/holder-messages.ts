import type { Language } from '#lib/core/text/text.ts';
import type holder from './messages/holder/ar.json';

/** The texts of the pages for project holders in one language; a file of their own, because no other page says them. */
export async function holderMessages(language: Language): Promise<typeof holder> {
	switch (language) {
		case 'ar':
			return (await import('./messages/holder/ar.json')).default;
		case 'fr':
			return (await import('./messages/holder/fr.json')).default;
		case 'en':
			return (await import('./messages/holder/en.json')).default;
	}
}
