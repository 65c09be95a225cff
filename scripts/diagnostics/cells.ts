import type { Cell } from '#lib/core/diagnostic/cell.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { addressOf } from './address.ts';
import { tablesOf, type Tables } from './csv.ts';
import { figuresIn, type PrintedFigures } from './figures.ts';
import { GOLDEN_DECIMALS, standingIn, type Standing } from './fresh.ts';
import { countCell, evidenceCell, modelCell, projectCell, rowCount, territoryCell } from './records.ts';
import { distanceOf, rankOf, summaryOf } from './rules.ts';

/** The number at an address. */
export interface Resolved {
	readonly value: number;
	/** To how many decimals the table prints it; null where it is exact. */
	readonly decimals: number | null;
}

/** Finds the number at an address. Throws a sentence that names an address that leads nowhere. */
export type Resolve = (cell: Cell) => Resolved;

/** Indicators that no table prints: the release measures them between points, so they are read from it. */
const MEASURED = ['town_distance_km', 'regional_seat_distance_km', 'market_people'] as const;

interface Parts {
	readonly tables: Tables;
	readonly figures: PrintedFigures;
	readonly standing: Standing;
	/** km² of the drawn polygons by code. */
	readonly areas: ReadonlyMap<string, number>;
	/** Version of the method. */
	readonly method: string;
}

/**
 * Follows addresses to the fact tables, the golden scores and the method under `data`, without the bank. Only what stands in no
 * table is taken from the release: distances, people within reach, areas of polygons, and what the method draws, drawn again.
 */
export async function resolverOf(data: string, release: OpenedRelease): Promise<Resolve> {
	const tables = tablesOf(data);
	const { adjacency, territories } = await release.geography();
	const parts: Parts = {
		tables,
		figures: figuresIn(tables, await measuredBy(release)),
		standing: standingIn(tables, {
			region: await release.scorer('region'),
			province: await release.scorer('province'),
			adjacency: adjacency.province
		}),
		areas: new Map(Object.entries(territories).flatMap(([code, { areaKm2 }]) => (areaKm2 === null ? [] : [[code, areaKm2] as const]))),
		method: release.release.method
	};
	const known = new Map<Cell, Resolved>();
	return (cell) => {
		const found = known.get(cell) ?? resolved(parts, cell);
		known.set(cell, found);
		return found;
	};
}

async function measuredBy({ bank }: OpenedRelease): Promise<Map<string, Map<string, number>>> {
	const columns = await Promise.all(
		MEASURED.map(async (indicator) => {
			const values = await Promise.all((['region', 'province'] as const).map((level) => bank.indicators.values(indicator, level)));
			return [indicator, new Map(values.flat().map(({ territory, value }) => [territory, value]))] as const;
		})
	);
	return new Map(columns);
}

function resolved(parts: Parts, cell: Cell): Resolved {
	try {
		const value = valueAt(parts, cell);
		return { value, decimals: /^scores\/.*#score$/.test(cell) ? GOLDEN_DECIMALS : null };
	} catch (cause) {
		throw new Error(`${cell} leads nowhere: ${(cause as Error).message}`, { cause });
	}
}

function valueAt(parts: Parts, cell: Cell): number {
	const address = addressOf(cell);
	if (address.kind === 'rule') return ruleAt(parts, address.rule, address.parts);
	const { table, path, column } = address;
	const { tables, figures, standing, areas } = parts;
	switch (table) {
		case 'indicators':
			return figures.of(path[0]!, path[1]!, path.slice(2).join('/'));
		case 'territories':
			return territoryCell(tables, areas, path, column);
		case 'counts':
			return countCell(tables, path, column);
		case 'evidence':
			return evidenceCell(tables, path, column);
		case 'projects':
			return projectCell(tables, path, column);
		case 'models':
			return modelCell(tables, path, column);
		case 'scores':
			return standing.score(path, column);
		case 'zones':
			return standing.zone(path, column);
		default:
			throw new Error(`there is no table ${table}`);
	}
}

function ruleAt(parts: Parts, rule: string, [first, second, third]: readonly string[]): number {
	const { tables, figures, method } = parts;
	if (first === undefined) throw new Error('the rule is over nothing');
	if (second === undefined) return first.includes('?') ? rowCount(tables, rule, first) : summaryOf(rule, figures, first);
	if (rule === 'rank') return rankOf(tables, figures, first, second);
	if (rule === 'distance') return distanceOf(tables, figures, method, first, [second, third ?? '']);
	const relation = RELATIONS[rule];
	if (!relation) throw new Error(`there is no rule ${rule}`);
	return relation(valueAt(parts, first), valueAt(parts, second));
}

/** One number beside another: divided by it, as per cent of it, and the difference as per cent of it. */
const RELATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
	ratio: (a, b) => a / b,
	share: (a, b) => (100 * a) / b,
	change: (a, b) => 100 * (a / b - 1)
};
