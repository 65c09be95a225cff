import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { keyLabels } from '#lib/core/export/scenarios/key-labels.ts';
import { SMALL_QUESTION } from '#lib/core/export/scenarios/small-table.ts';
import { sheetsOf } from '#lib/core/export/sheets.ts';
import { exportTable } from '#lib/core/export/table.ts';
import { workbook } from './workbook.ts';

const partsOf = async (language: 'ar' | 'fr') => {
	const blob = await workbook(sheetsOf(exportTable(SMALL_QUESTION), keyLabels(language)));
	const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
	return (name: string) => strFromU8(parts[name]!);
};

test('a workbook in Arabic runs from right to left on both sheets, one in French does not', async () => {
	const [ar, fr] = [await partsOf('ar'), await partsOf('fr')];
	for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
		expect(ar(sheet)).toContain('rightToLeft="1"');
		expect(fr(sheet)).not.toContain('rightToLeft="1"');
	}
});

test('its first row stays in sight, its codes are texts, its numbers whole, and nothing is a formula', async () => {
	const part = await partsOf('fr');
	const sheet = part('xl/worksheets/sheet1.xml');
	expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
	expect(sheet).toContain('<v>12.345678901234567</v>');
	expect(sheet).not.toContain('<f>');
	expect(part('xl/sharedStrings.xml')).toContain('>01.051.01.01<');
});
