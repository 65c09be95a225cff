import { randomBytes } from 'node:crypto';
import { UNKNOWN, type Decisions, type RowState } from '#lib/core/import/import.ts';
import { chainKey } from '#lib/core/register/chain.ts';
import { cleanText, LONGEST_TEXT } from '#lib/core/register/clean-text.ts';
import { createExaminer, type Examined } from '#lib/core/register/examine.ts';
import { isField, REGISTER_FIELDS, type Mapping, type RegisterField } from '#lib/core/register/field.ts';
import { decidedPlace, matchPlace, placeTextKey, type PlaceMatch } from '#lib/core/register/place.ts';
import { withPosition } from '#lib/core/register/place-position.ts';
import { error, warning, type RowProblem } from '#lib/core/register/problem.ts';
import type { RowValues } from '#lib/core/register/row.ts';
import { columnsOf, type EntryFields } from '../db/living/entry-columns.ts';
import type { Cells, Choice } from '../db/living/import-rows.ts';
import type { StagedRow } from '../db/living/schema/register.ts';
import type { Bearings } from './bearings.ts';

/** A row before it is examined: what the file says, what was decided, and what it has to do with others. */
export interface UnsettledRow {
	readonly line: number;
	readonly cells: Cells;
	readonly decisions: Decisions;
	readonly entry: string;
	readonly known: boolean;
	readonly sameAs: string | null;
	readonly resembles: string | null;
	readonly recalled: boolean;
}

/** Answers given to earlier imports, by the text that asked. */
export interface Recalled {
	readonly place: ReadonlyMap<string, string>;
	readonly chain: ReadonlyMap<string, string>;
}

/** Examines rows of one import and says what comes of them. */
export type Settle = (row: UnsettledRow) => StagedRow;

/** The cells of a row of the file by field, without the columns that are left alone and without what tells of a person inside the others. */
export function cellsOf(cells: readonly string[], mapping: Mapping): Cells {
	const told: Record<string, string> = {};
	mapping.forEach((use, column) => {
		const cell = cells[column];
		// One letter more than is kept, so that it is still seen to be too long.
		if (cell && isField(use)) told[use] ??= cell.slice(0, LONGEST_TEXT + 1);
	});
	if (cells.slice(mapping.length).some((cell) => cell.trim() !== '')) told[BEYOND] = BEYOND;
	return withoutPersons(told);
}

/** Marks among the cells: something stood beyond the last header; something about a person was taken out of these fields. */
const BEYOND = '+';
const TAKEN_OUT = '-';

/** The cells without telephone numbers, addresses and numbers of persons that stand inside a text. */
export function withoutPersons(cells: Cells): Cells {
	const found = REGISTER_FIELDS.filter((field) => cells[field] !== undefined && cleanText(cells[field]).done.includes('personal-data'));
	if (found.length === 0) return cells;
	const cleaned = found.map((field) => [field, cleanText(cells[field]!).text ?? ''] as const);
	return { ...cells, ...Object.fromEntries(cleaned), [TAKEN_OUT]: found.join(' ') };
}

/** A function that settles the rows of import `id`; it remembers texts it has met. */
export function createSettle(id: string, bearings: Bearings, thisYear: number, recalled: Recalled | null = null): Settle {
	const { places, chains, locate } = bearings;
	const examine = createExaminer({ mapping: REGISTER_FIELDS, thisYear, places, chains, locate });
	return (row) => {
		const examined = examinedCells(row.cells, examine);
		const decisions = recalled === null ? row.decisions : answered(examined, row.decisions, recalled);
		const place = placeOf(examined, decisions, bearings);
		const chain = chainOf(examined, decisions, bearings);
		const same = row.sameAs ?? (decisions.twin === 'same' ? row.resembles : null);
		const twin = twinAsked(row, decisions);
		return {
			import: id,
			line: row.line,
			state: stateOf(decisions, place.problems, same, [place.asks, chain.waits ? chain.asks : null, place.contradiction, twin]),
			cells: JSON.stringify(row.cells),
			decisions: JSON.stringify(decisions),
			problems: JSON.stringify(place.problems),
			warnings: place.problems.length,
			candidates: JSON.stringify({ place: place.choices, chain: chain.choices }),
			...{ ask_place: place.asks, ask_chain: chain.asks, ask_point: place.contradiction, ask_twin: twin },
			...entryOf(row, same),
			same_as: row.sameAs,
			resembles: row.resembles,
			recalled: row.recalled || decisions !== row.decisions ? 1 : 0,
			...columnsOf({ ...examined.values, name: examined.values.name ?? '', ...place.at, ...chain.in })
		};
	};
}

/** What the cells of a row come to, with a word about each person's data that was taken out of them. */
function examinedCells(
	{ [BEYOND]: beyond, [TAKEN_OUT]: takenOut, ...told }: Cells,
	examine: (cells: readonly string[]) => Examined
): Examined {
	const cells = REGISTER_FIELDS.map((field) => told[field] ?? '');
	const examined = examine(beyond === undefined ? cells : [...cells, beyond]);
	if (takenOut === undefined) return examined;
	const personal = takenOut.split(' ').map((field) => warning('personal-data', field as RegisterField));
	return { ...examined, problems: [...personal, ...examined.problems] };
}

/** What a row resembles, when that has to be asked. */
const twinAsked = ({ sameAs, resembles }: UnsettledRow, { twin }: Decisions): string | null =>
	sameAs === null && twin === undefined ? resembles : null;

/** The id of an entry that is not there yet. */
export const newEntry = (): string => randomBytes(8).toString('hex');

