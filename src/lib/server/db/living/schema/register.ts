import type { Generated } from 'kysely';

export interface RegisterTables {
	register_import: ImportRow;
	/** How the columns of a file were used, by the fingerprint of its headers, for the next file of the same shape. */
	register_mapping: { fingerprint: string; mapping: string; updated_at: string };
	/** What a person decided about a text, for the next file that says it again. */
	register_answer: { question: string; text: string; answer: string; updated_at: string };
	import_row: StagedRow;
	register_entry: EntryRow;
	/** Entries that an import found as they were: they rest on it too, so what it found is not undone behind its back. */
	register_seen: { import: string; entry: string };
	/** One row: grows with everything that changes the register, so that a comparison with it knows whether it is outdated. */
	register_head: { id: 1; seq: number };
}

/** One upload. */
export interface ImportRow {
	id: string;
	state: string;
	/** Name of the file as it came. */
	file: string;
	bytes: number;
	/** `csv` or `xlsx`; the sheet of the second. */
	kind: string;
	sheet: string | null;
	/** JSON list; personal columns are named here, their cells are kept nowhere but in the file. */
	headers: string;
	/** JSON list of one use per column. */
	mapping: string;
	/** 1 when the mapping is the one of an earlier file of the same shape. */
	remembered: 0 | 1;
	/** Date of the register, ISO. */
	as_of: string;
	rows_read: number;
	/** About how many rows the file has; null when it cannot be told. */
	rows_about: number | null;
	/** Number of the register the rows were last compared with; null when they have to be compared again. */
	compared_with: number | null;
	/** State it was in when it broke off; null otherwise. */
	broke_in: string | null;
	/** JSON: why the file was refused; null otherwise. */
	fault: string | null;
	/** Number of the register after it was entered; null before. What it did to it stands below. */
	entered_as: number | null;
	added: number | null;
	changed: number | null;
	unchanged: number | null;
	created_by: string | null;
	created_at: string;
	updated_at: string;
}

/** What a row or an entry says of a cooperative: a legal entity, never a person. */
export interface EntryColumns {
	number: string | null;
	name: string;
	name_ar: string | null;
	name_fr: string | null;
	branch: string | null;
	activity: string | null;
	chain: string | null;
	commune: string | null;
	province: string | null;
	region: string | null;
	lat: number | null;
	lon: number | null;
	year: number | null;
	created_on: string | null;
	members: number | null;
	women: number | null;
	men: number | null;
	youth: number | null;
	status: string | null;
	women_only: number | null;
}

/** A row of an import, read and not yet entered. */
export interface StagedRow extends EntryColumns {
	import: string;
	/** Its line in the file, as a spreadsheet counts. */
	line: number;
	state: string;
	/** JSON: the text of its cells by field. Columns left alone are not in it. */
	cells: string;
	/** JSON: what was decided about it. */
	decisions: string;
	/** JSON list of what is wrong with it. */
	problems: string;
	warnings: number;
	/** JSON: communes and chains to choose from, best first. */
	candidates: string;
	/** What it asks, as the text that asks it, so that the same text is answered once; null when it does not ask. */
	ask_place: string | null;
	ask_chain: string | null;
	ask_point: string | null;
	ask_twin: string | null;
	/** The entry of the register it will be. */
	entry: string;
	/** 1 when that entry is there already. */
	known: 0 | 1;
	/** What it says again: `line:<n>` or `entry:<id>`; null for nothing. */
	same_as: string | null;
	/** What it resembles, in the same form. */
	resembles: string | null;
	/** 1 when an answer given to an earlier import was used. */
	recalled: 0 | 1;
}

/** One version of an entry: as it was from `valid_from` until `valid_to`. */
export interface EntryRow extends EntryColumns {
	version: Generated<number>;
	id: string;
	valid_from: string;
	/** Null for the version that counts today. */
	valid_to: string | null;
	/** Id of the import or the correction that began it, and of the one that ended it. */
	made_by: string;
	ended_by: string | null;
}
