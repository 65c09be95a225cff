import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from './scripts/chromium.ts';

/** Its own port, so that a server left running by hand is never the one tested; `npm test` looks for a free one. */
const address = { host: '127.0.0.1', port: process.env.FURAS_E2E_PORT ?? '4399' };
const baseURL = `http://${address.host}:${address.port}`;
const report = process.env.FURAS_E2E_REPORT ?? '.cache/reports/playwright.json';

/** Expects what `npm run build` leaves: the production server is tested, never the dev server. */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	workers: 2,
	fullyParallel: true,
	// Two workers draw every map in software on two cores: a shared machine may be many times slower than this one.
	retries: process.env.CI ? 2 : 0,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: report }]],
	use: {
		baseURL,
		browserName: 'chromium',
		headless: true,
		locale: 'ar-MA',
		actionTimeout: 30_000,
		// A flight of the map is some thirty pictures drawn in software; `camera.spec.ts` looks at flights.
		contextOptions: { reducedMotion: 'reduce' },
		// A trace takes a copy of the page at every step, which costs more than the step: `--trace on` when one is to be read.
		trace: 'on-first-retry',
		screenshot: 'only-on-failure',
		// Debian draws pages as on a graphics card too; without one that takes longer than drawing them as ever.
		launchOptions: { executablePath: chromiumPath(), args: [...chromiumFlags, '--disable-gpu-rasterization'] }
	},
	webServer: {
		command: 'node tests/server.ts',
		env: { HOST: address.host, PORT: address.port },
		url: `${baseURL}/api/v1/health`,
		reuseExistingServer: false,
		timeout: 30_000
	}
});
