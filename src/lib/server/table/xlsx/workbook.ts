import { posix } from 'node:path';
import type { TableLimits } from '../limits.ts';
import { TableProblem } from '../table-problem.ts';
import type { Package } from './package.ts';
import { readWholeXml, type Attributes } from './xml.ts';

/** A sheet of a workbook. */
export interface SheetPart {
	readonly name: string;
	/** Name of its part; null when the workbook leads nowhere. */
	readonly part: string | null;
	readonly isHidden: boolean;
}

/** What a workbook says about itself. */
export interface Workbook {
	readonly sheets: readonly SheetPart[];
	readonly sharedStrings: string | null;
	readonly styles: string | null;
	/** Whether days are counted from 1904 on, as old Macintosh workbooks do. */
	readonly from1904: boolean;
}

interface Relation {
	readonly type: string;
	/** Null for what lies outside the file: it is never fetched. */
	readonly target: string | null;
}

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

/** The workbook in a package. Throws a `TableProblem` for other documents, for workbooks with macros, and for binary ones. */
export async function workbookOf(zip: Package, limits: TableLimits): Promise<Workbook> {
	if (zip.names.size === 0) throw new TableProblem({ kind: 'empty' });
	await refuseOthers(zip, limits);
	const root = [...(await relationsOf(zip, '', limits)).values()].find(({ type }) => type.endsWith('/officeDocument'));
	const part = root?.target ?? 'xl/workbook.xml';
	if (/^(word|ppt)\//.test(part)) throw new TableProblem({ kind: 'other-document' });
	if (!zip.names.has(part)) throw new TableProblem({ kind: 'archive' });
	return readWorkbook(zip, part, limits);
}

/** Tells documents that are no workbook, and workbooks that are not read, by the parts they have. */
async function refuseOthers(zip: Package, limits: TableLimits): Promise<void> {
	if (zip.names.has('mimetype')) {
		const type = await startOf(zip, 'mimetype');
		throw new TableProblem({ kind: type.startsWith(SPREADSHEET) ? 'ods' : 'other-document' });
	}
	if (zip.names.has('xl/workbook.bin')) throw new TableProblem({ kind: 'xlsb' });
	const hasProgram = [...zip.names].some((name) => /vbaProject\.bin$/i.test(name));
	if (hasProgram || (await hasMacroType(zip, limits))) throw new TableProblem({ kind: 'macro' });
}

async function readWorkbook(zip: Package, part: string, limits: TableLimits): Promise<Workbook> {
	const relations = await relationsOf(zip, part, limits);
	const sheets: SheetPart[] = [];
	let from1904 = false;
	let root = '';
	const open = (name: string, at: Attributes): void => {
		root ||= name;
		if (name === 'workbookPr') from1904 = ['1', 'true'].includes(at['date1904'] ?? '');
		if (name !== 'sheet') return;
		if (sheets.length >= limits.entries) throw new TableProblem({ kind: 'damaged', text: part });
		const id = Object.keys(at).find((key) => key.endsWith(':id'));
		const relation = relations.get(at[id ?? ''] ?? '');
		// Sheets of charts and of dialogs have no cells.
		if (!relation || relation.type.endsWith('/worksheet')) sheets.push(sheetPart(at, relation));
	};
	await readWholeXml(part, zip.bytes(part), { open }, limits);
	if (root !== 'workbook') throw new TableProblem({ kind: 'damaged', text: part });
	const partOf = (type: string): string | null => {
		const target = [...relations.values()].find((relation) => relation.type.endsWith(type))?.target;
		return target && zip.names.has(target) ? target : null;
	};
	return { sheets, sharedStrings: partOf('/sharedStrings'), styles: partOf('/styles'), from1904 };
}

function sheetPart({ name = '', state = 'visible' }: Attributes, relation: Relation | undefined): SheetPart {
	return { name, part: relation?.target ?? null, isHidden: state !== 'visible' };
}

/** What a part leads to, by id; '' is the package itself. No relations, no file of them: an empty map. */
async function relationsOf(zip: Package, part: string, limits: TableLimits): Promise<ReadonlyMap<string, Relation>> {
	const folder = posix.dirname(part);
	const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
	const relations = new Map<string, Relation>();
	if (!zip.names.has(file)) return relations;
	const open = (name: string, at: Attributes): void => {
		if (name !== 'Relationship' || relations.size >= limits.entries) return;
		const target = at['Target'] ?? '';
		const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
		relations.set(at['Id'] ?? '', { type: at['Type'] ?? '', target: at['TargetMode'] === 'External' ? null : inside });
	};
	await readWholeXml(file, zip.bytes(file), { open }, limits);
	return relations;
}

async function hasMacroType(zip: Package, limits: TableLimits): Promise<boolean> {
	const part = '[Content_Types].xml';
	if (!zip.names.has(part)) return false;
	let found = false;
	const open = (_: string, at: Attributes): void => {
		found ||= /macroEnabled|vbaProject/i.test(at['ContentType'] ?? '');
	};
	await readWholeXml(part, zip.bytes(part), { open }, limits);
	return found;
}

async function startOf(zip: Package, name: string): Promise<string> {
	for await (const chunk of zip.bytes(name)) return chunk.subarray(0, 200).toString('latin1');
	return '';
}
