import type { RegisterStatus } from '#lib/core/register/field.ts';
import type { EntryColumns } from './schema/register.ts';

/** What the register holds of a cooperative: a legal entity, no person. */
export interface EntryFields {
	/** The number under which its authority holds it. */
	readonly number: string | null;
	readonly name: string;
	readonly nameAr: string | null;
	readonly nameFr: string | null;
	/** Code of its branch, and its activity in the words of the register. */
	readonly branch: string | null;
	readonly activity: string | null;
	readonly chain: string | null;
	readonly commune: string | null;
	readonly province: string | null;
	readonly region: string | null;
	/** [longitude, latitude] in degrees. */
	readonly position: readonly [number, number] | null;
	/** Year of creation, and the day where it is told. */
	readonly year: number | null;
	readonly createdOn: string | null;
	readonly members: number | null;
	readonly women: number | null;
	readonly men: number | null;
	readonly youth: number | null;
	readonly status: RegisterStatus | null;
	readonly womenOnly: boolean | null;
}

/** Columns that rows and entries have in common, in the order they are written. */
export const ENTRY_COLUMNS = [
	'number',
	'name',
	'name_ar',
	'name_fr',
	'branch',
	'activity',
	'chain',
	'commune',
	'province',
	'region',
	'lat',
	'lon',
	'year',
	'created_on',
	'members',
	'women',
	'men',
	'youth',
	'status',
	'women_only'
] as const satisfies readonly (keyof EntryColumns)[];

/** The fields in a row of a table. */
export const fieldsOf = (row: EntryColumns): EntryFields => ({
	number: row.number,
	name: row.name,
	nameAr: row.name_ar,
	nameFr: row.name_fr,
	branch: row.branch,
	activity: row.activity,
	chain: row.chain,
	commune: row.commune,
	province: row.province,
	region: row.region,
	position: row.lon === null || row.lat === null ? null : [row.lon, row.lat],
	year: row.year,
	createdOn: row.created_on,
	members: row.members,
	women: row.women,
	men: row.men,
	youth: row.youth,
	status: row.status as RegisterStatus | null,
	womenOnly: row.women_only === null ? null : row.women_only === 1
});

/** The columns that hold the fields. */
export const columnsOf = (fields: EntryFields): EntryColumns => ({
	number: fields.number,
	name: fields.name,
	name_ar: fields.nameAr,
	name_fr: fields.nameFr,
	branch: fields.branch,
	activity: fields.activity,
	chain: fields.chain,
	commune: fields.commune,
	province: fields.province,
	region: fields.region,
	lat: fields.position?.[1] ?? null,
	lon: fields.position?.[0] ?? null,
	year: fields.year,
	created_on: fields.createdOn,
	members: fields.members,
	women: fields.women,
	men: fields.men,
	youth: fields.youth,
	status: fields.status,
	women_only: fields.womenOnly === null ? null : Number(fields.womenOnly)
});
