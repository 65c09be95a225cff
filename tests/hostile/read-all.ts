import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { isTableProblem } from '#lib/server/table/table-problem.ts';
import { openTable, type TableOptions } from '#lib/server/table/open-table.ts';
import type { Outcome, Report } from './case.ts';

/** Reads every file of a folder, one after the other, as the server would, and writes what came of each: `read-all.ts <folder>`. */
const folder = process.argv[2]!;
const KEPT = 30;

async function read(path: string, options: TableOptions): Promise<Omit<Outcome, 'milliseconds' | 'longestTurn'>> {
	try {
		const table = await openTable(path, options);
		const rows: (readonly string[])[] = [];
		let count = 0;
		for await (const row of table.rows()) {
			if (count++ < KEPT) rows.push(row);
		}
		return { headers: table.headers, encoding: table.encoding, rows, count };
	} catch (error) {
		if (isTableProblem(error)) return { fault: error.fault };
		return { thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}

/** How many files of the folder this process holds open; 0 where the system does not say. */
function openFiles(): number {
	if (!existsSync('/proc/self/fd')) return 0;
	const links = readdirSync('/proc/self/fd').map((fd) => {
		try {
			return readlinkSync(`/proc/self/fd/${fd}`);
		} catch {
			return '';
		}
	});
	return links.filter((link) => link.startsWith(folder)).length;
}

/** The longest that this thread worked without leaving a turn to others, ms of its own time: other programs do not count. */
let longestTurn = 0;
let worked = threadMs();
const turns = setInterval(() => {
	const now = threadMs();
	longestTurn = Math.max(longestTurn, now - worked);
	worked = now;
}, 1);

function threadMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

const all = JSON.parse(readFileSync(`${folder}/all.json`, 'utf8')) as { file: string; options: TableOptions }[];
const outcomes: Outcome[] = [];
for (const { file, options } of all) {
	const start = performance.now();
	longestTurn = 0;
	outcomes.push({ ...(await read(`${folder}/${file}`, options)), milliseconds: performance.now() - start, longestTurn });
}
clearInterval(turns);
// A stream that was broken off closes its file in its own time.
await new Promise((resolve) => setTimeout(resolve, 50));
const report: Report = { outcomes, peakMegabytes: process.resourceUsage().maxRSS / 1024, openFiles: openFiles() };
writeFileSync(`${folder}/report.json`, JSON.stringify(report));
