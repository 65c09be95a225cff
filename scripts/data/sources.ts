import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '#lib/core/indicator/indicator.ts';
import { rowsOf, textsOf } from './rows.ts';

/** Folders whose source is cited by the records, in the order readers see them. */
export const FOLDERS = {
	census: 'facts/hcp/rgph/2024',
	establishments: 'facts/hcp/establishments/2024',
	poverty: 'facts/hcp/poverty-map/2014',
	points: 'facts/osm/points/2026',
	seats: 'facts/geonames/seats/2026',
	indicators: 'facts/furas/indicators/2026',
	press: 'facts/furas/press/2026',
	potentials: 'facts/furas/potentials/2026',
	sectors: 'facts/furas/sectors/2026',
	cooperatives: 'facts/furas/cooperatives/2026',
	projects: 'facts/furas/projects/2026',
	models: 'bank/models/2026',
	projectRules: 'bank/projects/2026'
} as const;

/** What a `source.json` says about the tables beside it. */
export interface SourceFile extends Source {
	readonly year: string;
	readonly retrieved: string;
	/** SHA-256 per table, hexadecimal. */
	readonly tables: Readonly<Record<string, string>>;
}

/** The parsed `source.json` of a folder under `root`. */
export const sourceFile = (root: string, folder: string): SourceFile => JSON.parse(readFileSync(join(root, folder, 'source.json'), 'utf8')) as SourceFile;

/** The sources of all tables, then one per article for the figures known through the press. */
export function readSources(root: string): Source[] {
	const folders = Object.values(FOLDERS).map((folder) => {
		const { id, publisher, title, url, licence, credit } = sourceFile(root, folder);
		return { id, publisher, title, url, licence, credit };
	});
	const press = rowsOf(root, `${FOLDERS.press}/press_sources.csv`).map((row) => ({
		id: row.text('id'),
		publisher: row.text('publisher'),
		title: row.text('title'),
		url: row.optional('url'),
		licence: row.text('licence'),
		credit: textsOf(row, 'credit')
	}));
	return [...folders, ...press];
}
