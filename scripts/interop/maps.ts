import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORIENTATIONS, PAPERS, pixelsOf, sheetOf, type Orientation, type Paper } from '#lib/drawing/print/paper.ts';
import { svgPng } from '#lib/server/report/svg-png.ts';
import { startServer } from '../production-server.ts';
import type { Checked } from './checked.ts';

/** Maps of the workspace in both languages of the country: colours, two variables at once, circles; the communes once. */
const MAPS = [
	{ name: 'choropleth', query: 'of=indicator:unemployment_rate', territories: 75 },
	{ name: 'bivariate', query: 'of=need&by=score:honey&kind=bivariate', territories: 75 },
	{ name: 'symbols', query: 'of=people&kind=symbols', territories: 75 },
	{ name: 'communes', query: 'of=indicator:unemployment_rate&level=commune', territories: 1503 }
] as const;
const LANGUAGES = ['ar', 'fr'] as const;
/** Where the product is said to be served: only then a page has a code. */
const ORIGIN = 'https://furas.example';

interface Asked {
	readonly language: (typeof LANGUAGES)[number];
	readonly map: (typeof MAPS)[number];
	readonly paper: Paper;
	readonly orientation: Orientation;
}

/** True where poppler's programs are installed. */
export const hasPoppler = (): boolean => spawnSync('pdftotext', ['-v']).error === undefined;

/** Are printed maps of the size they claim, on one page, with their letters in them, and can everything they say be read again? */
export async function checkMaps(folder: string): Promise<readonly Checked[]> {
	const server = await startServer({ ORIGIN });
	const cases = LANGUAGES.flatMap((language) =>
		PAPERS.flatMap((paper) => ORIENTATIONS.flatMap((orientation) => MAPS.map((map): Asked => ({ language, map, paper, orientation }))))
	);
	const checked: Checked[] = [];
	try {
		for (const asked of cases) {
			const { language, map, paper, orientation } = asked;
			const name = `map ${map.name} ${language} ${paper} ${orientation}`;
			const read = async (format: string): Promise<Uint8Array> => {
				const query = `${map.query}&paper=${paper}&orientation=${orientation}&scale=1`;
				const answer = await fetch(`http://127.0.0.1:${server.port}/${language}/workspace/map.${format}?${query}`);
				if (!answer.ok) throw new Error(`${name}: ${format} was refused with status ${answer.status}.`);
				return new Uint8Array(await answer.arrayBuffer());
			};
			const svg = new TextDecoder().decode(await read('svg'));
			const file = join(folder, `${name.replaceAll(' ', '-')}.pdf`);
			writeFileSync(file, await read('pdf'));
			checked.push({
				name,
				problems: [...problemsOfSvg(svg, asked), ...problemsOfPdf(file, svg, asked), ...problemsOfPng(await read('png'), asked)]
			});
		}
	} finally {
		await server.stop();
	}
	return checked;
}

/** Lines of text of a page, without those that the map itself carries. */
const linesOf = (svg: string): string[] =>
	[...svg.matchAll(/<text [^>]*xml:lang="\w+">([^<]*)<\/text>/g)].map(([, text]) =>
		text!.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
	);

/** What stands on every printed map, and is no text. */
const DRAWN = ['data-part="code"', 'data-scale=', 'data-code='];

function problemsOfSvg(svg: string, { paper, orientation, map }: Asked): string[] {
	const { width, height } = sheetOf(paper, orientation);
	const problems = DRAWN.filter((part) => !svg.includes(part)).map((part) => `the drawing has no ${part}`);
	if (!svg.includes(`width="${width}mm" height="${height}mm"`)) problems.push('the drawing has another size than its paper');
	if (/graticule|data-inset/.test(svg)) problems.push('the drawing has a graticule, or an inset of what it shows anyway');
	const numbers = linesOf(svg).map((text) => Number(text.replaceAll(/[\s\u202f.\u2066-\u2069]/g, '')));
	const rows = new Set([...svg.matchAll(/<rect data-row="(\d+)"/g)].map(([, row]) => row));
	if (!numbers.includes(map.territories)) problems.push(`no legend adds up to ${map.territories}`);
	if (!addsUp(numbers.filter(Number.isInteger), map.territories, rows.size)) problems.push('the counts of the legend do not add up');
	try {
		svgPng(svg, 300);
	} catch (error) {
		problems.push(`resvg: ${String(error)}`);
	}
	return problems;
}

/** True when the counts of the rows stand before the total that they come to. */
const addsUp = (numbers: readonly number[], total: number, rows: number): boolean =>
	numbers.some(
		(value, end) => value === total && end >= rows && numbers.slice(end - rows, end).reduce((sum, count) => sum + count, 0) === total
	);

const MM_PER_POINT = 25.4 / 72;

function problemsOfPdf(file: string, svg: string, { paper, orientation }: Asked): string[] {
	const problems: string[] = [];
	const info = read('pdfinfo', file);
	const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [];
	const sheet = sheetOf(paper, orientation);
	const isOff = (points: string, mm: number): boolean => Math.abs(Number(points) * MM_PER_POINT - mm) > 0.1;
	if (isOff(width, sheet.width) || isOff(height, sheet.height)) problems.push(`the page is ${width} × ${height} points`);
	if (!/Pages:\s+1\n/.test(info)) problems.push('more than one page');
	for (const font of read('pdffonts', file).split('\n').slice(2).filter(Boolean)) {
		if (!/IBMPlexSans\S*\s.*\s+yes\s+\w+\s+yes\s/.test(font)) problems.push(`a font is not embedded: ${font}`);
	}
	const text = lettersOf(read('pdftotext', file, '-'));
	const missing = linesOf(svg).filter((line) => line.split(' ').some((word) => !text.includes(lettersOf(word))));
	if (missing.length > 0) problems.push(`not read again: ${missing.slice(0, 4).join(' | ')}`);
	return problems;
}

/** Letters and digits of a text, in their order: readers of PDF move spaces and signs; vowel marks are not printed. */
const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');

function problemsOfPng(png: Uint8Array, { paper, orientation }: Asked): string[] {
	const view = new DataView(png.buffer, png.byteOffset);
	const { width } = sheetOf(paper, orientation);
	return view.getUint32(16) === pixelsOf(width, 1) ? [] : [`the picture is ${view.getUint32(16)} pixels wide`];
}

function read(program: string, ...args: readonly string[]): string {
	const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
	if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
	return stdout;
}
