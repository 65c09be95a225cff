import type { Language } from '#lib/core/text/text.ts';
import type calculator from './messages/calculator/ar.json';

/** The texts of the calculator and its charts in one language; a file of their own, because only a project sheet says them. */
export async function calculatorMessages(language: Language): Promise<typeof calculator> {
	switch (language) {
		case 'ar':
			return (await import('./messages/calculator/ar.json')).default;
		case 'fr':
			return (await import('./messages/calculator/fr.json')).default;
		case 'en':
			return (await import('./messages/calculator/en.json')).default;
	}
}
