import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkedTable, checkForeignKeys } from './check-table.ts';
import { checkSources } from './check-sources.ts';
import { readPackage, type DataPackage } from './package.ts';

/**
 * The package under `root` after every table was checked against its schema and every folder against its source.
 * Throws one sentence that names file, row and value on the first fault.
 */
export function checkData(root: string): DataPackage {
	const described = readPackage(root);
	checkSources(root, described);
	const tables = new Map(
		described.resources.flatMap((resource) => {
			if (resource.schema) return [[resource.name, checkedTable(root, resource, resource.schema)] as const];
			JSON.parse(readFileSync(join(root, resource.path), 'utf8')); // no table: it must at least be whole
			return [];
		})
	);
	for (const table of tables.values()) checkForeignKeys(table, tables);
	return described;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const root = join(import.meta.dirname, '../../data');
	const { resources } = checkData(root);
	const { readRecords } = await import('./read.ts');
	const { checkRecords } = await import('./expectations.ts');
	const records = readRecords(root);
	checkRecords(root, records);
	const { METHOD_FOLDER, readMethod } = await import('./method.ts');
	const { scoredIndicators } = await import('./tables.ts');
	const { readProjectBank } = await import('./projects/bank.ts');
	readProjectBank(root, records, new Set(scoredIndicators(readMethod(join(root, METHOD_FOLDER)))));
	console.log(`${resources.length} files, ${records.territories.length} territories, ${records.values.length} figures: as described, totals as published.`);
}
