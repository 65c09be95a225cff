import type { Language } from '#lib/core/text/text.ts';
import type send from './messages/send/ar.json';

/** The texts of what the public sends and follows in one language; a file of their own, because few pages say them. */
export async function sendMessages(language: Language): Promise<typeof send> {
	switch (language) {
		case 'ar':
			return (await import('./messages/send/ar.json')).default;
		case 'fr':
			return (await import('./messages/send/fr.json')).default;
		case 'en':
			return (await import('./messages/send/en.json')).default;
	}
}
