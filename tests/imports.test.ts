import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A file that breaks exactly the rule it is named after. */
interface Plant {
	readonly rule: string;
	readonly path: string;
	readonly source: string;
}

interface Violation {
	readonly from: string;
	readonly to: string;
	readonly rule: { readonly name: string };
	readonly cycle?: readonly { readonly name: string }[];
}

/** Packages of the table that are not installed yet; an empty one stands in for each. */
const NOT_INSTALLED = ['comlink', 'bits-ui', 'pg', 'layerchart', 'd3-scale', 'pptxgenjs', 'svelte-maplibre-gl', '@luma.gl/core'];

const page = (name: string) => `src/routes/planted/${name}/+page.svelte`;
const script = (lines: string) => `<script lang="ts">\n${lines}\n</script>\n`;

/** One violation of each rule: through `#lib`, a relative path, a component, or as a type. */
const PLANTS: readonly Plant[] = [
	{ rule: 'no-cycle', path: 'src/lib/core/planted/cycle-a.ts', source: "import './cycle-b.ts';" },
	{ rule: 'no-unresolved', path: 'scripts/planted/unresolved.ts', source: "import './nowhere.ts';" },
	{ rule: 'nothing-imports-a-test', path: 'scripts/planted/tested.ts', source: "import '../../tests/imports.test.ts';" },
	{ rule: 'lib-ignores-routes', path: 'src/lib/view/planted-route.ts', source: "import '../../routes/planted/thing.ts';" },
	{ rule: 'lib-folder-is-known', path: 'src/lib/helpers/planted.ts', source: "import '#lib/core/planted/thing.ts';" },
	{ rule: 'src-ignores-scripts', path: 'src/lib/core/planted/script.ts', source: "import '../../../../scripts/planted/thing.ts';" },
	{ rule: 'core-is-pure', path: 'src/lib/core/planted/disk.ts', source: "import { readFileSync } from 'node:fs';\nreadFileSync('x');" },
	{ rule: 'core-is-pure', path: 'src/lib/core/planted/package.ts', source: "import type { z } from 'zod';\nexport type Z = z.ZodType;" },
	{
		rule: 'core-is-pure',
		path: 'src/lib/core/planted/upward.ts',
		source: "import type { Thing } from '#lib/view/planted.ts';\nexport type T = Thing;"
	},
	{ rule: 'core-geo-is-pure', path: 'src/lib/core/geo/planted.ts', source: "import 'node:fs';" },
	{ rule: 'worker-knows-core-only', path: 'src/lib/worker/planted.ts', source: "import '#lib/data/planted.ts';" },
	{ rule: 'view-is-pure', path: 'src/lib/view/planted-browser.ts', source: "import { goto } from '$app/navigation';\ngoto('/');" },
	{ rule: 'i18n-knows-core-only', path: 'src/lib/i18n/planted.ts', source: "import '#lib/ui/planted.ts';" },
	{
		rule: 'data-knows-core-only',
		path: 'src/lib/data/planted-server.ts',
		source: "import type { Thing } from '#lib/server/api/planted.ts';\nexport type T = Thing;"
	},
	{ rule: 'db-knows-core-only', path: 'src/lib/server/db/planted-api.ts', source: "import '#lib/server/api/planted.ts';" },
	{ rule: 'server-draws-nothing', path: 'src/lib/server/report/planted-map.ts', source: "import '#lib/map/planted.ts';" },
	{
		rule: 'map-knows-no-server',
		path: 'src/lib/map/Planted.svelte',
		source: script("import { thing } from '#lib/server/api/planted.ts';\nthing();")
	},
	{ rule: 'ui-is-generic', path: 'src/lib/ui/Planted.svelte', source: script("import { thing } from '#lib/map/planted.ts';\nthing();") },
	{
		rule: 'ui-is-generic',
		path: 'src/lib/charts/planted.ts',
		source: "import type { Thing } from '#lib/view/planted.ts';\nexport type T = Thing;"
	},
	{ rule: 'drawing-is-pure', path: 'src/lib/drawing/planted.ts', source: "import '#lib/map/planted.ts';" },
	{ rule: 'drawing-is-given-its-words', path: 'src/lib/drawing/planted-words.ts', source: "import '#lib/i18n/planted-thing.ts';" },
	{ rule: 'own-data-reads-files', path: 'src/lib/own-data/planted.ts', source: "import '#lib/data/planted.ts';" },
	{ rule: 'export-makes-files', path: 'src/lib/export/planted.ts', source: "import '#lib/map/planted.ts';" },
	{ rule: 'ui-leaves-geometry', path: 'src/lib/charts/planted-geometry.ts', source: "import '../core/geo/planted-thing.ts';" },
	{
		rule: 'page-sees-server-types-only',
		path: page('api'),
		source: script("import { thing } from '#lib/server/api/planted.ts';\nthing();")
	},
	{
		rule: 'page-sees-no-database',
		path: 'src/routes/planted/db/+page.ts',
		source: "import type { Thing } from '#lib/server/db/planted.ts';\nexport type T = Thing;"
	},
	{ rule: 'page-is-thin', path: page('package'), source: script("import { z } from 'zod';\nz.string();") },
	{ rule: 'server-route-draws-nothing', path: 'src/routes/planted/+page.server.ts', source: "import '#lib/ui/planted.ts';" },
	{ rule: 'server-route-is-thin', path: 'src/routes/planted/+server.ts', source: "import 'zod';" },
	{ rule: 'processes-have-one-home', path: 'src/lib/server/api/planted-process.ts', source: "import 'node:child_process';" },
	{ rule: 'scripts-see-core-and-db', path: 'scripts/planted/map.ts', source: "import '#lib/map/planted.ts';" },
	{ rule: 'serve-sees-the-server', path: 'scripts/serve.ts', source: "import '#lib/view/planted.ts';" },
	{ rule: 'diagnostics-see-the-server', path: 'scripts/diagnostics/planted.ts', source: "import '#lib/view/planted.ts';" },
	{ rule: 'interop-sees-the-report', path: 'scripts/interop/planted.ts', source: "import '#lib/server/api/planted.ts';" },
	{ rule: 'e2e-sees-the-page-only', path: 'tests/e2e/planted.spec.ts', source: "import '#lib/server/api/planted.ts';" },
	{ rule: 'core-test-needs-core-only', path: 'src/lib/core/planted/thing.test.ts', source: "import '#lib/view/planted.ts';" },
	...Object.entries({
		sql: 'kysely',
		turf: '@turf/turf',
		topojson: 'topojson-client',
		statistics: 'simple-statistics',
		maplibre: 'maplibre-gl',
		deck: '@deck.gl/layers',
		hono: '@hono/zod-openapi',
		report: 'pptxgenjs',
		parts: 'bits-ui',
		charts: 'd3-scale',
		messages: 'intl-messageformat',
		worker: 'comlink',
		source: 'mapshaper',
		code: 'uqr',
		sqlite: 'sql.js',
		basemap: 'pmtiles',
		drawing: 'terra-draw',
		tables: 'yauzl',
		delimited: 'csv-parse',
		'own-files': 'shpjs',
		upload: 'busboy',
		throttle: 'rate-limiter-flexible',
		palettes: 'd3-scale-chromatic'
	}).map(([name, library]) => ({ rule: `${name}-has-one-home`, path: `scripts/planted/${name}.ts`, source: `import '${library}';` })),
	...[
		'better-sqlite3',
		'pg',
		'hono',
		'flatbush',
		'svelte-maplibre-gl',
		'@luma.gl/core',
		'layerchart',
		'financial',
		'@protomaps/basemaps',
		'write-excel-file/node',
		'csv-parse',
		'fflate',
		'idb',
		'saxes'
	].map((library) => ({
		rule: homeOf(library),
		path: `scripts/planted/${library.replaceAll(/\W/g, '-')}-too.ts`,
		source: `import type {} from '${library}';`
	}))
];

