import type { Language } from '#lib/core/text/text.ts';
import type officeFeedback from './messages/office-feedback/ar.json';

/** The texts of feedback and claims in the office in one language; a file of their own: no other page says them. */
export async function officeFeedbackMessages(language: Language): Promise<typeof officeFeedback> {
	switch (language) {
		case 'ar':
			return (await import('./messages/office-feedback/ar.json')).default;
		case 'fr':
			return (await import('./messages/office-feedback/fr.json')).default;
		case 'en':
			return (await import('./messages/office-feedback/en.json')).default;
	}
}
