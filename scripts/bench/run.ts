import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import type { PolygonTopology } from '#lib/core/geo/topology.ts';
import type { EncodedTable, Snapshot } from '#lib/core/release/snapshot.ts';
import type { ProjectBank } from '#lib/core/project/bank.ts';
import type { EncodedTops } from '#lib/core/recommendation/tops.ts';
import type { Guide } from '#lib/core/support/guide.ts';
import type { Geography } from '#lib/core/geo/geography.ts';
import { goldenModels } from '#lib/core/finance/scenarios/golden-models.ts';
import { browserMeasures } from './browser.ts';
import { diagnosticMeasures } from './diagnostics.ts';
import { dossierMeasures } from './dossier.ts';
import { engineMeasures } from './engine.ts';
import { financeMeasures } from './finance.ts';
import { locateMeasures } from './locate.ts';
import type { Measure } from './measure.ts';
import { nearMeasures } from './near.ts';
import { serverMeasures } from './server.ts';
import { uncertaintyMeasures } from './uncertainty.ts';
import { spatialMeasures } from './spatial.ts';

/** `npm run bench`: prints every measure beside its goal and writes bench/report.json. Never a test: machines differ. */
const root = process.env['FURAS_DATA'] ?? 'data/built';
const read = <T>(path: string): T => JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as T;
const { id } = read<{ id: string }>('current.json');

const groups: Record<string, () => Promise<readonly Measure[]>> = {
	engine: async () => engineMeasures(read<Snapshot>(`${id}/snapshot.json`), read<EncodedTable>(`${id}/communes.json`)),
	uncertainty: async () =>
		uncertaintyMeasures(
			read<Snapshot>(`${id}/snapshot.json`),
			read<EncodedTable>(`${id}/communes.json`),
			read<PolygonTopology>(`${id}/provinces.topo.json`)
		),
	spatial: async () =>
		spatialMeasures(
			read<Snapshot>(`${id}/snapshot.json`).levels.province,
			read<EncodedTable>(`${id}/communes.json`),
			read<Geography>(`${id}/geography.json`)
		),
	finance: async () => {
		const { models, shared } = goldenModels(readFileSync('data/bank/models/2026/economic_models.json', 'utf8'));
		return financeMeasures(
			models.map(({ model }) => model),
			shared
		);
	},
	near: async () =>
		nearMeasures(
			read<Snapshot>(`${id}/snapshot.json`),
			read<EncodedTable>(`${id}/communes.json`),
			read<EncodedTops>(`${id}/tops.json`),
			read<ProjectBank>(`${id}/projects.json`),
			read<Guide>(`${id}/guide.json`)
		),
	locate: async () =>
		locateMeasures(
			read<PolygonTopology>(`${id}/provinces.topo.json`),
			read<PolygonTopology>(`${id}/provinces-detail.topo.json`),
			read<PolygonTopology>(`${id}/communes.topo.json`)
		),
	dossier: dossierMeasures,
	diagnostics: diagnosticMeasures,
	server: serverMeasures,
	browser: browserMeasures
};
const wanted = process.argv.slice(2);
const report: Record<string, readonly Measure[]> = {};
for (const [name, measure] of Object.entries(groups)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.log(`\n${name}`);
	report[name] = await measure();
	for (const { what, value, unit, goal, met } of report[name])
		console.log(`  ${met ? '✓' : '✗'} ${what}: ${value.toPrecision(3)} ${unit} (goal ${goal})`);
}
mkdirSync('bench', { recursive: true });
const machine = { node: process.version, platform: platform(), arch: arch(), cores: cpus().length, model: cpus()[0]?.model ?? 'unknown' };
writeFileSync('bench/report.json', `${JSON.stringify({ release: id, machine, report }, null, '\t')}\n`);
