import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = [process.env['LIBREOFFICE'], 'soffice', 'libreoffice'].filter((name) => name !== undefined);
const MINUTES = 5;

/** Every sheet as a file of its own, UTF-8, numbers as they are instead of as they are shown. */
const CSV_FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** Calc calculates anew whatever it opens: without it, it believes the results that stand in the file. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** The program, by the name it answers to; null where it is not installed. `LIBREOFFICE` may say where it is. */
export function libreOffice(): string | null {
	return NAMES.find((name) => spawnSync(name, ['--version'], { encoding: 'utf8', timeout: 60_000 }).status === 0) ?? null;
}

/** Has LibreOffice open documents and write what it shows as PDF beside them in `folder`; throws what it said when it fails. */
export function showAsPdf(program: string, documents: readonly string[], folder: string): void {
	convert(program, 'pdf', documents, folder);
}

/** Has LibreOffice calculate workbooks and write each sheet as `<workbook>-<sheet>.csv` into `folder`; throws what it said when it fails. */
export function calculate(program: string, workbooks: readonly string[], folder: string): void {
	// A profile of its own: the one of whoever works here stays as it is, and may be open.
	const profile = join(folder, 'profile');
	mkdirSync(join(profile, 'user'), { recursive: true });
	writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
	convert(program, CSV_FILTER, workbooks, folder);
}

function convert(program: string, filter: string, files: readonly string[], folder: string): void {
	const profile = pathToFileURL(join(folder, 'profile'));
	const args = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', filter, '--outdir', folder, ...files];
	const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: MINUTES * 60_000 });
	if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stdout}${stderr}`);
}
