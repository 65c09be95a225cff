import type { Language } from '#lib/core/text/text.ts';
import type workbook from './messages/workbook/ar.json';

/** The words of the workbook of a case in one language, beside those it shares with the calculator; only the server writes them. */
export async function workbookMessages(language: Language): Promise<typeof workbook> {
	switch (language) {
		case 'ar':
			return (await import('./messages/workbook/ar.json')).default;
		case 'fr':
			return (await import('./messages/workbook/fr.json')).default;
		case 'en':
			return (await import('./messages/workbook/en.json')).default;
	}
}
