import { zipOf, type ZipPart } from './zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A sheet by name: its XML, or the XML of its rows. */
export interface SheetXml {
	readonly name: string;
	readonly rows?: string;
	readonly xml?: string;
	readonly after?: string;
	readonly state?: 'hidden';
	readonly target?: string;
	readonly mode?: 'External';
}

/** A workbook as a spreadsheet writes it, with the parts that a case wants otherwise. */
export interface WorkbookXml {
	readonly sheets: readonly SheetXml[];
	readonly strings?: string;
	readonly styles?: string;
	readonly workbook?: string;
	readonly contentTypes?: string;
	/** Parts besides, or instead of those of the same name. */
	readonly parts?: readonly ZipPart[];
}

const relation = (id: string, type: string, target: string, mode?: string): string =>
	`<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`;

/** The parts of a workbook, not packed yet. */
export function partsOf({ sheets, strings, styles, workbook, contentTypes, parts = [] }: WorkbookXml): ZipPart[] {
	const names = sheets.map(
		({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"${state ? ` state="${state}"` : ''}/>`
	);
	const targets = sheets.map(({ target, mode }, i) => relation(`s${i}`, 'worksheet', target ?? `worksheets/sheet${i + 1}.xml`, mode));
	const own: ZipPart[] = [
		{
			name: '[Content_Types].xml',
			data: contentTypes ?? `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
		},
		{
			name: '_rels/.rels',
			data: `${XML}<Relationships xmlns="${RELATIONS}">${relation('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`
		},
		{
			name: 'xl/workbook.xml',
			data: workbook ?? `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			data: `${XML}<Relationships xmlns="${RELATIONS}">${targets.join('')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`
		},
		...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: `${XML}<sst xmlns="${MAIN}">${strings}</sst>` }]),
		...(styles === undefined ? [] : [{ name: 'xl/styles.xml', data: `${XML}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }]),
		...sheets.flatMap(({ rows = '', xml, after = '', target }, i): ZipPart[] =>
			target ? [] : [{ name: `xl/worksheets/sheet${i + 1}.xml`, data: xml ?? sheetXml(rows, after) }]
		)
	];
	const replaced = new Set(parts.map(({ name }) => name));
	return [...own.filter(({ name }) => !replaced.has(name)), ...parts];
}

/** A workbook as one file. */
export const workbookOf = (workbook: WorkbookXml): Buffer => zipOf(partsOf(workbook));

/** The XML of a sheet with these rows. */
export const sheetXml = (rows: string, after = ''): string =>
	`${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A row of texts written in place, without addresses. */
export const rowXml = (cells: readonly string[]): string =>
	`<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

/** The rows of a small good table. */
export const GOOD = rowXml(['Nom', 'Commune']) + rowXml(['Tafilalt', 'Er-Rachidia']);
