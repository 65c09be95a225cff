import type { Geography } from '#lib/core/geo/geography.ts';
import { chainStrengths, evidenceColumns, type ChainStrengths } from '#lib/core/potential/evidence-columns.ts';
import type { BankRecords } from '#lib/core/release/records.ts';
import type { Method } from '#lib/core/scoring/method.ts';
import { MARKET } from '#lib/core/scoring/model.ts';
import type { Goalpost } from '#lib/core/composite/goalposts.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { lastYear } from '#lib/core/indicator/indicator.ts';
import { LEVELS, type Level, type Territory } from '#lib/core/territory/territory.ts';
import { INHERITED } from './computed.ts';
import { gateIndex, gatesOf, type GateOf } from './gates.ts';

/** Goalposts per level and indicator, as `goalposts.csv` freezes them. */
export type Goalposts = Readonly<Record<Level, Readonly<Record<string, Goalpost>>>>;

/** What a communes table takes from the level above although a few have their own: the room of a province is one room. */
const INHERITED_BY_COMMUNES: ReadonlySet<string> = new Set([...INHERITED, 'cooperator_share']);

/** Every indicator the score or its room uses, in the order of the method. */
export function scoredIndicators(method: Method): string[] {
	const blocks = [...method.need, ...method.access].flatMap(({ terms }) => terms);
	const mixes = Object.values(method.potential).flatMap(({ terms }) => terms);
	const terms = [...blocks, ...method.humanBase, ...mixes].map(({ indicator }) => indicator);
	return [...new Set([...terms, MARKET, method.room.indicator])];
}

/** The records with the labels, areas and coasts that the polygons give. */
export function withGeography(records: BankRecords, geography: Geography): BankRecords {
	const territories = records.territories.map((territory) => {
		const shape = geography.territories[territory.code];
		if (!shape) throw new Error(`The geometry has nothing on ${territory.code}, not even that it has no polygon.`);
		return { ...territory, label: shape.label, areaKm2: shape.areaKm2, coastal: shape.coastal ?? false };
	});
	return { ...records, territories };
}

/** Everything the score of the three levels needs. `listed` are the chains that only listed provinces may have (`gates.csv`). */
export function levelTables(
	records: BankRecords,
	geography: Geography,
	method: Method,
	goalposts: Goalposts,
	listed: ReadonlyMap<string, ReadonlySet<string>>
): Record<Level, LevelTable> {
	const context = contextOf(records, geography, method, goalposts, listed);
	return Object.fromEntries(LEVELS.map((level) => [level, levelTable(context, level)])) as Record<Level, LevelTable>;
}

interface Context {
	readonly records: BankRecords;
	readonly method: Method;
	readonly goalposts: Goalposts;
	readonly figures: Figures;
	readonly strengths: ChainStrengths;
	readonly gate: GateOf;
}

function contextOf(
	records: BankRecords,
	geography: Geography,
	method: Method,
	goalposts: Goalposts,
	listed: ReadonlyMap<string, ReadonlySet<string>>
): Context {
	const figures = newestFigures(records);
	const strengths = chainStrengths(records.evidence, records.territories, method.evidence);
	const townKm = figures.get('town_distance_km') ?? new Map<string, Figure>();
	const gate = gatesOf({
		territories: records.territories,
		geography,
		listed,
		aquaculture: new Set(strengths.get('aquaculture')?.keys()),
		towns: new Set([...townKm].filter(([, { value }]) => value === 0).map(([code]) => code)),
		townKm: new Map([...townKm].map(([code, { value }]) => [code, value])),
		townReachKm: method.market.cutKm
	});
	return { records, method, goalposts, figures, strengths, gate };
}

function levelTable(context: Context, level: Level): LevelTable {
	const { records, method, figures, goalposts, strengths } = context;
	const territories = records.territories.filter((territory) => territory.level === level);
	const indicators = scoredIndicators(method);
	const inherited = level === 'commune' ? indicators.filter((id) => INHERITED_BY_COMMUNES.has(id)) : [];
	const source = ({ code, parent }: Territory, indicator: string): string => (inherited.includes(indicator) ? parent! : code);
	const column = (indicator: string): Float64Array =>
		Float64Array.from(territories, (territory) => figures.get(indicator)?.get(source(territory, indicator))?.value ?? NaN);
	return {
		level,
		territories,
		values: record(indicators, column),
		national: nationalFigures(figures, indicators),
		years: yearsOf(figures, indicators, territories, source),
		inherited: new Set(inherited),
		goalposts: goalposts[level],
		...evidenceColumns(strengths, chainIds(records), territories),
		gates: record(chainIds(records), (chain) => Uint8Array.from(territories, (territory) => gateIndex(context.gate(chain, territory))))
	};
}

interface Figure {
	readonly value: number;
	readonly year: number;
}
type Figures = ReadonlyMap<string, ReadonlyMap<string, Figure>>;

/** The newest figure per indicator and territory; inherited rows are left to the table itself. */
function newestFigures({ values }: BankRecords): Figures {
	const figures = new Map<string, Map<string, Figure>>();
	for (const { indicator, territory, year, value, status } of values) {
		if (status === 'inherited') continue;
		const column = figures.get(indicator) ?? new Map<string, Figure>();
		const known = column.get(territory);
		if (!known || lastYear(year) > known.year) column.set(territory, { value, year: lastYear(year) });
		figures.set(indicator, column);
	}
	return figures;
}

function nationalFigures(figures: Figures, indicators: readonly string[]): Record<string, number> {
	return Object.fromEntries(indicators.flatMap((id) => (figures.get(id)?.has('MA') ? [[id, figures.get(id)!.get('MA')!.value]] : [])));
}

function yearsOf(
	figures: Figures,
	indicators: readonly string[],
	territories: readonly Territory[],
	source: (territory: Territory, indicator: string) => string
): Record<string, number> {
	return Object.fromEntries(
		indicators.flatMap((id) => {
			const years = territories.flatMap((territory) => figures.get(id)?.get(source(territory, id))?.year ?? []);
			return years.length > 0 ? [[id, Math.max(...years)]] : [];
		})
	);
}

const chainIds = ({ chains }: BankRecords): string[] => chains.map(({ id }) => id);

const record = <T>(keys: readonly string[], value: (key: string) => T): Record<string, T> => Object.fromEntries(keys.map((key) => [key, value(key)]));
