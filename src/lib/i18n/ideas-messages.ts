import type { Language } from '#lib/core/text/text.ts';
import type ideas from './messages/ideas/ar.json';

/** The texts of ideas in one language; a file of their own, because few pages say them. */
export async function ideasMessages(language: Language): Promise<typeof ideas> {
	switch (language) {
		case 'ar':
			return (await import('./messages/ideas/ar.json')).default;
		case 'fr':
			return (await import('./messages/ideas/fr.json')).default;
		case 'en':
			return (await import('./messages/ideas/en.json')).default;
	}
}
