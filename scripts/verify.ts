/**
 * `npm test`: everything that is checked, one step after the other; a step that fails does not keep the next from
 * running. The last line is `N passed, N failed`. `--quick` leaves out the app build and the browser.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { buildApp, buildData } from './build.ts';
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
	readonly run: () => Count;
}

const REPORTS = join('.cache', 'reports');
const PASSED: Count = { passed: 1, failed: 0 };
const FAILED: Count = { passed: 0, failed: 1 };

/** Runs a program of node_modules/.bin or a script; its output is shown when it fails. */
function succeeds(command: string, env: Record<string, string> = {}): boolean {
	const [program, ...args] = command.split(' ');
	const { status, stdout, stderr } = spawnSync(program!, args, {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
		shell: process.platform === 'win32',
		env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env }
	});
	if (status !== 0) console.log(`${stdout ?? ''}${stderr ?? ''}`.trimEnd());
	return status === 0;
}

/** A step that passes or fails as a whole. */
const whole = (name: string, ...commands: string[]): Step => ({
	name,
	run: () => (commands.every((command) => succeeds(command)) ? PASSED : FAILED)
});

/** Counts of a JSON report; a run that broke off before it could write one has failed. */
function counted(report: string, isGood: boolean, read: (content: unknown) => Count): Count {
	if (!existsSync(report)) return FAILED;
	const count = read(JSON.parse(readFileSync(report, 'utf8')));
	return isGood || count.failed > 0 ? count : { ...count, failed: 1 };
}

function vitest(projects: readonly string[]): Count {
	const report = join(REPORTS, `vitest-${projects[0]}.json`);
	const chosen = projects.map((project) => `--project ${project}`).join(' ');
	const isGood = succeeds(`vitest run ${chosen} --reporter=dot --reporter=json --outputFile.json=${report}`);
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
function inBrowser(run: () => Count): Count {
	const problem = chromiumProblem();
	if (problem === null) return run();
	console.log(problem);
	return FAILED;
}

function playwright(): Count {
	const report = join(REPORTS, 'playwright.json');
	const isGood = succeeds('playwright test', { FURAS_E2E_REPORT: report, FURAS_E2E_PORT: port });
	return counted(report, isGood, (content) => {
		const { stats } = content as { stats: { expected: number; unexpected: number; flaky: number } };
		return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
	});
}

const STEPS: readonly Step[] = [
	whole('code rules', 'eslint .'),
	whole('layout of the code', 'prettier --check --log-level warn .'),
	whole('types', 'svelte-kit sync', 'svelte-check --tsconfig ./tsconfig.json --threshold error'),
	whole('import rules', 'depcruise --config .dependency-cruiser.cjs src scripts tests'),
	whole('data as declared', 'node scripts/data/check.ts'),
	{ name: 'data build', run: () => (buildData() ? PASSED : FAILED) },
	{ name: 'tests of core, server and repository', run: () => vitest(['core', 'server', 'repo']) }
];

const BROWSER_STEPS: readonly Step[] = [
	{ name: 'tests of components', run: () => inBrowser(() => vitest(['components'])) },
	{ name: 'app build', needs: 'data build', run: () => (buildApp() ? PASSED : FAILED) },
	{ ...whole('documents as other software opens them', 'node scripts/interop/run.ts'), needs: 'app build' },
	{ name: 'user tasks in Chromium', needs: 'app build', run: () => inBrowser(playwright) }
];

function runAll(steps: readonly Step[]): Count {
	const broken = new Set<string>();
	let [passed, failed] = [0, 0];
	for (const { name, needs, run } of steps) {
		const started = performance.now();
		console.log(`▸ ${name} …`);
		const count = needs !== undefined && broken.has(needs) ? FAILED : run();
		if (count.failed > 0) broken.add(name);
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		const how =
			count === FAILED && needs !== undefined && broken.has(needs)
				? `not run: needs ${needs}`
				: `${count.passed} passed, ${count.failed} failed`;
		console.log(`${count.failed === 0 ? '✓' : '✗'} ${name}: ${how} (${seconds} s)`);
		passed += count.passed;
		failed += count.failed;
	}
	return { passed, failed };
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
const { passed, failed } = runAll(process.argv.includes('--quick') ? STEPS : [...STEPS, ...BROWSER_STEPS]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
