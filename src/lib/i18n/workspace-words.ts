import type { Language } from '#lib/core/text/text.ts';
import { addMessages } from './words.ts';
import { workspaceMessages } from './workspace-messages.ts';

/** Adds the texts of the workspace to the words of `language`. */
export const needWorkspaceWords = (language: Language): Promise<void> => addMessages(language, workspaceMessages);
