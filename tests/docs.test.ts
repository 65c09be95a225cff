import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesUnder } from './files.ts';
import { brokenLinks, pages, prose } from './pages.ts';
import { openRelease } from './release.ts';

const sources = filesUnder(['src', 'scripts'])
	.filter((file) => /[.](ts|mjs|svelte)$/.test(file) && !file.includes('.test.'))
	.map((file) => readFileSync(file, 'utf8'))
	.join('\n');

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

test.each(pages)('every relative link of %s leads somewhere', (page) => {
	expect(brokenLinks(page)).toEqual([]);
});

test('every code word of the glossary stands in the code', () => {
	const words = [...prose('docs/glossary.md').matchAll(/^\|(?:[^|]*\|){3} `([^`]+)` \|/gm)].map(([, word]) => word!);
	expect(words.length).toBeGreaterThan(40);
	expect(words.filter((word) => !new RegExp(`\\b${escaped(word)}\\b`).test(sources))).toEqual([]);
});

test('every notion of the glossary has its word in three languages, once', () => {
	const rows = [...prose('docs/glossary.md').matchAll(/^\| (.+) \|$/gm)]
		.map(([, row]) => row!.split(' | '))
		.filter((cells) => cells[3]?.startsWith('`'));
	for (const cells of rows) expect(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).toHaveLength(5);
	for (const column of [0, 1, 2, 3]) {
		const words = rows.map((cells) => cells[column]!);
		expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
	}
});

test.each(pages)('every npm command of %s exists', (page) => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
	const named = [...readFileSync(page, 'utf8').matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
		([, script, short]) => script ?? short!
	);
	expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every script of package.json starts something that exists', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
	const files = Object.values(scripts).flatMap((command) => [...command.matchAll(/\bscripts\/\S+/g)].map(([file]) => file));
	expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('every folder the folder map names exists', () => {
	const folders = [...prose('docs/architecture.md').matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) =>
		[...cell!.matchAll(/`([^`<]+)/g)].map(([, path]) => path!)
	);
	expect(folders.filter((path) => path.includes('/') && !/^data\/(built|living)/.test(path) && !existsSync(path))).toEqual([]);
});

test('every route of the API has its heading in docs/api.md, and every heading its route', async () => {
	const { routes } = await openRelease();
	const api = readFileSync('docs/api.md', 'utf8');
	const documented = [...api.matchAll(/^#+ `(GET|POST) ([^`]+)`/gm)].map(([, method, path]) => `${method} ${path}`);
	expect(documented.toSorted()).toEqual(routes.toSorted());
});

test('every indicator of the release is documented', async () => {
	const { indicators } = await openRelease();
	const text = readFileSync('docs/data.md', 'utf8');
	expect(indicators.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
});
