import { spawnSync } from 'node:child_process';

/** Installs Debian packages when this process may (root on a Debian machine); false when it may not, or when it did not work. */
export function installFromDebian(...packages: readonly string[]): boolean {
	const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
	if (!mayInstall) return false;
	console.log(`Installing ${packages.join(', ')} for the tests (apt-get install) …`);
	spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
	const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
	return spawnSync('apt-get', install, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

/** A program that other software is checked with: how it is called, and the package that has it. */
interface Tool {
	readonly program: string;
	readonly package: string;
}

/** What reads our documents as others do. */
const TOOLS: readonly Tool[] = [
	{ program: 'localc', package: 'libreoffice-calc' },
	{ program: 'loimpress', package: 'libreoffice-impress' },
	{ program: 'pdftotext', package: 'poppler-utils' },
	{ program: 'ogrinfo', package: 'gdal-bin' }
];

const isThere = ({ program }: Tool): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/**
 * Makes sure that the programs which read our documents are there, when they must be (`CI`) and we may install them. Elsewhere
 * what needs them is skipped out loud.
 */
export function needTools(): void {
	if (!process.env.CI) return;
	const missing = TOOLS.filter((tool) => !isThere(tool));
	if (missing.length > 0) installFromDebian(...missing.map((tool) => tool.package));
}
