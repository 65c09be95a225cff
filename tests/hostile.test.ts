import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import type { Expected, HostileCase, Outcome, Report } from './hostile/case.ts';
import { LARGE_FILES } from './hostile/large-files.ts';
import { OTHER_FILES } from './hostile/other-files.ts';
import { SHEET_FILES } from './hostile/sheet-files.ts';
import { TEXT_FILES } from './hostile/text-files.ts';
import { ZIP_FILES } from './hostile/zip-files.ts';

const GROUPS: readonly (readonly [string, readonly HostileCase[]])[] = [
	['something else than a table', OTHER_FILES],
	['a text file', TEXT_FILES],
	['a ZIP', ZIP_FILES],
	['a sheet', SHEET_FILES],
	['too much', LARGE_FILES]
];
const cases = GROUPS.flatMap(([, group]) => group);
/** One file, however bad, on a machine many times slower than this one. */
const SECONDS = 20;
const TURN_MS = 50;
const MEGABYTES = 256;
/** What is measured is the reader: without this V8 reserves 100 MB for what is young, for no reason but that the machine has them. */
const YOUNG = '--max-semi-space-size=16';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'furas-hostile-')));
const report = await readAll();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes every file, has one process read them all, and returns what it made of them. */
async function readAll(): Promise<Report> {
	const all = cases.map(({ content, options = {} }, i) => {
		const file = `${i}.bin`;
		writeFileSync(join(folder, file), content());
		return { file, options };
	});
	writeFileSync(join(folder, 'all.json'), JSON.stringify(all));
	await promisify(execFile)(process.execPath, [YOUNG, 'tests/hostile/read-all.ts', folder]);
	return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
}

const outcomeOf = (one: HostileCase): Outcome => report.outcomes[cases.indexOf(one)]!;

function compare(outcome: Outcome, expected: Expected): void {
	expect(outcome.thrown).toBeUndefined();
	if ('fault' in expected) {
		expect(outcome.fault).toMatchObject(expected.fault);
		return;
	}
	expect(outcome.fault).toBeUndefined();
	expect(outcome.headers).toEqual(expected.headers);
	if ('rows' in expected) expect(outcome.rows).toEqual(expected.rows);
	else expect(outcome.count).toBe(expected.count);
	if (expected.encoding) expect(outcome.encoding).toBe(expected.encoding);
}

describe.each(GROUPS)('a file that is %s ends as it should', (_, group) => {
	test.each(group.map((one) => [one.name, one] as const))('%s', (_name, one) => {
		compare(outcomeOf(one), one.expected);
	});
});

test('no file takes long', () => {
	const slow = cases.filter((one) => outcomeOf(one).milliseconds > 1000 * SECONDS);
	expect(slow.map(({ name }) => name)).toEqual([]);
});

test(`while a file is read others wait no longer than ${TURN_MS} ms`, () => {
	const selfish = cases.filter((one) => outcomeOf(one).longestTurn > TURN_MS);
	expect(selfish.map(({ name }) => name)).toEqual([]);
});

test(`all of them in one process stay within ${MEGABYTES} MB`, () => {
	expect(report.peakMegabytes).toBeLessThanOrEqual(MEGABYTES);
});

/** What a server needs most memory for: they took it to 360 MB while it read them itself. */
const HEAVIEST = ['65,000 rows of 15 columns as CSV', '65,000 rows of 15 columns as a workbook', 'one line of 50 MB of commas'];

test.skipIf(process.platform !== 'linux')(
	`a server that takes in the heaviest of them stays within ${MEGABYTES} MB, and so does each reader`,
	{ timeout: 300_000 },
	async () => {
		const files = HEAVIEST.map((name) => `${cases.findIndex((one) => one.name === name)}.bin`);
		await promisify(execFile)(process.execPath, ['tests/hostile/send-here.ts', folder, ...files]);
		const { outcomes, server, reader } = JSON.parse(readFileSync(join(folder, 'sent.json'), 'utf8')) as {
			readonly outcomes: readonly string[];
			readonly server: number;
			readonly reader: number;
		};
		expect(outcomes).toEqual(['read', 'read', 'row-too-long']);
		expect(server).toBeLessThanOrEqual(MEGABYTES);
		expect(reader).toBeGreaterThan(0);
		expect(reader).toBeLessThanOrEqual(MEGABYTES);
	}
);

test('no file stays open', () => {
	expect(report.openFiles).toBe(0);
});
