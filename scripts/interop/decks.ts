import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readZip } from '#lib/server/report/diagnostic/pptx/zip.ts';
import { startServer } from '../production-server.ts';
import type { Checked } from './checked.ts';
import { showAsPdf } from './libreoffice.ts';

/** A deck per language, of a region and of provinces that have much and little. */
const DECKS = [
	{ code: 'MA-03', language: 'ar' },
	{ code: 'MA-HAJ', language: 'fr' },
	{ code: 'MA-AOU', language: 'en' }
] as const;

interface Deck {
	readonly name: string;
	readonly language: string;
	readonly bytes: Uint8Array;
}

async function decks(): Promise<Deck[]> {
	const server = await startServer();
	try {
		const written: Deck[] = [];
		for (const { code, language } of DECKS) {
			const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/diagnostics/${code}.pptx?lang=${language}`);
			if (!answer.ok) throw new Error(`The slides of ${code} were refused with status ${answer.status}.`);
			written.push({ name: `${code}-${language}`, language, bytes: new Uint8Array(await answer.arrayBuffer()) });
		}
		return written;
	} finally {
		await server.stop();
	}
}

/** Does LibreOffice open our slides, show every one of them with its words, and find charts and tables that can be edited? */
export async function checkDecks(program: string, folder: string): Promise<Checked[]> {
	const all = await decks();
	const paths = all.map(({ name, bytes }) => {
		const path = join(folder, `${name}.pptx`);
		writeFileSync(path, bytes);
		return path;
	});
	showAsPdf(program, paths, folder);
	return all.map((deck) => ({ name: `slides ${deck.name}`, problems: problemsOf(deck, join(folder, `${deck.name}.pdf`)) }));
}

function problemsOf({ language, bytes }: Deck, pdf: string): string[] {
	const files = readZip(bytes);
	const named = (pattern: RegExp): string[] => [...files.keys()].filter((name) => pattern.test(name));
	const slides = named(/^ppt\/slides\/slide\d+\.xml$/).map((name) => files.get(name)!.toString('utf8'));
	const pages = Number(/Pages:\s+(\d+)/.exec(read('pdfinfo', pdf))?.[1] ?? 0);
	const shown = wordsIn(read('pdftotext', pdf, '-'));
	const unseen = slides
		.flatMap((xml) => [...xml.matchAll(/<a:t>([^<]{4,})<\/a:t>/g)].map(([, text]) => text!))
		.filter((text) => !isShown(shown, text));
	return [
		...(pages === slides.length ? [] : [`${slides.length} slides became ${pages} pages`]),
		...(named(/^ppt\/charts\/chart\d+\.xml$/).length > 0 ? [] : ['no native chart']),
		...(slides.some((xml) => xml.includes('<a:tbl>')) ? [] : ['no native table']),
		...(language !== 'ar' || slides.every((xml) => xml.includes('rtl="1"')) ? [] : ['a slide without a line from right to left']),
		...(unseen.length <= MOST_UNSEEN * slides.length ? [] : [`${unseen.length} texts are not shown: ${unseen.slice(0, 5).join(' | ')}`])
	];
}

/** Words that the reader breaks over lines or draws as signs may be missed; more than one on two slides may not. */
const MOST_UNSEEN = 0.5;

/** Words and numbers alone: readers of PDF move spaces and signs of a line that runs from right to left. */
const wordsIn = (text: string): ReadonlySet<string> => new Set((text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []).map(lettersOf));

/** Readers built on poppler take the letters of an Arabic ligature in the wrong order: such a word is known by its letters. */
const lettersOf = (word: string): string => (/[\u0620-\u064a]/.test(word) ? [...word].sort().join('') : word);

function isShown(shown: ReadonlySet<string>, text: string): boolean {
	const words = [...wordsIn(text.replaceAll(/&#?\w+;/g, ' '))].filter((word) => word.length > 2);
	return words.filter((word) => !shown.has(word)).length <= words.length / 2;
}

function read(program: string, ...args: readonly string[]): string {
	const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
	if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
	return stdout;
}
