import type { Language } from '#lib/core/text/text.ts';
import type directory from './messages/directory/ar.json';

/** The texts of the directory of cooperatives in one language; a file of their own, because no other page says them. */
export async function directoryMessages(language: Language): Promise<typeof directory> {
	switch (language) {
		case 'ar':
			return (await import('./messages/directory/ar.json')).default;
		case 'fr':
			return (await import('./messages/directory/fr.json')).default;
		case 'en':
			return (await import('./messages/directory/en.json')).default;
	}
}
