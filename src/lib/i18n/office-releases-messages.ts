import type { Language } from '#lib/core/text/text.ts';
import type officeReleases from './messages/office-releases/ar.json';

/** The texts of releases in the back office in one language; a file of their own, because few pages say them. */
export async function officeReleasesMessages(language: Language): Promise<typeof officeReleases> {
	switch (language) {
		case 'ar':
			return (await import('./messages/office-releases/ar.json')).default;
		case 'fr':
			return (await import('./messages/office-releases/fr.json')).default;
		case 'en':
			return (await import('./messages/office-releases/en.json')).default;
	}
}
