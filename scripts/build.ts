/** Brings data and app up to date, and rebuilds nothing whose inputs are as they were. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from './inputs.ts';

const DATA_INPUTS = [
	'data/facts',
	'data/bank',
	'data/method',
	'data/datapackage.json',
	'scripts/data',
	'src/lib/core',
	'src/lib/server',
	'package-lock.json'
];
const APP_INPUTS = [
	'src',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json',
	'data/built/current.json'
];

/** One thing that is built: where it lands, what says so, and from what. */
interface Target {
	readonly name: string;
	readonly product: string;
	/** File that keeps the digest of the inputs; it lies with the product and dies with it. */
	readonly stamp: string;
	readonly inputs: readonly string[];
	readonly command: readonly string[];
}

const isSource = (file: string) => !/[.]test[.]ts$/.test(file);

export const DATA: Target = {
	name: 'data',
	product: 'data/built/current.json',
	stamp: 'data/built/.inputs',
	inputs: DATA_INPUTS,
	command: [process.execPath, 'scripts/data/build.ts']
};

export const APP: Target = {
	name: 'app',
	product: 'build/index.js',
	stamp: 'build/.inputs',
	inputs: APP_INPUTS,
	command: [process.execPath, join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']
};

/** True when the product is there and its inputs are those it was built from. */
export function isFresh({ product, stamp, inputs }: Target): boolean {
	return existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(inputs, isSource);
}

/** Builds the target unless it is fresh; says what it does; false when the build failed. */
export function build(target: Target): boolean {
	if (isFresh(target)) return true;
	const { name, command, stamp, inputs } = target;
	const started = performance.now();
	console.log(`Building the ${name} …`);
	const [program, ...args] = command;
	const { status } = spawnSync(program!, args, { stdio: 'inherit' });
	if (status !== 0) return false;
	writeFileSync(stamp, digestOf(inputs, isSource));
	console.log(`Built the ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
	return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit([DATA, APP].every(build) ? 0 : 1);
