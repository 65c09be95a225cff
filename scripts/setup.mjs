/**
 * What `npm start` and `npm test` do first, on the Node that the machine has: check it, install what the lockfile
 * says, and go on under Node 24. Nothing here may import a package or need more than Node 20.19.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The oldest Node that can install the project, and the oldest that runs its TypeScript as it is. */
const INSTALLS = [20, 19];
const RUNS_TYPESCRIPT = [22, 18];

/** Ends the command with one sentence for whoever typed it. */
function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}

function isAtLeast([major, minor], version = process.versions.node) {
	const [ownMajor, ownMinor] = version.split('.').map(Number);
	return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** Packages of the lockfile by place and version, or null where there is no such file. */
function lock(path) {
	if (!existsSync(path)) return null;
	return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** True when node_modules holds what the lockfile says; npm writes down what it put there as its last act. */
function isInstalled() {
	const wanted = lock(join(root, 'package-lock.json'));
	const present = lock(join(root, 'node_modules/.package-lock.json'));
	if (wanted === null) stop('package-lock.json is missing: this is not a whole copy of the project; clone it again.');
	if (present === null) return false;
	const places = Object.keys(wanted).filter((place) => place !== '');
	// What is optional belongs to other platforms; it is missing here by right, never in another version.
	return places.every((place) => (present[place] ? present[place].version === wanted[place].version : wanted[place].optional));
}

/** The PATH without the project's own programs, which `npm ci` is about to delete. */
function outerPath() {
	return (process.env.PATH ?? '')
		.split(delimiter)
		.filter((folder) => !folder.startsWith(join(root, 'node_modules')))
		.join(delimiter);
}

function install() {
	console.log('Installing packages (npm ci): about a minute, the first time and when the lockfile changes …');
	const { error, status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, PATH: outerPath() }
	});
	if (error?.code === 'ENOENT') stop('npm is missing: it comes with Node.js 20.19 or newer, see https://nodejs.org.');
	if (status !== 0) stop('npm ci failed (see above): packages come from the npm registry, so the first run needs a connection.');
}

/** The Node that runs the project: the one npm installed, or the machine's own where there is none (macOS). */
function runtime() {
	const [platform, program] = process.platform === 'win32' ? ['win', 'node.exe'] : [process.platform, 'node'];
	const installed = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
	if (existsSync(installed)) return installed;
	if (isAtLeast(RUNS_TYPESCRIPT)) return process.execPath;
	return stop(`Node.js ${RUNS_TYPESCRIPT.join('.')} or newer is needed on this kind of machine; this is ${process.versions.node}.`);
}

/** Ends with npm: it starts us through a shell that passes no signal on, so a stopped `npm start` would leave a server behind. */
function endWithNpm() {
	if (!process.env.npm_lifecycle_event) return;
	const parent = process.ppid;
	setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 500).unref();
}

/** Runs a TypeScript script of the project with all it needs; its exit code becomes ours. */
export async function run(script) {
	if (!isAtLeast(INSTALLS))
		stop(`Node.js ${INSTALLS.join('.')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org.`);
	if (!isInstalled()) install();
	process.chdir(root);
	endWithNpm();
	process.env.PATH = [join(root, 'node_modules/.bin'), outerPath()].join(delimiter);
	const node = runtime();
	const file = join(root, script);
	if (realpathSync(node) !== realpathSync(process.execPath)) return handOver(node, file);
	process.argv[1] = file;
	return import(pathToFileURL(file).href);
}

/** Goes on in another Node and passes signals to it, so that stopping this one stops the server. */
function handOver(node, file) {
	const child = spawn(node, [file, ...process.argv.slice(2)], { stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code) => process.exit(code ?? 1));
}
