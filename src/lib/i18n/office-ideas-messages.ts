import type { Language } from '#lib/core/text/text.ts';
import type officeIdeas from './messages/office-ideas/ar.json';

/** The texts of the back office about ideas, meetings and juries in one language. */
export async function officeIdeasMessages(language: Language): Promise<typeof officeIdeas> {
	switch (language) {
		case 'ar':
			return (await import('./messages/office-ideas/ar.json')).default;
		case 'fr':
			return (await import('./messages/office-ideas/fr.json')).default;
		case 'en':
			return (await import('./messages/office-ideas/en.json')).default;
	}
}
