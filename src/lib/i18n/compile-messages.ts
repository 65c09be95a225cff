import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** A message as the app ships it: a plain text as it is, one with arguments as the tree that formatjs reads in it. */
export type CompiledMessage = string | MessageFormatElement[];

/** The tree of an ICU message; a text without arguments is left as it is. Throws what the parser says of a message that is wrong. */
export const compiled = (message: string): CompiledMessage => (message.includes('{') ? parse(message, { ignoreTag: true }) : message);

/** A file of messages, as JSON, with every message compiled; JSON again. */
export function compiledFile(json: string): string {
	const messages = JSON.parse(json) as Record<string, string>;
	return JSON.stringify(Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, compiled(message)])));
}

const FILE = /\/src\/lib\/i18n\/messages\/.*\.json$/;
const PARSER = '@formatjs/icu-messageformat-parser';

/** Vite plugin: the app gets its messages compiled and leaves the parser out. Code that reads the files without Vite parses them on use. */
export const compileMessages = () => ({
	name: 'furas-compile-messages',
	// Before Vite makes a module of the JSON.
	enforce: 'pre' as const,
	config: () => ({ resolve: { alias: { [PARSER]: `${PARSER}/no-parser.js` } } }),
	transform: (code: string, id: string): string | null => (FILE.test(id) ? compiledFile(code) : null)
});
