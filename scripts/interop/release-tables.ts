import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { State } from '#lib/core/cartography/scene.ts';
import type { ExportQuestion, ExportTable } from '#lib/core/export/table.ts';
import { exportTable } from '#lib/core/export/table.ts';
import { LEVEL_OBJECTS } from '#lib/core/geo/geography.ts';
import { shapesOf, type PolygonTopology, type Shapes } from '#lib/core/geo/topology.ts';
import { decodeTable, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { STATUSES } from '#lib/core/scoring/outcome.ts';
import { createScorer, type Scorer } from '#lib/core/scoring/scorer.ts';
import { LEVELS, type Level } from '#lib/core/territory/territory.ts';

const BUILT = 'data/built';
const CHAIN = 'honey';

/** A level of the built release as it is exported, with its shapes. */
export interface ReleaseTable {
	readonly table: ExportTable;
	readonly shapes: Shapes;
}

/** Every level of the current release with all indicators of its snapshot and one score, gaps and all. */
export function releaseTables(): readonly ReleaseTable[] {
	const { id } = read<{ id: string }>('current.json');
	const snapshot = read<Snapshot>(join(id, 'snapshot.json'));
	const encoded = { ...snapshot.levels, commune: read<EncodedTable>(join(id, 'communes.json')) };
	const provinces = read<PolygonTopology>(join(id, 'provinces-detail.topo.json'));
	const topologies = { region: provinces, province: provinces, commune: read<PolygonTopology>(join(id, 'communes.topo.json')) };
	return LEVELS.map((level) => ({
		table: tableOf(snapshot, encoded[level], level),
		shapes: shapesOf(topologies[level], LEVEL_OBJECTS[level])
	}));
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(BUILT, file), 'utf8')) as T;

function tableOf(snapshot: Snapshot, encoded: EncodedTable, level: Level): ExportTable {
	const { release, method, chains } = snapshot;
	const scorer = createScorer(method, decodeTable(encoded), chains, Number(release.date.slice(0, 4)));
	return exportTable({
		level,
		territories: scorer.table.territories,
		variables: [...indicatorsOf(snapshot, scorer), scoreOf(snapshot, scorer)],
		only: null,
		withOwn: false,
		release,
		date: release.date,
		permalink: `http://localhost/ar/workspace?release=${release.id}`
	});
}

type Exported = ExportQuestion['variables'][number];
const SHARED = { family: 'need', lowIsStrong: false, breaks: null, reference: null, note: null, isOwn: false } as const;

const indicatorsOf = ({ indicators, sources }: Snapshot, { table }: Scorer): Exported[] =>
	indicators.flatMap(({ id, name, unit, year, decimals, source }) => {
		const values = table.values[id];
		const from = sources.find((one) => one.id === source);
		if (!values || !from) return [];
		const said = { title: name, unit, year, decimals, credit: from.credit, licences: [from.licence] };
		return [{ ...SHARED, ...said, id: `indicator:${id}`, measure: 'rate', values, states: ['no-data'] }];
	});

function scoreOf({ chains, method }: Snapshot, scorer: Scorer): Exported {
	const { score, status } = scorer.scores(CHAIN, method.presets.balanced, 'geometric');
	const name = chains.find(({ id }) => id === CHAIN)!.name;
	const stateOf = (index: number): State => {
		const one = STATUSES[status[index]!]!;
		return one === 'scored' ? 'no-data' : one;
	};
	return {
		...SHARED,
		id: `score:${CHAIN}`,
		measure: 'index',
		title: name,
		unit: { ar: '', fr: '', en: '' },
		year: null,
		credit: { ar: 'Furas', fr: 'Furas', en: 'Furas' },
		decimals: 0,
		licences: ['CC-BY-4.0'],
		values: score,
		states: ['not-documented', 'insufficient', 'ineligible'],
		stateOf
	};
}
