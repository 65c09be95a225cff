import { existsSync } from 'node:fs';
import { installFromDebian } from './debian.ts';

const CANDIDATES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** A browser that calls nobody, draws WebGL in software, and runs as root in a container. */
const FLAGS = [
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--use-gl=angle',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader'
];

/** The Chromium of the machine (or `$CHROMIUM`); the first usual place when there is none, so that its absence can be named. */
export const chromiumPath = (): string => process.env.CHROMIUM ?? CANDIDATES.find((path) => existsSync(path)) ?? CANDIDATES[0]!;

/** How to start it in a test. */
export const chromiumFlags: readonly string[] = FLAGS;

/** Makes sure there is a Chromium: installs Debian's when we may; otherwise returns the sentence that says what to do. */
export function chromiumProblem(): string | null {
	if (existsSync(chromiumPath())) return null;
	if (installFromDebian('chromium') && existsSync(chromiumPath())) return null;
	return 'The browser tests need Chromium: run `sudo apt-get install chromium`, or say where it is with CHROMIUM=/path/to/chromium.';
}
