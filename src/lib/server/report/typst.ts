import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeCompiler, NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler';
import { splitLigatures } from './typst-arabic-font.ts';

/** Families as templates name them; regular and semibold of each are there, and no other font. */
export const LATIN_FONT = 'IBM Plex Sans';
export const ARABIC_FONT = 'IBM Plex Sans Arabic';

const WEIGHTS = ['400Regular', '600SemiBold'] as const;

/** Found from here upwards, from the source and from the built server alike. */
const require = createRequire(import.meta.url);

const fontFile = (name: string, file: string, weight: string): Buffer =>
	readFileSync(require.resolve(`@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`));

const fonts = (): Buffer[] =>
	WEIGHTS.flatMap((weight) => [
		fontFile('ibm-plex-sans', 'IBMPlexSans', weight),
		splitLigatures(fontFile('ibm-plex-sans-arabic', 'IBMPlexSansArabic', weight))
	]);

let compiler: Promise<NodeCompiler> | null = null;

/** The one compiler of the process. It and its fonts take some 60 MB, so they are loaded when the first document is asked for. */
function typst(): Promise<NodeCompiler> {
	compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then((module) =>
		// Templates read no file; a compiler wants a folder all the same.
		module.NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts() }] })
	);
	return compiler;
}

/** Vowel marks: with one of them a PDF of Typst maps the letter under it wrongly, everywhere in the document. Arabic is read without. */
const VOWEL_MARKS = /[\u064b-\u0652\u0670]/g;
/** What may not be in a printed text: control characters, and marks that override the direction of what follows. */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e]/g;

/** `text` as it is printed: composed letters, without vowel marks of Arabic and without what is no text. */
export const printable = (text: string): string => text.normalize('NFC').replace(VOWEL_MARKS, '').replace(UNPRINTABLE, '');

/**
 * A PDF of `template`, Typst code of ours, which finds `data` as JSON in `sys.inputs.data`. What a user typed stays a
 * value: it is never part of the code. Throws a sentence when the template is wrong.
 */
export async function typeset(template: string, data: unknown): Promise<Uint8Array<ArrayBuffer>> {
	const loaded = await typst();
	const json = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value));
	const document = { mainFileContent: template, inputs: { data: json } };
	try {
		return new Uint8Array(loaded.pdf(document));
	} catch (error) {
		throw new Error(`The document could not be typeset: ${problemOf(loaded.compile(document))}.`, { cause: error });
	} finally {
		// What was worked out for one document saves nothing measurable in the next, and holds 80 MB after a hundred.
		loaded.evictCache(0);
	}
}

/** What the compiler says of a template that is wrong. Asked only then: what it compiles is held until the next collection. */
function problemOf(compiled: NodeTypstCompileResult): string {
	const problems: readonly { readonly message: string }[] = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
	return problems.map(({ message }) => message).join('; ');
}