function entryOf({ entry, known }: UnsettledRow, same: string | null): Pick<StagedRow, 'entry' | 'known'> {
	if (same?.startsWith(ENTRY)) return { entry: same.slice(ENTRY.length), known: 1 };
	return { entry: known ? newEntry() : entry, known: 0 };
}

/** How what a row says again is written: an entry of the register. Anything else is an earlier line of the file. */
export const ENTRY = 'entry:';

function stateOf(decisions: Decisions, problems: readonly RowProblem[], same: string | null, asks: readonly (string | null)[]): RowState {
	if (decisions.skipped) return 'skipped';
	if (problems.some(({ severity }) => severity === 'error')) return 'error';
	if (same !== null && !same.startsWith(ENTRY)) return 'repeated';
	return asks.some((asked) => asked !== null) ? 'review' : 'ready';
}

/** The decisions with what earlier imports were answered; the same object when there is nothing. */
function answered({ values, place, chain }: Examined, decisions: Decisions, recalled: Recalled): Decisions {
	const where = isOpen(place) && decisions.place === undefined ? recalled.place.get(placeTextKey(values)) : undefined;
	const what = chain.outcome !== 'chain' && decisions.chain === undefined ? recalled.chain.get(chainKey(values)) : undefined;
	if (where === undefined && what === undefined) return decisions;
	return { ...decisions, ...(where === undefined ? {} : { place: where }), ...(what === undefined ? {} : { chain: what }) };
}

const isOpen = ({ outcome }: PlaceMatch): boolean => outcome === 'ambiguous' || outcome === 'unmatched';

/** Whether a code is one of a commune or a province that rows can be put into. */
export const isPlaceable = ({ places }: Bearings, code: string): boolean => places.provinceOf.has(code) || places.scopes.regionOf.has(code);

/** Where a row belongs after what was decided, and everything that is still wrong with it. */
interface Placed {
	readonly at: Pick<EntryFields, 'commune' | 'province' | 'region' | 'position'>;
	readonly choices: readonly Choice[];
	readonly problems: readonly RowProblem[];
	readonly asks: string | null;
	readonly contradiction: string | null;
}

function placeOf({ values, place, problems: all }: Examined, decisions: Decisions, bearings: Bearings): Placed {
	const dropped = decisions.point === 'words';
	const position = dropped ? null : values.position;
	const match = decidedMatch(values, place, { decisions, position }, bearings);
	const others = all.filter(
		(problem) => !place.problems.includes(problem) && problem.kind !== 'no-place' && !(dropped && isOfPoint(problem))
	);
	const misplaced = others.some(({ severity, kind }) => severity === 'error' && kind.startsWith('position'));
	const nowhere = match.outcome === 'none' && decisions.place === undefined && !misplaced ? [error('no-place', 'row')] : [];
	const contradiction = match.problems.find(({ kind }) => kind === 'position-in-other-province');
	return {
		at: { commune: match.commune, province: match.province, region: match.region, position },
		choices: place.candidates.map(({ code, score }) => ({ id: code, score })),
		problems: [...others, ...match.problems, ...nowhere],
		asks: decisions.place === undefined && isOpen(match) ? placeTextKey(values) : null,
		contradiction: contradiction ? `${contradiction.found} | ${contradiction.suggestion ?? ''}` : null
	};
}

const isOfPoint = ({ field }: RowProblem): boolean => field === 'position' || field === 'lat' || field === 'lon';

function decidedMatch(
	values: RowValues,
	told: PlaceMatch,
	{ decisions, position }: { decisions: Decisions; position: RowValues['position'] },
	bearings: Bearings
): PlaceMatch {
	const { places, locate } = bearings;
	const located = decisions.point === 'point' && position !== null ? locate(position)?.commune : null;
	if (located) return decidedPlace(places, located);
	const { place: code } = decisions;
	if (code !== undefined && code !== UNKNOWN && isPlaceable(bearings, code))
		return withPosition(places, placeOfCode(code, bearings), position, locate);
	return decisions.point === 'words' ? matchPlace(places, values) : told;
}

function placeOfCode(code: string, { places }: Bearings): PlaceMatch {
	if (places.provinceOf.has(code)) return decidedPlace(places, code);
	const region = places.scopes.regionOf.get(code)!;
	return { outcome: 'matched', commune: null, province: code, region, by: 'province', score: 1, candidates: [], problems: [] };
}

/** The chain of a row after what was decided, and what may be decided about it. */
interface Chained {
	readonly in: Pick<EntryFields, 'chain' | 'branch'>;
	readonly choices: readonly Choice[];
	readonly asks: string | null;
	/**
	 * Whether the row waits for the answer. Only a choice between several chains keeps it waiting; words that mean no chain of ours may be
	 * answered, and the row is entered without one meanwhile.
	 */
	readonly waits: boolean;
}

function chainOf({ values, chain: match }: Examined, { chain: decided }: Decisions, { branchOf }: Bearings): Chained {
	const chain = decidedChain(decided, branchOf) ?? (decided === UNKNOWN ? null : match.chain);
	const branch = match.branch ?? branchOf.get(chain ?? '') ?? null;
	const isOpen = chain === null && decided === undefined;
	return {
		in: { chain, branch },
		choices: match.candidates.map(({ chain: id, score }) => ({ id, score })),
		asks: (isOpen && chainKey(values)) || null,
		waits: match.outcome === 'ambiguous'
	};
}

const decidedChain = (decided: string | undefined, branchOf: Bearings['branchOf']): string | null =>
	decided !== undefined && branchOf.has(decided) ? decided : null;
