import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Geography } from '#lib/core/geo/geography.ts';
import type { BankRecords } from '#lib/core/release/records.ts';
import type { BuiltFile } from '#lib/core/release/release-file.ts';
import { encodeTable, type Release, type Snapshot } from '#lib/core/release/snapshot.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import { FOLDERS, sourceFile } from './sources.ts';
import { sha256 } from './stamp.ts';
import { scoredIndicators } from './tables.ts';

/** What the browser reads first. Only scored indicators, branches that have chains, and the sources these cite. */
export function snapshotOf(root: string, release: Release, method: Method, records: BankRecords, tables: Readonly<Record<Level, LevelTable>>): Snapshot {
	const scored = new Set(scoredIndicators(method));
	const indicators = records.indicators.filter(({ id }) => scored.has(id));
	const branches = new Set(records.chains.map(({ branch }) => branch));
	const folders = [FOLDERS.points, FOLDERS.seats, FOLDERS.potentials, FOLDERS.cooperatives, FOLDERS.sectors, FOLDERS.models, FOLDERS.projectRules];
	const cited = new Set([...indicators.map(({ source }) => source), ...folders.map((folder) => sourceFile(root, folder).id)]);
	return {
		release,
		method,
		branches: records.branches.filter(({ code }) => branches.has(code)),
		chains: records.chains,
		indicators,
		sources: records.sources.filter(({ id }) => cited.has(id)),
		levels: { region: encodeTable(tables.region), province: encodeTable(tables.province) }
	};
}

/** Writes the JSON files that come from the records into `folder`, beside the geometry. */
export function writeTables(folder: string, snapshot: Snapshot, tables: Readonly<Record<Level, LevelTable>>): void {
	writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(snapshot));
	writeFileSync(join(folder, 'communes.json'), JSON.stringify(encodeTable(tables.commune)));
}

/** Sizes and hashes of the JSON files in `folder`, by name. `release.json` and compressed copies are not among them. */
export function builtFiles(folder: string): Record<string, BuiltFile> {
	const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'release.json');
	const entries = names.sort().map((name) => {
		const bytes = readFileSync(join(folder, name));
		return [name, { bytes: bytes.length, sha256: sha256(bytes) }] as const;
	});
	return Object.fromEntries(entries);
}

/**
 * Eight hexadecimal digits that change with any byte of the files and with any record of the database, whose own bytes
 * depend on the engine and are left out.
 */
export function contentHash(files: Readonly<Record<string, BuiltFile>>, records: BankRecords): string {
	const lines = Object.entries(files).map(([name, file]) => `${name} ${file.sha256}`);
	return sha256([...lines, `records ${sha256(JSON.stringify(records))}`].join('\n')).slice(0, 8);
}

/** Writes `<name>.br` beside every JSON file of `folder`, at the highest quality: built once, sent often. */
export function compress(folder: string): void {
	for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
		const bytes = readFileSync(join(folder, name));
		const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
		writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }));
	}
}

/** The geometry facts that `geography.json` in `folder` holds. */
export const readGeography = (folder: string): Geography => JSON.parse(readFileSync(join(folder, 'geography.json'), 'utf8')) as Geography;
