import type { Language } from '#lib/core/text/text.ts';
import type feedback from './messages/feedback/ar.json';

/** The texts of what people write about a value and of claims in one language; a file of their own: they are written on the server alone. */
export async function feedbackMessages(language: Language): Promise<typeof feedback> {
	switch (language) {
		case 'ar':
			return (await import('./messages/feedback/ar.json')).default;
		case 'fr':
			return (await import('./messages/feedback/fr.json')).default;
		case 'en':
			return (await import('./messages/feedback/en.json')).default;
	}
}
