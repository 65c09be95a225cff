import { readFileSync } from 'node:fs';
import { type AST, parse } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { filesUnder } from './files.ts';

/** Attributes a user reads or hears. */
const SPOKEN = ['title', 'aria-label', 'aria-description', 'aria-roledescription', 'placeholder', 'alt', 'label', 'content'];

/** What is the same in every language: names of the product, of languages in themselves, of formats and keys. */
const SAME_EVERYWHERE = /^(Furas|فُرَص|العربية|Français|English|API|JSON|CSV|Ctrl|OpenAPI|OpenStreetMap|km²?|©|%)$/u;

/** Metadata for machines, not for people. */
const MACHINE_CONTENT = /^(width=|light dark|noindex|summary|website|telephone=|#[0-9a-f]+|index)/;

const components = filesUnder(['src']).filter((file) => file.endsWith('.svelte'));

const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word) && !SAME_EVERYWHERE.test(word));

/** Text in the markup that no message stands behind: text nodes, spoken attributes, strings written into an expression. */
function literalText(source: string): readonly string[] {
	const found: string[] = [];
	const say = (text: string) => {
		if (words(text).length > 0) found.push(text.trim());
	};
	const visit = (node: unknown): void => {
		if (Array.isArray(node)) return node.forEach(visit);
		if (node === null || typeof node !== 'object') return;
		const typed = node as AST.SvelteNode & Record<string, unknown>;
		if (typed.type === 'Text') return say(typed.data);
		if (typed.type === 'Attribute') return attribute(typed);
		// Between braces only a bare string is text: an argument of a function is a key.
		if (typed.type === 'ExpressionTag') return strings(typed.expression).forEach(say);
		if (/Directive$/.test(typed.type)) return;
		Object.entries(typed).forEach(([key, value]) => (key === 'expression' || key === 'test' ? undefined : visit(value)));
	};
	const attribute = ({ name, value }: AST.Attribute): void => {
		if (!SPOKEN.includes(name) || value === true) return;
		for (const part of Array.isArray(value) ? value : [value]) {
			const texts = part.type === 'Text' ? [part.data] : strings(part.expression);
			texts.filter((text) => !(name === 'content' && MACHINE_CONTENT.test(text))).forEach(say);
		}
	};
	visit(parse(source, { modern: true }).fragment);
	return found;
}

/** String values an expression may show: literals and both sides of a choice. */
function strings(expression: { type: string } & object): readonly string[] {
	const node = expression as {
		type: string;
		value?: unknown;
		consequent?: never;
		alternate?: never;
		left?: never;
		right?: never;
		quasis?: { value: { cooked: string } }[];
	};
	if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
	if (node.type === 'TemplateLiteral') return (node.quasis ?? []).map(({ value }) => value.cooked);
	if (node.type === 'ConditionalExpression') return [...strings(node.consequent!), ...strings(node.alternate!)];
	if (node.type === 'LogicalExpression') return [...strings(node.left!), ...strings(node.right!)];
	return [];
}

test.each([
	['<p>Bonjour</p>', ['Bonjour']],
	['<p>{m("nav.map")} — 12 %</p>', []],
	['<p>{open ? "Fermer" : t("open")}</p>', ['Fermer']],
	['<img alt="Carte" /><a title={t("x")} href="/ar">Furas</a>', ['Carte']],
	['{#if a}<b class="big">ترتيب</b>{/if}', ['ترتيب']],
	['<p style:left="{x}px" class:open={"open"}></p>', []],
	['<script>const a = "word";</script><style>p { color: red }</style>', []]
])('text of %s', (source, expected) => {
	expect(literalText(source)).toEqual(expected);
});

test.each(components)('%s says nothing that is not a message', (file) => {
	expect(literalText(readFileSync(file, 'utf8'))).toEqual([]);
});
