/**
 * `npm run interop`: what does other software make of our documents? LibreOffice calculates the workbooks of cases and shows the slides
 * of diagnostics. Without LibreOffice it is skipped, out loud; with `CI` set it fails. The app must be built: the slides come from it.
 * The last line is `N passed, N failed`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checked } from './checked.ts';
import { checkDecks } from './decks.ts';
import { libreOffice } from './libreoffice.ts';
import { checkWorkbooks } from './workbooks.ts';

async function checkAll(program: string): Promise<readonly Checked[]> {
	const folder = mkdtempSync(join(tmpdir(), 'furas-interop-'));
	try {
		return [...(await checkWorkbooks(program, folder)), ...(await checkDecks(program, folder))];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const program = libreOffice();
if (program === null) {
	const isRequired = process.env['CI'] !== undefined && process.env['CI'] !== '';
	console.log('SKIPPED: libreoffice is missing');
	console.log(isRequired ? '0 passed, 1 failed' : '0 passed, 0 failed');
	process.exitCode = isRequired ? 1 : 0;
} else {
	const all = await checkAll(program);
	for (const { name, problems } of all) {
		console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}`);
		for (const problem of problems) console.log(`  ${problem}`);
	}
	const failed = all.filter(({ problems }) => problems.length > 0).length;
	console.log(`${all.length - failed} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
}
