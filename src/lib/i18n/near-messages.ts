import type { Language } from '#lib/core/text/text.ts';
import type near from './messages/near/ar.json';

/** The texts of «near me» and of its reasons in one language; a file of their own, because few pages say them. */
export async function nearMessages(language: Language): Promise<typeof near> {
	switch (language) {
		case 'ar':
			return (await import('./messages/near/ar.json')).default;
		case 'fr':
			return (await import('./messages/near/fr.json')).default;
		case 'en':
			return (await import('./messages/near/en.json')).default;
	}
}
