import type { Language } from '#lib/core/text/text.ts';
import type feedbackLink from './messages/feedback-link/ar.json';

/** The texts beside a value that can be disputed in one language; a file of their own: they travel with a place and a sheet. */
export async function feedbackLinkMessages(language: Language): Promise<typeof feedbackLink> {
	switch (language) {
		case 'ar':
			return (await import('./messages/feedback-link/ar.json')).default;
		case 'fr':
			return (await import('./messages/feedback-link/fr.json')).default;
		case 'en':
			return (await import('./messages/feedback-link/en.json')).default;
	}
}
