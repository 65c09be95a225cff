/** What a register may say of a cooperative, in the order a page lists it. */
export const REGISTER_FIELDS = [
	'number',
	'name',
	'nameAr',
	'nameFr',
	'branch',
	'activity',
	'commune',
	'communeCode',
	'province',
	'region',
	'lat',
	'lon',
	'position',
	'created',
	'members',
	'women',
	'men',
	'youth',
	'status',
	'womenOnly'
] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];

/** Columns that are left alone: nobody knows them, an address, or data about a person. Their cells are never read. */
export const LEFT_ALONE = ['ignored', 'address', 'personal'] as const;

/** What one column of a file is used for. */
export type ColumnUse = RegisterField | (typeof LEFT_ALONE)[number];

/** One use per column of a file, in the order of its columns. */
export type Mapping = readonly ColumnUse[];

/** Any one of these names a cooperative. */
export const NAME_FIELDS: readonly RegisterField[] = ['name', 'nameAr', 'nameFr'];

const FIELDS: ReadonlySet<string> = new Set(REGISTER_FIELDS);
const USES: ReadonlySet<string> = new Set([...REGISTER_FIELDS, ...LEFT_ALONE]);

/** True when a column of this use is read. */
export const isField = (use: string): use is RegisterField => FIELDS.has(use);

/** True when `use` is something a column can be used for. */
export const isColumnUse = (use: string): use is ColumnUse => USES.has(use);

/** Whether a cooperative works, rests or is struck off, as its register says. */
export const REGISTER_STATUSES = ['active', 'dormant', 'dissolved'] as const;
export type RegisterStatus = (typeof REGISTER_STATUSES)[number];
