import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LANGUAGES } from '#lib/core/text/text.ts';
import type { DataPackage } from './package.ts';
import { sourceFile, type SourceFile } from './sources.ts';
import { sha256 } from './stamp.ts';

/** Folders whose tables carry a `source.json`; the method gives unit, source and date in every row instead. */
const SOURCED = ['facts', 'bank'];

/** Throws when a folder of tables has no complete `source.json`, a hash differs, or a file is not described. */
export function checkSources(root: string, { resources }: DataPackage): void {
	const described = new Set(resources.map(({ path }) => path));
	for (const path of described) if (!existsSync(join(root, path))) throw new Error(`datapackage.json describes ${path}, which does not exist.`);
	for (const folder of SOURCED.flatMap((name) => tableFolders(root, join(root, name)))) {
		const tables = tablesIn(join(root, folder));
		for (const table of tables) if (!described.has(`${folder}/${table}`)) throw new Error(`${folder}/${table} is not described in datapackage.json.`);
		if (!existsSync(join(root, folder, 'source.json'))) throw new Error(`${folder} has no source.json.`);
		checkSource(folder, sourceFile(root, folder));
		checkHashes(root, folder, tables, sourceFile(root, folder));
	}
}

function checkSource(folder: string, source: SourceFile): void {
	for (const key of ['id', 'publisher', 'title', 'year', 'licence', 'retrieved'] as const) {
		if (!source[key]?.trim()) throw new Error(`${folder}/source.json has no ${key}.`);
	}
	if (source.url === undefined) throw new Error(`${folder}/source.json has no url; null says that there is none.`);
	for (const language of LANGUAGES) if (!source.credit?.[language]?.trim()) throw new Error(`${folder}/source.json has no credit in ${language}.`);
}

function checkHashes(root: string, folder: string, tables: readonly string[], { tables: hashes }: SourceFile): void {
	for (const table of tables) {
		const hash = hashes?.[table];
		if (hash === undefined) throw new Error(`${folder}/source.json has no sha256 of ${table}.`);
		if (hash !== sha256(readFileSync(join(root, folder, table)))) throw new Error(`${folder}/${table} is not the file its source.json describes: sha256 differs.`);
	}
	for (const table of Object.keys(hashes)) if (!tables.includes(table)) throw new Error(`${folder}/source.json names ${table}, which does not exist.`);
}

const tablesIn = (folder: string): string[] => readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name) && name !== 'source.json');

function tableFolders(root: string, folder: string): string[] {
	const below = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap((entry) => tableFolders(root, join(folder, entry.name)));
	return tablesIn(folder).length > 0 || existsSync(join(folder, 'source.json')) ? [relative(root, folder), ...below] : below;
}
