/**
 * Takes the pictures of docs/screenshots from the built app: `node scripts/screenshots.ts [part of a name]`.
 * Every screen in Arabic and French, light and dark, on a desktop and on a phone. Starts its own server on a free port.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { chromiumFlags, chromiumPath } from './chromium.ts';
import { repacked } from './png.ts';
import { startServer } from './production-server.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'docs', 'screenshots');
/** What one picture and all of them may weigh, in bytes: they travel with every clone. */
const MOST = { one: 300 * 1024, all: 4 * 1024 * 1024 };

const SCREENS = {
	map: { desktop: '?chain=food-processing&territory=MA-HAJ', phone: '?chain=food-processing' },
	territory: { desktop: '/territory/MA-HAJ?chain=honey', phone: '/territory/MA-HAJ?chain=honey' },
	method: { desktop: '/method', phone: '/method' },
	near: { desktop: '/near?commune=03.171.01.05#sectors', phone: '/near?commune=03.171.01.05#sectors' },
	sheet: { desktop: '/projects/M13?commune=03.171.01.05', phone: '/projects/M13?commune=03.171.01.05#calculator' }
} as const;
/** Screens that are mostly text. */
const TEXTS: readonly string[] = ['method', 'near', 'sheet'];
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } } as const;

/** One picture to take. */
interface Shot {
	readonly name: string;
	readonly screen: keyof typeof SCREENS;
	readonly address: string;
	readonly scheme: 'light' | 'dark';
	readonly size: keyof typeof SIZES;
}

function shots(): Shot[] {
	const all: Shot[] = [];
	for (const screen of ['map', 'territory', 'method', 'near', 'sheet'] as const) {
		for (const language of ['ar', 'fr'] as const) {
			for (const scheme of ['light', 'dark'] as const) {
				for (const size of ['desktop', 'phone'] as const) {
					// Pages of text look alike in the dark on any width.
					if (scheme === 'dark' && size === 'desktop' && TEXTS.includes(screen)) continue;
					const name = [screen, language, scheme, size].join('-');
					all.push({ name, screen, address: `/${language}${SCREENS[screen][size]}`, scheme, size });
				}
			}
		}
	}
	return all;
}

async function settle(page: Page, screen: Shot['screen']): Promise<void> {
	if (screen === 'map') await page.locator('[data-ready="true"]').waitFor({ state: 'attached', timeout: 60_000 });
	await page.evaluate(() => document.fonts.ready);
	// The camera still moves to the chosen place.
	if (screen === 'map') await page.waitForTimeout(1_500);
}

/** Takes one picture and returns its weight in bytes. */
async function take(browser: Browser, base: string, { name, screen, address, scheme, size }: Shot): Promise<number> {
	const context = await browser.newContext({ viewport: SIZES[size], colorScheme: scheme, reducedMotion: 'reduce' });
	try {
		const page = await context.newPage();
		await page.goto(base + address);
		await settle(page, screen);
		const picture = repacked(await page.screenshot());
		writeFileSync(join(FOLDER, `${name}.png`), picture);
		return picture.length;
	} finally {
		await context.close();
	}
}

/** Takes them all and returns the sentences of what went wrong. */
async function takeAll(base: string): Promise<string[]> {
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] });
	const faults: string[] = [];
	let all = 0;
	try {
		for (const shot of shots().filter(({ name }) => name.includes(process.argv[2] ?? ''))) {
			const bytes = await take(browser, base, shot);
			all += bytes;
			if (bytes > MOST.one) faults.push(`${shot.name}.png weighs ${bytes} bytes, more than ${MOST.one}.`);
			console.log(`${shot.name}.png ${(bytes / 1024).toFixed(0)} KiB`);
		}
	} finally {
		await browser.close();
	}
	if (all > MOST.all) faults.push(`All pictures weigh ${all} bytes, more than ${MOST.all}.`);
	return faults;
}

mkdirSync(FOLDER, { recursive: true });
const server = await startServer();
try {
	const faults = await takeAll(`http://127.0.0.1:${server.port}`);
	for (const fault of faults) console.error(fault);
	process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
	await server.stop();
}
