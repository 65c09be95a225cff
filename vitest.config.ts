import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, chromiumPath } from './scripts/chromium.ts';

const COMPONENTS = ['src/**/*.svelte.test.ts']; // in a real browser; all other tests run in Node

/** Node projects compile components too: the server draws them, and so may a test. */
const node = (name: string, { isolate, include, exclude = [] }: { isolate: boolean; include: string[]; exclude?: string[] }) => ({
	plugins: [svelte()],
	// A shared machine may be many times slower than this one; nothing here is a timed test.
	test: { name, environment: 'node', isolate, testTimeout: 60_000, include, exclude: [...COMPONENTS, ...exclude] }
});

export default defineConfig({
	test: {
		// Every core: by default vitest leaves one of them idle, which on two is half.
		maxWorkers: '100%',
		projects: [
			// What is pure or closes what it opens shares its modules from file to file: reading them anew costs more than the tests.
			node('core', {
				isolate: false,
				include: ['src/**/*.test.ts'],
				exclude: ['src/lib/server/**', 'src/routes/**/*server*.test.ts', 'src/*.test.ts']
			}),
			node('server', {
				isolate: false,
				include: ['src/lib/server/**/*.test.ts', 'src/routes/**/*server*.test.ts', 'src/*.test.ts', 'scripts/**/*.test.ts']
			}),
			// Documents, kills and hostile files weigh on the process they run in.
			node('repo', { isolate: true, include: ['tests/*.test.ts'] }),
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