/** What the planted files import, and imports that the table allows: no rule may speak of them. */
const FINE: Readonly<Record<string, string>> = {
	'src/lib/core/planted/cycle-b.ts': "import './cycle-a.ts';",
	'src/lib/core/planted/thing.ts': "import { mean } from 'simple-statistics';\nmean([1]);",
	'src/lib/core/geo/planted-thing.ts': "import { area } from '@turf/turf';\nimport '../planted/thing.ts';\narea;",
	'src/lib/view/planted.ts': 'export interface Thing { a: 1 }',
	'src/lib/data/planted.ts': "import '#lib/core/planted/thing.ts';",
	'src/lib/ui/planted.ts': "import 'bits-ui';\nimport '#lib/i18n/planted-thing.ts';",
	'src/lib/i18n/planted-thing.ts': "import 'intl-messageformat';",
	'src/lib/map/planted.ts': "import 'maplibre-gl';\nimport '#lib/ui/planted.ts';\nexport function thing() {}",
	'src/lib/server/api/planted.ts':
		"import 'node:fs';\nimport 'hono';\nimport '#lib/server/db/planted.ts';\nexport interface Thing { a: 1 }\nexport function thing() {}",
	'src/lib/server/db/planted.ts': "import 'kysely';\nimport 'node:path';\nexport interface Thing { a: 1 }",
	'src/routes/planted/thing.ts': "import type { Thing } from '#lib/server/api/planted.ts';\nexport type T = Thing;",
	'src/routes/planted/fine/part.server.ts': "import '#lib/server/db/planted.ts';\nimport '#lib/i18n/planted-thing.ts';",
	[page('fine')]: script("import { page } from '$app/state';\nimport { thing } from '#lib/map/planted.ts';\nthing(page);"),
	'scripts/planted/thing.ts': "import '#lib/server/db/planted.ts';"
};

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'furas-imports-'));
const tree = join(folder, 'tree');
const reported = new Map<string, Set<string>>();

