/**
 * `npm run interop`: what does other software make of our documents? LibreOffice calculates the workbooks of cases, opens those of data and
 * shows the slides of diagnostics; GDAL reads the files of data; poppler and resvg read the printed maps. A program that is missing is
 * skipped, out loud; with `CI` set that fails. The app must be built: slides and maps come from it. The last line is `N passed, N failed`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checked } from './checked.ts';
import { checkDataWorkbooks } from './data-workbooks.ts';
import { checkDecks } from './decks.ts';
import { hasGdal } from './gdal.ts';
import { checkGeoData } from './geo-data.ts';
import { libreOffice } from './libreoffice.ts';
import { checkMaps, hasPoppler } from './maps.ts';
import { checkWorkbooks } from './workbooks.ts';

/** What one program, or one set of them, is asked. */
interface Section {
	readonly program: string;
	/** Null where the program is missing. */
	readonly checks: readonly ((folder: string) => Promise<readonly Checked[]>)[] | null;
}

function sections(): readonly Section[] {
	const office = libreOffice();
	const asked = [checkWorkbooks, checkDataWorkbooks, checkDecks];
	return [
		{ program: 'poppler', checks: hasPoppler() ? [checkMaps] : null },
		{ program: 'GDAL', checks: hasGdal() ? [checkGeoData] : null },
		{ program: 'libreoffice', checks: office === null ? null : asked.map((check) => (folder) => check(office, folder)) }
	];
}

async function checkAll({ program, checks }: Section): Promise<readonly Checked[]> {
	if (checks === null) return missing(program);
	const folder = mkdtempSync(join(tmpdir(), 'furas-interop-'));
	try {
		const checked: Checked[] = [];
		for (const check of checks) checked.push(...(await check(folder)));
		return checked;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Said out loud where a program is missing; a failure where it must be there. */
function missing(program: string): readonly Checked[] {
	console.log(`SKIPPED: ${program} is missing`);
	const isRequired = process.env['CI'] !== undefined && process.env['CI'] !== '';
	return isRequired ? [{ name: program, problems: ['missing, and wanted here'] }] : [];
}

const all: Checked[] = [];
for (const section of sections()) all.push(...(await checkAll(section)));
for (const { name, problems } of all) {
	console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}`);
	for (const problem of problems) console.log(`  ${problem}`);
}
const failed = all.filter(({ problems }) => problems.length > 0).length;
console.log(`${all.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
