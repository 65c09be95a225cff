import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MARKET } from '#lib/core/scoring/model.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import type { Goalpost } from '#lib/core/composite/goalposts.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { quantile } from '#lib/core/statistics/quantile.ts';
import { isLevel, LEVELS, type Level } from '#lib/core/territory/territory.ts';
import { rowsOf } from './rows.ts';
import type { Goalposts } from './tables.ts';

const NONE: Goalposts = { region: {}, province: {}, commune: {} };

/** The frozen goalposts of a method folder. */
export function readGoalposts(methodFolder: string): Goalposts {
	const goalposts: Record<Level, Record<string, Goalpost>> = { region: {}, province: {}, commune: {} };
	for (const row of rowsOf(methodFolder, 'goalposts.csv')) {
		const level = row.text('level');
		if (!isLevel(level)) return row.fail(`«level» is no level: ${level}.`);
		goalposts[level][row.text('indicator')] = { lo: row.number('lo'), hi: row.number('hi') };
	}
	return goalposts;
}

/** Throws when a scored indicator that has values at a level has no goalposts there. */
export function checkGoalposts(tables: Readonly<Record<Level, LevelTable>>, method: Method): void {
	for (const level of LEVELS) {
		for (const [indicator, column] of Object.entries(tables[level].values)) {
			if (indicator === method.room.indicator || column.every(Number.isNaN)) continue;
			if (!tables[level].goalposts[indicator]) throw new Error(`goalposts.csv: ${indicator} has values at level ${level} but no goalposts.`);
		}
	}
}

/**
 * Goalposts of one level: the low and high type-7 quantiles of its known values, of ln(people) for the market.
 * Nothing for the room, which is compared with the nation, and nothing where a level has no value.
 */
export function goalpostsOf(table: LevelTable, method: Method): Record<string, Goalpost> {
	const [low, high] = method.goalpostQuantiles;
	const entries = Object.entries(table.values).flatMap(([indicator, column]) => {
		if (indicator === method.room.indicator) return [];
		const values = indicator === MARKET ? column.map(Math.log) : column;
		const lo = quantile(values, low);
		const hi = quantile(values, high);
		return lo === null || hi === null ? [] : [[indicator, { lo: rounded(lo), hi: rounded(hi) }] as const];
	});
	return Object.fromEntries(entries);
}

const rounded = (value: number): number => Number(value.toFixed(6));

/** Writes `goalposts.csv` of the current method from the current facts: for a new version of the method only. */
async function writeGoalposts(): Promise<void> {
	const { readRecords } = await import('./read.ts');
	const { METHOD_FOLDER, readMethod } = await import('./method.ts');
	const { levelTables } = await import('./tables.ts');
	const root = join(import.meta.dirname, '../../data');
	const folder = join(root, METHOD_FOLDER);
	const records = readRecords(root);
	const method = readMethod(folder);
	// Scales depend on figures and points only, not on polygons.
	const tables = levelTables(records, { territories: {}, adjacency: { region: {}, province: {}, commune: {} } }, method, NONE, new Map());
	const own = Object.fromEntries(LEVELS.map((level) => [level, goalpostsOf(tables[level], method)])) as Record<Level, Record<string, Goalpost>>;
	// An inherited value means what it means in its province: same value, same scale.
	for (const indicator of tables.commune.inherited) if (own.province[indicator]) own.commune[indicator] = own.province[indicator];
	const unitOf = new Map(records.indicators.map(({ id, unit }) => [id, id === MARKET ? 'ln(people)' : unit.en]));
	const lines = LEVELS.flatMap((level) =>
		Object.entries(own[level]).map(([indicator, { lo, hi }]) => {
			const origin = level === 'commune' && tables.commune.inherited.has(indicator) ? 'province baseline (inherited)' : `${level} baseline`;
			return `${level},${indicator},${lo},${hi},"${unitOf.get(indicator)}","5 % and 95 % type-7 quantiles, ${origin} of release 2026.11",2026-11-23`;
		})
	);
	writeFileSync(join(folder, 'goalposts.csv'), ['level,indicator,lo,hi,unit,source,date', ...lines, ''].join('\n'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeGoalposts();
