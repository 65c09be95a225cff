import { sveltekit } from '@sveltejs/kit/vite';
import { defaultClientConditions, defineConfig } from 'vite';
import { firstLoadTogether } from './scripts/first-load.ts';
import { compileMessages } from './src/lib/i18n/compile-messages.ts';

/** Packages of many small files: in the bundle the server starts 60 ms sooner and holds 25 MB less than when Node loads them. */
const BUNDLED = [
	'kysely',
	'hono',
	'@hono/zod-openapi',
	'@hono/zod-validator',
	'@asteasolutions/zod-to-openapi',
	'openapi3-ts',
	'yaml',
	'zod'
];

/** Small modules that many parts share: a file of its own costs each half a KiB of headers, more than most of them weigh. */
const SHARED =
	/src\/lib\/(core\/(text|cartography\/(patterns|symbols|tokens))|i18n\/locales|ui\/words-context)|svelte\/src\/internal\/disclose-version/;

/** Small modules of the map that the workspace needs too; the map page loads all of them. */
const MAP = /src\/lib\/map\/(webgl|camera-hash|geometry|style\/(fonts|text-direction))[.]ts/;

export default defineConfig(({ command }) => ({
	plugins: [compileMessages(), firstLoadTogether(), sveltekit()],
	// deck.gl ships WebGPU shaders too; the map only draws with WebGL, and without them the chunk is 30 KiB smaller.
	environments: {
		client: {
			resolve: { conditions: ['visgl:webgl-only', ...defaultClientConditions] },
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								{ name: 'shared', test: SHARED },
								{ name: 'map', test: MAP }
							]
						}
					}
				}
			}
		}
	},
	// MapLibre 6 resolves its worker beside its own module; pre-bundling would move it.
	optimizeDeps: { exclude: ['maplibre-gl'] },
	ssr: { noExternal: command === 'build' ? [...BUNDLED, 'intl-messageformat', /^@formatjs\//] : [] }
}));
