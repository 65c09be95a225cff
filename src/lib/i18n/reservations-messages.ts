import type { Language } from '#lib/core/text/text.ts';
import type reservations from './messages/reservations/ar.json';

/** The texts of projects in progress in one language; a file of their own, because few pages say them. */
export async function reservationsMessages(language: Language): Promise<typeof reservations> {
	switch (language) {
		case 'ar':
			return (await import('./messages/reservations/ar.json')).default;
		case 'fr':
			return (await import('./messages/reservations/fr.json')).default;
		case 'en':
			return (await import('./messages/reservations/en.json')).default;
	}
}
