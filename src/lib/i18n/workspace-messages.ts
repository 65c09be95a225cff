import type { Language } from '#lib/core/text/text.ts';
import type shell from './messages/workspace/ar.json';
import type exporting from './messages/workspace-export/ar.json';
import type own from './messages/workspace-own/ar.json';
import type share from './messages/workspace-share/ar.json';
import type style from './messages/workspace-style/ar.json';
import type table from './messages/workspace-table/ar.json';
import type tools from './messages/workspace-tools/ar.json';

/** Every text of the workspace. */
export type WorkspaceMessages = typeof shell & typeof exporting & typeof own & typeof share & typeof style & typeof table & typeof tools;

/** The texts of the workspace in one language; files of their own, because no other page says them. */
export async function workspaceMessages(language: Language): Promise<WorkspaceMessages> {
	const parts = await Promise.all(partsIn(language));
	return Object.assign({}, ...parts.map((part) => part.default)) as WorkspaceMessages;
}

/** Spelled out per language, so that the build makes one set of files for each. */
function partsIn(language: Language): readonly Promise<{ readonly default: object }>[] {
	switch (language) {
		case 'ar':
			return [
				import('./messages/workspace/ar.json'),
				import('./messages/workspace-export/ar.json'),
				import('./messages/workspace-own/ar.json'),
				import('./messages/workspace-share/ar.json'),
				import('./messages/workspace-style/ar.json'),
				import('./messages/workspace-table/ar.json'),
				import('./messages/workspace-tools/ar.json')
			];
		case 'fr':
			return [
				import('./messages/workspace/fr.json'),
				import('./messages/workspace-export/fr.json'),
				import('./messages/workspace-own/fr.json'),
				import('./messages/workspace-share/fr.json'),
				import('./messages/workspace-style/fr.json'),
				import('./messages/workspace-table/fr.json'),
				import('./messages/workspace-tools/fr.json')
			];
		case 'en':
			return [
				import('./messages/workspace/en.json'),
				import('./messages/workspace-export/en.json'),
				import('./messages/workspace-own/en.json'),
				import('./messages/workspace-share/en.json'),
				import('./messages/workspace-style/en.json'),
				import('./messages/workspace-table/en.json'),
				import('./messages/workspace-tools/en.json')
			];
	}
}
