import type { Language } from '#lib/core/text/text.ts';
import type list from './messages/project-list/ar.json';
import type projects from './messages/projects/ar.json';

/** The texts of a project sheet in one language; a file of their own, because no other page says them. */
export async function projectsMessages(language: Language): Promise<typeof projects> {
	switch (language) {
		case 'ar':
			return (await import('./messages/projects/ar.json')).default;
		case 'fr':
			return (await import('./messages/projects/fr.json')).default;
		case 'en':
			return (await import('./messages/projects/en.json')).default;
	}
}

/** The texts of the list of project sheets, which is written on the server alone. */
export async function projectListMessages(language: Language): Promise<typeof list> {
	switch (language) {
		case 'ar':
			return (await import('./messages/project-list/ar.json')).default;
		case 'fr':
			return (await import('./messages/project-list/fr.json')).default;
		case 'en':
			return (await import('./messages/project-list/en.json')).default;
	}
}
