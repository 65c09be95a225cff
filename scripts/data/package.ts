import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Frictionless Data Package as far as `data/datapackage.json` uses it. */
export interface DataPackage {
	/** Version of the data, "2026.11". */
	readonly version: string;
	/** ISO date of the release. */
	readonly created: string;
	readonly resources: readonly Resource[];
}

/** One file of the package; `schema` is missing for what is no table. */
export interface Resource {
	readonly name: string;
	readonly path: string;
	readonly format: 'csv' | 'json';
	readonly sources: readonly { readonly title: string; readonly path?: string }[];
	readonly licenses: readonly { readonly name: string }[];
	readonly schema?: TableSchema;
}

/** The columns of a table, in order, and what must hold between rows and tables. */
export interface TableSchema {
	readonly fields: readonly Field[];
	readonly primaryKey: string | readonly string[];
	readonly foreignKeys?: readonly { readonly fields: string; readonly reference: { readonly resource: string; readonly fields: string } }[];
}

/** One column. An empty cell is a missing value, whatever the type. */
export interface Field {
	readonly name: string;
	readonly type: FieldType;
	readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}

export type FieldType = 'string' | 'integer' | 'number' | 'date';

/** The package that describes the tables under `root`. Throws when a resource names no source or no licence. */
export function readPackage(root: string): DataPackage {
	const described = JSON.parse(readFileSync(join(root, 'datapackage.json'), 'utf8')) as DataPackage;
	for (const { name, sources, licenses } of described.resources) {
		if (!(sources?.length > 0)) throw new Error(`datapackage.json: resource ${name} has no source.`);
		if (!(licenses?.length > 0)) throw new Error(`datapackage.json: resource ${name} has no licence.`);
	}
	return described;
}
