import type { Language } from '#lib/core/text/text.ts';
import type dossier from './messages/dossier/ar.json';

/** The texts of the printed dossier in one language; a file of their own, because only the server says them. */
export async function dossierMessages(language: Language): Promise<typeof dossier> {
	switch (language) {
		case 'ar':
			return (await import('./messages/dossier/ar.json')).default;
		case 'fr':
			return (await import('./messages/dossier/fr.json')).default;
		case 'en':
			return (await import('./messages/dossier/en.json')).default;
	}
}
