/**
 * `npm run booklet -- --region MA-03`: the diagnostics of a region and of all its provinces as files, for the annual booklet.
 *
 * --region   code of a region, or `all`
 * --lang     ar, fr, en, or several with commas; all three without it
 * --formats  pdf, pptx, xlsx, csv, html (one file for the whole region), or several with commas; pdf and html without it
 * --vs       whom to compare with: nation (without it), region, alike
 * --out      folder; booklet without it
 * --origin   address readers know the product by, for links and QR codes; without it links have no host
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp, buildData } from './build.ts';
import { startServer } from './production-server.ts';

const FORMATS = ['pdf', 'pptx', 'xlsx', 'csv', 'html'];
const LANGUAGES = ['ar', 'fr', 'en'];

interface Wanted {
	readonly region: string;
	readonly languages: readonly string[];
	readonly formats: readonly string[];
	readonly vs: string;
	readonly out: string;
	readonly origin: string | null;
}

/** What the command line asks for. Throws a sentence that names what it cannot read. */
function wantedOf(args: readonly string[]): Wanted {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		args: [...args],
		options: { region: text, lang: text, formats: text, vs: text, out: text, origin: text }
	});
	const several = (name: 'lang' | 'formats', known: readonly string[], usual: readonly string[]): readonly string[] => {
		const chosen = values[name]?.split(',') ?? usual;
		const unknown = chosen.find((value) => !known.includes(value));
		if (unknown !== undefined) throw new Error(`--${name} takes ${known.join(', ')}; got "${unknown}".`);
		return chosen;
	};
	if (values.region === undefined) throw new Error('Say which region: npm run booklet -- --region MA-03 (or all).');
	return {
		region: values.region,
		languages: several('lang', LANGUAGES, LANGUAGES),
		formats: several('formats', FORMATS, ['pdf', 'html']),
		vs: values.vs ?? 'nation',
		out: values.out ?? 'booklet',
		origin: values.origin ?? null
	};
}

interface Place {
	readonly code: string;
}

async function asked<T>(base: string, path: string): Promise<T> {
	const answer = await fetch(base + path);
	const body = (await answer.json()) as T & { readonly detail?: string };
	if (!answer.ok) throw new Error(body.detail ?? `${path} was answered with ${answer.status}.`);
	return body;
}

const list = async (base: string, query: string): Promise<string[]> =>
	(await asked<{ items: readonly Place[] }>(base, `/territories?${query}`)).items.map(({ code }) => code);

/** Writes one document; its size in bytes. */
async function write(
	base: string,
	{ code, format, language, vs }: Readonly<Record<'code' | 'format' | 'language' | 'vs', string>>,
	folder: string
): Promise<number> {
	const answer = await fetch(`${base}/diagnostics/${code}.${format}?lang=${language}&vs=${vs}`);
	const bytes = Buffer.from(await answer.arrayBuffer());
	if (!answer.ok) throw new Error(`${code}.${format}: ${(JSON.parse(bytes.toString()) as { detail: string }).detail}`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${code}.${format}`), bytes);
	return bytes.length;
}

/** All documents of the regions asked for, one after the other: the writing of each fills one core. */
async function booklet(base: string, { region, languages, formats, vs, out }: Wanted): Promise<void> {
	const regions = region === 'all' ? await list(base, 'level=region') : [region];
	for (const code of regions) {
		const provinces = await list(base, `parent=${encodeURIComponent(code)}`);
		for (const language of languages) {
			const started = performance.now();
			const folder = join(out, code, language);
			let [files, bytes] = [0, 0];
			for (const format of formats) {
				// One file of a region holds its provinces.
				for (const place of format === 'html' ? [code] : [code, ...provinces]) {
					bytes += await write(base, { code: place, format, language, vs }, folder);
					files++;
				}
			}
			console.log(`${folder}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${((performance.now() - started) / 1000).toFixed(1)} s`);
		}
	}
}

try {
	const wanted = wantedOf(process.argv.slice(2));
	if (!buildData() || !buildApp()) throw new Error('The build failed (see above), so nothing was written.');
	const server = await startServer(wanted.origin === null ? {} : { ORIGIN: wanted.origin });
	try {
		await booklet(`http://127.0.0.1:${server.port}/api/v1`, wanted);
	} finally {
		await server.stop();
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
