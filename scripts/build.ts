/** Brings data and app up to date, and rebuilds nothing whose inputs are as they were. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputsHash } from './data/stamp.ts';

const ROOT = join(import.meta.dirname, '..');

/** What the app is made of. Data are not among it: the server reads the release when it starts. */
const APP_INPUTS = [
	'src',
	'static',
	'scripts/first-load.ts',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];

/** Lies with what was built and dies with it. */
const APP_STAMP = join(ROOT, 'build/.inputs');

/** Runs one of our scripts or a program of a package under this Node, its output on the terminal; true when it ended well. */
function node(...args: readonly string[]): boolean {
	return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

/** Builds the release of the data unless it is there (the script knows); false when it could not. */
export const buildData = (): boolean => node('scripts/data/build.ts');

/** Builds the app unless it was built from these very sources; false when it could not. */
export function buildApp(): boolean {
	const inputs = inputsHash(ROOT, APP_INPUTS);
	if (existsSync(APP_STAMP) && readFileSync(APP_STAMP, 'utf8') === inputs) return true;
	console.log('Building the app …');
	const started = performance.now();
	if (!node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')) return false;
	writeFileSync(APP_STAMP, inputs);
	console.log(`Built the app in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
	return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(buildData() && buildApp() ? 0 : 1);
