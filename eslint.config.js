import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const message = 'core is pure: pass it in as an argument.';
const IMPURE = [
	'window',
	'document',
	'navigator',
	'location',
	'localStorage',
	'sessionStorage',
	'indexedDB',
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'Worker',
	'process',
	'Buffer',
	'setTimeout',
	'setInterval',
	'setImmediate',
	'queueMicrotask',
	'requestAnimationFrame',
	'performance',
	'crypto'
];

/** Pure reading of the language only: what a component shows is not decided by the clock of the machine. */
const CLOCK = [
	{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message },
	{ selector: 'CallExpression[callee.name="Date"]', message }
];

/** Sizes the style guide gives as a guide; the core and the server keep them. */
const sizes = (level) => ({
	'max-lines': [level, { max: 300, skipBlankLines: true, skipComments: true }],
	'max-lines-per-function': [level, { max: 60, skipBlankLines: true, skipComments: true }],
	complexity: [level, 10]
});

const EXPORTED_FUNCTION = [
	'ExportNamedDeclaration:has(> FunctionDeclaration)',
	'ExportNamedDeclaration:has(> ClassDeclaration)',
	'ExportNamedDeclaration:has(> VariableDeclaration > VariableDeclarator > ArrowFunctionExpression)'
].join(', ');

/** Says that an exported function has no docstring: what is returned, its unit, its edge cases (style rule 18). */
const docstring = {
	meta: {
		type: 'suggestion',
		schema: [],
		messages: { missing: 'Say in a docstring (/** … */) what this returns, its unit and its edge cases.' }
	},
	create(context) {
		const isDocstring = (comment) => comment.type === 'Block' && comment.value.startsWith('*');
		/** The implementation of an overloaded function shares the docstring of its first signature. */
		const isOverload = (node) => {
			const siblings = node.parent.body;
			return siblings[siblings.indexOf(node) - 1]?.declaration?.type === 'TSDeclareFunction';
		};
		return {
			[EXPORTED_FUNCTION](node) {
				if (context.sourceCode.getCommentsBefore(node).some(isDocstring) || isOverload(node)) return;
				context.report({ node, loc: node.loc.start, messageId: 'missing' });
			}
		};
	}
};

/**
 * dependency-cruiser reads what a component compiles to, and types are gone by then.
 * So what a component may not import even as a type is said here; everything else is in .dependency-cruiser.cjs.
 */
const componentImports = (files, folders, because) => ({
	files,
	rules: {
		'no-restricted-imports': ['error', { patterns: [{ regex: `(^#lib|/lib|^\\.\\.)/(${folders})(/|$)`, message: because }] }]
	}
});

export default defineConfig(
	globalIgnores(['build', '.svelte-kit', '.cache', 'data', 'static', 'test-results', 'playwright-report', '**/*.cjs']),
	ts.configs.strict,
	svelte.configs.recommended,
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	{
		plugins: { furas: { rules: { docstring } } },
		rules: {
			...sizes('warn'),
			eqeqeq: 'error',
			'no-else-return': ['error', { allowElseIf: false }],
			'no-var': 'error',
			'prefer-const': 'error',
			'object-shorthand': 'error',
			'no-warning-comments': ['error', { terms: ['fixme', 'xxx', 'hack'] }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			// An index that a loop has bounded is the one honest `!` under noUncheckedIndexedAccess.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// Kit's own route resolution needs routes known at compile time; links here are formatted by #lib/view.
			'svelte/no-navigation-without-resolve': 'off',
			// A cache is a Map that nothing on screen follows.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{ files: ['**/*.svelte'], rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' } },
	{ files: ['src/lib/core/**/*.ts', 'src/lib/server/**/*.ts'], rules: { ...sizes('error'), 'furas/docstring': 'error' } },
	{
		files: ['src/lib/core/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-console': 'error',
			'no-restricted-globals': ['error', ...IMPURE.map((name) => ({ name, message }))],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random', message },
				{ object: 'Date', property: 'now', message },
				{ object: 'globalThis', message }
			],
			'no-restricted-syntax': ['error', ...CLOCK]
		}
	},
	{
		files: ['src/**'],
		ignores: ['src/lib/core/**', 'src/lib/server/**', '**/*.test.ts'],
		rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] }
	},
	componentImports(['src/lib/{ui,charts}/**/*.svelte'], 'server|map|data|view|worker|routes', 'ui and charts know the core and i18n only.'),
	componentImports(['src/lib/map/**/*.svelte'], 'server|worker|routes', 'the map knows nothing of the server.'),
	componentImports(['src/routes/**/*.svelte'], 'server/db', 'a page sees the types of the API, never the database.'),
	{
		files: ['**/*.test.ts', 'tests/**'],
		rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', 'furas/docstring': 'off' }
	},
	{ files: ['scripts/**'], rules: { 'no-console': 'off' } }
);
