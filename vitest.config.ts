import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, chromiumPath } from './scripts/chromium.ts';

const COMPONENTS = ['src/**/*.svelte.test.ts']; // in a real browser; all other tests run in Node

/** Node projects compile components too: the server draws them, and so may a test. */
const node = (name: string, include: string[], exclude: string[] = []) => ({
	plugins: [svelte()],
	// A shared machine may be many times slower than this one; nothing here is a timed test.
	test: { name, environment: 'node', testTimeout: 60_000, include, exclude: [...COMPONENTS, ...exclude] }
});

export default defineConfig({
	test: {
		projects: [
			node('core', ['src/**/*.test.ts'], ['src/lib/server/**', 'src/routes/**/*server*.test.ts', 'src/*.test.ts']),
			node('server', ['src/lib/server/**/*.test.ts', 'src/routes/**/*server*.test.ts', 'src/*.test.ts', 'scripts/**/*.test.ts']),
			node('repo', ['tests/*.test.ts']),
			{
				plugins: [svelte()],
				resolve: { conditions: ['browser'] },
				test: {
					name: 'components',
					include: COMPONENTS,
					setupFiles: ['vitest-browser-svelte'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: [...chromiumFlags] } }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
