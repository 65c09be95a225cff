import type { Language } from '#lib/core/text/text.ts';
import type diagnostic from './messages/diagnostic/ar.json';

/** The texts of diagnostics in one language; a file of their own, because few pages say them. */
export async function diagnosticMessages(language: Language): Promise<typeof diagnostic> {
	switch (language) {
		case 'ar':
			return (await import('./messages/diagnostic/ar.json')).default;
		case 'fr':
			return (await import('./messages/diagnostic/fr.json')).default;
		case 'en':
			return (await import('./messages/diagnostic/en.json')).default;
	}
}