/** The rule of .dependency-cruiser.cjs that keeps a library at home. */
function homeOf(library: string): string {
	const homes: Record<string, string> = {
		'better-sqlite3': 'sql',
		pg: 'sql',
		flatbush: 'topojson',
		'svelte-maplibre-gl': 'maplibre',
		'@luma.gl/core': 'deck',
		layerchart: 'charts',
		financial: 'statistics',
		'@protomaps/basemaps': 'basemap',
		'write-excel-file/node': 'workbook',
		'csv-parse': 'delimited',
		fflate: 'own-files',
		idb: 'own-files',
		saxes: 'tables'
	};
	return `${homes[library] ?? library}-has-one-home`;
}

function write(path: string, source: string): void {
	mkdirSync(dirname(join(tree, path)), { recursive: true });
	writeFileSync(join(tree, path), source);
}

/** Copies what is cruised, and the tables that a test in the browser imports; packages that are missing are found one folder up, as Node looks them up. */
function copyTree(): void {
	for (const part of ['src', 'scripts', 'tests', 'data/bank', 'package.json', '.dependency-cruiser.cjs']) {
		if (existsSync(join(root, part))) cpSync(join(root, part), join(tree, part), { recursive: true });
	}
	symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
	for (const name of NOT_INSTALLED) {
		const home = join(folder, 'node_modules', name);
		mkdirSync(home, { recursive: true });
		writeFileSync(join(home, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
		writeFileSync(join(home, 'index.js'), '');
	}
}

/** Every violation of the copy, by the file it starts from. */
function cruise(): void {
	const binary = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
	const args = [binary, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'scripts', 'tests'];
	const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 28 });
	if (stdout === '') throw new Error(`dependency-cruiser said nothing but: ${stderr}`);
	const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
	for (const { from, to, rule, cycle } of summary.violations) {
		// A cycle is said once, from any of its files: it is kept under the first by name.
		const path = [from, ...(cycle ?? []).map(({ name }) => name)].sort()[0]!;
		if (!reported.has(path)) reported.set(path, new Set());
		reported.get(path)?.add(path in FINE || planted(path) ? rule.name : `${rule.name} → ${to}`);
	}
}

const planted = (path: string) => PLANTS.some((plant) => plant.path === path);

beforeAll(() => {
	copyTree();
	for (const { path, source } of PLANTS) write(path, source);
	for (const [path, source] of Object.entries(FINE)) write(path, source);
	cruise();
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every import rule has a planted violation', () => {
	const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
	expect(new Set(PLANTS.map(({ rule }) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
});

test.each(PLANTS)('$path breaks $rule and nothing else', ({ rule, path }) => {
	expect([...(reported.get(path) ?? [])]).toEqual([rule]);
});

test('imports the table allows are left alone', () => {
	expect(Object.keys(FINE).filter((path) => reported.has(path))).toEqual([]);
});

test('the tree without its planted files is clean', () => {
	const own = [...reported].filter(([path]) => !planted(path) && !(path in FINE));
	expect(own.map(([path, rules]) => `${path}: ${[...rules].join(', ')}`)).toEqual([]);
});

describe('types in a component, which are gone before the import rules see them', () => {
	const eslint = new ESLint({ cwd: root, ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports' });
	const findings = async (filePath: string, source: string) => {
		const [result] = await eslint.lintText(script(`import type { Thing } from '${source}';\nlet { a }: { a: Thing } = $props();`), {
			filePath
		});
		return result?.messages.map(({ ruleId }) => ruleId);
	};

	test.each([
		['src/lib/ui/Planted.svelte', '#lib/view/planted.ts'],
		['src/lib/charts/Planted.svelte', '../map/planted.ts'],
		['src/lib/map/Planted.svelte', '#lib/server/api/planted.ts'],
		['src/routes/planted/+page.svelte', '#lib/server/db/planted.ts']
	])('%s may not take a type of %s', async (filePath, source) => {
		expect(await findings(filePath, source)).toEqual(['no-restricted-imports']);
	});

	test('a page may take a type of the API', async () => {
		expect(await findings('src/routes/planted/+page.svelte', '#lib/server/api/planted.ts')).toEqual([]);
	});
});
