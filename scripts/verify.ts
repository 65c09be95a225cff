/**
 * `npm test`: everything that is checked; what uses one core each is done side by side, and a step that fails does not
 * keep the next from running. The last line is `N passed, N failed`. `--quick` leaves out the app build and the browser.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { buildApp } from './build.ts';
import { chromiumProblem } from './chromium.ts';
import { needTools } from './debian.ts';

interface Count {
	readonly passed: number;
	readonly failed: number;
}

/** One line of the run; `needs` names a step without which it cannot be done. */
interface Step {
	readonly name: string;
	readonly needs?: string;
	readonly run: () => Promise<Count>;
}

const REPORTS = join('.cache', 'reports');
const PASSED: Count = { passed: 1, failed: 0 };
const FAILED: Count = { passed: 0, failed: 1 };

/** Runs a program of node_modules/.bin or a script; its output is shown when it fails. */
function succeeds(command: string, env: Record<string, string> = {}): Promise<boolean> {
	const [program, ...args] = command.split(' ');
	const child = spawn(program!, args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
		env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env }
	});
	const output: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
	return new Promise((resolve) => {
		child.once('error', (error) => (console.log(error.message), resolve(false)));
		child.once('close', (code) => {
			if (code !== 0) console.log(Buffer.concat(output).toString('utf8').trimEnd());
			resolve(code === 0);
		});
	});
}

/** A step that passes or fails as a whole, its commands one after the other. */
const whole = (name: string, ...commands: string[]): Step => ({
	name,
	run: async () => {
		for (const command of commands) if (!(await succeeds(command))) return FAILED;
		return PASSED;
	}
});

/** Counts of a JSON report; a run that broke off before it could write one has failed. */
function counted(report: string, isGood: boolean, read: (content: unknown) => Count): Count {
	if (!existsSync(report)) return FAILED;
	const count = read(JSON.parse(readFileSync(report, 'utf8')));
	return isGood || count.failed > 0 ? count : { ...count, failed: 1 };
}

async function vitest(projects: readonly string[]): Promise<Count> {
	const report = join(REPORTS, `vitest-${projects[0]}.json`);
	const chosen = projects.map((project) => `--project ${project}`).join(' ');
	const isGood = await succeeds(`vitest run ${chosen} --reporter=dot --reporter=json --outputFile.json=${report}`);
	return counted(report, isGood, (content) => {
		const { numPassedTests, numFailedTests, testResults } = content as {
			numPassedTests: number;
			numFailedTests: number;
			testResults: { status: string; assertionResults: unknown[] }[];
		};
		// A file that cannot even be read has no test to fail: it counts as one.
		const unread = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
		return { passed: numPassedTests, failed: numFailedTests + unread };
	});
}

/** Without Chromium the tests of a step are one failure, with the sentence that says how to get it. */
async function inBrowser(run: () => Promise<Count>): Promise<Count> {
	const problem = chromiumProblem();
	if (problem === null) return run();
	console.log(problem);
	return FAILED;
}

async function playwright(): Promise<Count> {
	const report = join(REPORTS, 'playwright.json');
	const isGood = await succeeds('playwright test', { FURAS_E2E_REPORT: report, FURAS_E2E_PORT: port });
	return counted(report, isGood, (content) => {
		const { stats } = content as { stats: { expected: number; unexpected: number; flaky: number } };
		return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
	});
}

/** Steps of one group touch nothing that the others of it read, and are done two at a time; one group waits for the one before it. */
type Group = readonly Step[];

const QUICK: readonly Group[] = [
	[
		whole('types', 'svelte-kit sync', 'svelte-check --tsconfig ./tsconfig.json --threshold error'),
		whole('data build', 'node scripts/data/build.ts'),
		whole('code rules', 'eslint .'),
		whole('import rules', 'depcruise --config .dependency-cruiser.cjs src scripts tests'),
		whole('layout of the code', 'prettier --check --log-level warn .'),
		whole('data as declared', 'node scripts/data/check.ts')
	],
	[{ name: 'tests of core, server and repository', run: () => vitest(['core', 'server', 'repo']) }]
];

const IN_BROWSER: readonly Group[] = [
	[{ name: 'app build', needs: 'data build', run: async () => (buildApp() ? PASSED : FAILED) }],
	[
		{ name: 'tests of components', run: () => inBrowser(() => vitest(['components'])) },
		{ ...whole('documents as other software opens them', 'node scripts/interop/run.ts'), needs: 'app build' }
	],
	[{ name: 'user tasks in Chromium', needs: 'app build', run: () => inBrowser(playwright) }]
];

/** Cores the steps of a group share. */
const LANES = 2;

async function runAll(groups: readonly Group[]): Promise<Count> {
	const broken = new Set<string>();
	const counts: Count[] = [];
	for (const group of groups) {
		const waiting = [...group];
		const lane = async (): Promise<void> => {
			for (let step = waiting.shift(); step; step = waiting.shift()) counts.push(await runStep(step, broken));
		};
		await Promise.all(Array.from({ length: LANES }, lane));
	}
	const sum = (of: keyof Count): number => counts.reduce((total, count) => total + count[of], 0);
	return { passed: sum('passed'), failed: sum('failed') };
}

/** Runs a step unless the one it needs has failed, and says how it went; a step that fails is noted in `broken`. */
async function runStep({ name, needs, run }: Step, broken: Set<string>): Promise<Count> {
	const started = performance.now();
	console.log(`▸ ${name} …`);
	const isVain = needs !== undefined && broken.has(needs);
	const count = isVain ? FAILED : await run();
	if (count.failed > 0) broken.add(name);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	const how = isVain ? `not run: needs ${needs}` : `${count.passed} passed, ${count.failed} failed`;
	console.log(`${count.failed === 0 ? '✓' : '✗'} ${name}: ${how} (${seconds} s)`);
	return count;
}

/** A port of the loopback that nobody uses now, so that two checkouts can be tested side by side. */
function freePort(): Promise<string> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address !== null ? String(address.port) : '4399'));
		});
	});
}

const port = await freePort();
needTools();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const { passed, failed } = await runAll(process.argv.includes('--quick') ? QUICK : [...QUICK, ...IN_BROWSER]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
