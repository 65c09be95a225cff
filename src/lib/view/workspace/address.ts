import { CLASS_COUNTS, isMapKind, type ClassChoice, type MapStyle } from '#lib/core/cartography/style/map-style.ts';
import { CLASS_METHODS } from '#lib/core/statistics/classify.ts';
import { isAggregator, isPreset } from '#lib/core/scoring/method.ts';
import { isLevel, levelOfCode, type Level } from '#lib/core/territory/territory.ts';
import { formatWeights, parseWeights, type Known } from '../address.ts';
import { isOwn, parseVariableId } from './variable-id.ts';
import { COMPARISONS, DEFAULT_SPEC, DEFAULT_WORKSPACE, type MapSpec, type TableView, type Workspace } from './workspace.ts';

/** What a link of the workspace may name. */
export interface KnownOfWorkspace extends Pick<Known, 'isTerritory' | 'isRelease' | 'isChain'> {
	/** True for an indicator of the catalogue, scored or not. */
	isFigure(indicator: string): boolean;
	/** True for a palette of the house. */
	isPalette(id: string): boolean;
}

/** A workspace read from a link. Never fails: what it cannot use is in `issues` and replaced by what stands without it. */
export interface ParsedWorkspace {
	readonly workspace: Workspace;
	/** Names of the parameters that were ignored, as the link writes them. */
	readonly issues: readonly string[];
	/** The release the link asks for, when it cannot be shown here. */
	readonly staleRelease: string | null;
}

/** The parameters of the second map begin with this. */
const SECOND = 'b-';

/** Longest text of one parameter; a selection and columns have their own. */
const LONGEST = 200;
const LONGEST_LIST = 30_000;

/** Columns of a table, breaks of a classification: more are not drawn. */
export const MOST_COLUMNS = 12;

type Read = <T>(name: string, fallback: T, parse: (text: string) => T | null, longest?: number) => T;

/** The workspace a link asks for, as far as `known` allows. */
export function parseWorkspace(search: URLSearchParams, known: KnownOfWorkspace): ParsedWorkspace {
	const issues: string[] = [];
	const read: Read = (name, fallback, parse, longest = LONGEST) => {
		const text = search.get(name);
		if (text === null || text === '') return fallback;
		const value = text.length > longest ? null : parse(text);
		if (value === null) issues.push(name);
		return value ?? fallback;
	};
	const territory = read<string | null>('territory', null, (text) => (known.isTerritory(text) ? text : null));
	const asked = read<Level>('level', DEFAULT_WORKSPACE.level, (text) => (isLevel(text) ? text : null));
	const level = territory === null ? asked : levelOfCode(territory);
	const workspace: Workspace = {
		level,
		first: readSpec(read, '', DEFAULT_WORKSPACE.first, known),
		second: readSpec(read, SECOND, DEFAULT_WORKSPACE.second, known),
		comparison: read('compare', DEFAULT_WORKSPACE.comparison, (text) => COMPARISONS.find((one) => one === text) ?? null),
		territory,
		against: read<string | null>('against', null, (text) => (known.isTerritory(text) && levelOfCode(text) === level ? text : null)),
		selection: read('select', DEFAULT_WORKSPACE.selection, (text) => readSelection(text, level, known), LONGEST_LIST),
		table: readTable(read, known),
		basemap: read('basemap', false, flag),
		release: null
	};
	const release = search.get('release');
	if (release === null || release === '') return { workspace, issues, staleRelease: null };
	if (known.isRelease(release)) return { workspace: { ...workspace, release }, issues, staleRelease: null };
	return { workspace, issues, staleRelease: release.slice(0, 64) };
}

const flag = (text: string): boolean | null => (text === '1' ? true : null);

function readSpec(read: Read, prefix: string, fallback: MapSpec, known: KnownOfWorkspace): MapSpec {
	const at = <T>(name: string, without: T, parse: (text: string) => T | null): T => read(prefix + name, without, parse);
	const variable = (text: string) => (isVariable(text, known) ? text : null);
	const preset = at<MapSpec['weights']>('preset', fallback.weights, (text) => (isPreset(text) ? { kind: 'preset', preset: text } : null));
	return {
		of: at('of', fallback.of, variable),
		by: at('by', fallback.by, variable),
		kind: at('kind', fallback.kind, (text) => (isMapKind(text) ? text : null)),
		classing: readClassing(at),
		palette: at<string | null>('palette', null, (text) => (known.isPalette(text) ? text : null)),
		reversed: at('reversed', false, flag),
		opacity: at('opacity', fallback.opacity, (text) => wholeIn(text, 20, 100)),
		range: { from: at<number | null>('from', null, number), to: at<number | null>('to', null, number) },
		only: at<readonly number[] | null>('only', null, readRows),
		weights: at<MapSpec['weights']>('weights', preset, (text) => {
			const weights = parseWeights(text);
			return weights && { kind: 'own', weights };
		}),
		aggregator: at('aggregator', fallback.aggregator, (text) => (isAggregator(text) ? text : null))
	};
}

/** True when an id names a variable that can be shown; the reader's own never comes by a link. */
function isVariable(id: string, known: KnownOfWorkspace): boolean {
	const ref = parseVariableId(id);
	if (!ref || ref.kind === 'own') return false;
	if ('chain' in ref) return known.isChain(ref.chain);
	return ref.kind !== 'indicator' || known.isFigure(ref.indicator);
}

type At = <T>(name: string, fallback: T, parse: (text: string) => T | null) => T;

function readClassing(at: At): ClassChoice | null {
	const method = at<ClassChoice['method'] | null>('method', null, (text) => CLASS_METHODS.find((one) => one === text) ?? null);
	const classes = at<number | null>('classes', null, (text) => wholeIn(text, CLASS_COUNTS.fewest, CLASS_COUNTS.most));
	const breaks = at<readonly number[] | null>('breaks', null, readBreaks);
	if (breaks !== null) return { method: method ?? 'manual', classes: breaks.length + 1, breaks };
	if (method === null && classes === null) return null;
	// Breaks by hand without breaks are none.
	return { method: method === null || method === 'manual' ? 'quantile' : method, classes: classes ?? 5, breaks: null };
}

/** Inner breaks, strictly ascending, at most eight. */
function readBreaks(text: string): readonly number[] | null {
	const breaks = text.split(',').map((part) => number(part));
	if (breaks.length >= CLASS_COUNTS.most) return null;
	return breaks.every((value, i) => value !== null && (i === 0 || value > breaks[i - 1]!)) ? (breaks as number[]) : null;
}

/** Rows of a legend as small whole numbers. */
function readRows(text: string): readonly number[] | null {
	const rows = text.split(',').map((part) => wholeIn(part, 0, 30));
	return rows.every((row) => row !== null) ? ([...new Set(rows)].sort((a, b) => a! - b!) as number[]) : null;
}

function number(text: string): number | null {
	if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return null;
	const value = Number(text);
	return Number.isFinite(value) ? value : null;
}

function wholeIn(text: string, least: number, most: number): number | null {
	const value = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
	return value >= least && value <= most ? value : null;
}

/** Codes of the level; one that is unknown spoils the list, for a part of a selection is another selection. */
function readSelection(text: string, level: Level, known: KnownOfWorkspace): readonly string[] | null {
	const codes = [...new Set(text.split(','))].sort();
	return codes.every((code) => known.isTerritory(code) && levelOfCode(code) === level) ? codes : null;
}

function readTable(read: Read, known: KnownOfWorkspace): TableView {
	const { table } = DEFAULT_WORKSPACE;
	const isColumn = (id: string): boolean => isVariable(id, known);
	return {
		open: read('table', false, flag),
		columns: read('columns', table.columns, (text) => readColumns(text, isColumn), LONGEST * 4),
		sort: read('sort', table.sort, (text) => {
			const descending = text.startsWith('-');
			const by = descending ? text.slice(1) : text;
			return by === 'name' || isColumn(by) ? { by, descending } : null;
		}),
		filter: read('filter', '', (text) => text),
		onlySelected: read('rows', false, (text) => (text === 'selected' ? true : null))
	};
}

function readColumns(text: string, isColumn: (id: string) => boolean): readonly string[] | null {
	const columns = [...new Set(text.split(','))];
	return columns.length <= MOST_COLUMNS && columns.every(isColumn) ? columns : null;
}

/** The query of a workspace, without «?»: what is as it opens is left out, and so is everything of the reader's own. */
export function formatWorkspace(workspace: Workspace): string {
	const { level, first, second, comparison, territory, against, selection, table, basemap, release } = withoutOwn(workspace);
	const said: [string, string | null][] = [
		// A territory says its level itself.
		['level', territory !== null || level === DEFAULT_WORKSPACE.level ? null : level],
		...saidSpec('', first, DEFAULT_WORKSPACE.first),
		['compare', comparison === 'none' ? null : comparison],
		...saidSpec(SECOND, second, DEFAULT_WORKSPACE.second),
		['territory', territory],
		['against', against],
		['select', selection.length === 0 ? null : selection.join(',')],
		['table', table.open ? '1' : null],
		['columns', table.columns.length === 0 ? null : table.columns.join(',')],
		['sort', table.sort.by === 'name' && !table.sort.descending ? null : (table.sort.descending ? '-' : '') + table.sort.by],
		['filter', table.filter === '' ? null : table.filter],
		['rows', table.onlySelected ? 'selected' : null],
		['basemap', basemap ? '1' : null],
		['release', release]
	];
	return said.flatMap(([name, value]) => (value === null ? [] : [`${name}=${readable(value)}`])).join('&');
}

/** Commas, colons and «@» of codes and ids are legal in a query; written plainly a link stays readable. */
const readable = (value: string): string => encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%40', '@');

function saidSpec(prefix: string, spec: MapSpec, plain: MapSpec): [string, string | null][] {
	const unless = <T>(value: T, same: T, text: string): string | null => (value === same ? null : text);
	const { of, by, kind, classing, palette, reversed, opacity, range, only, weights, aggregator } = spec;
	const said: [string, string | null][] = [
		['of', unless(of, plain.of, of)],
		['by', unless(by, plain.by, by)],
		['kind', unless(kind, plain.kind, kind)],
		['method', classing ? classing.method : null],
		['classes', classing && classing.breaks === null ? String(classing.classes) : null],
		['breaks', classing?.breaks ? classing.breaks.join(',') : null],
		['palette', palette],
		['reversed', reversed ? '1' : null],
		['opacity', unless(opacity, plain.opacity, String(opacity))],
		['from', range.from === null ? null : String(range.from)],
		['to', range.to === null ? null : String(range.to)],
		['only', only === null ? null : only.join(',')],
		['preset', weights.kind === 'preset' && !isBalanced(weights) ? weights.preset : null],
		['weights', weights.kind === 'own' ? formatWeights(weights.weights) : null],
		['aggregator', unless(aggregator, plain.aggregator, aggregator)]
	];
	return said.map(([name, value]) => [prefix + name, value]);
}

const isBalanced = (weights: MapSpec['weights']): boolean =>
	weights.kind === 'preset' && DEFAULT_SPEC.weights.kind === 'preset' && weights.preset === DEFAULT_SPEC.weights.preset;

/** The workspace without the reader's own columns: a map of one falls back to what the workspace opens with, style and all. */
export function withoutOwn(workspace: Workspace): Workspace {
	const { first, second, table } = workspace;
	return {
		...workspace,
		first: specWithoutOwn(first, DEFAULT_WORKSPACE.first),
		second: specWithoutOwn(second, DEFAULT_WORKSPACE.second),
		table: {
			...table,
			columns: table.columns.filter((id) => !isOwn(id)),
			sort: isOwn(table.sort.by) ? DEFAULT_WORKSPACE.table.sort : table.sort
		}
	};
}

function specWithoutOwn(spec: MapSpec, plain: MapSpec): MapSpec {
	// Breaks and rows of an own column tell of its values.
	if (isOwn(spec.of)) return plain;
	return isOwn(spec.by) ? { ...spec, by: plain.by } : spec;
}

/** True when the workspace shows something that a link leaves out. */
export const hasOwn = ({ first, second, table }: Workspace): boolean =>
	[first.of, first.by, second.of, second.by, ...table.columns, table.sort.by].some(isOwn);

/** No link is longer, so that it survives mail and chat. */
export const LONGEST_LINK = 2000;

/** A link to a workspace at `path`, in at most 2,000 characters with `origin`: a selection that is too long for it is left out, and that is said. */
export function linkOf(
	origin: string,
	path: string,
	workspace: Workspace,
	hash = ''
): { readonly address: string; readonly isCut: boolean } {
	const address = (of: Workspace): string => {
		const query = formatWorkspace(of);
		return (query === '' ? path : `${path}?${query}`) + hash;
	};
	const whole = address(workspace);
	if (origin.length + whole.length <= LONGEST_LINK) return { address: whole, isCut: false };
	const { columns, sort } = DEFAULT_WORKSPACE.table;
	const short = address({ ...workspace, selection: [] });
	if (origin.length + short.length <= LONGEST_LINK) return { address: short, isCut: true };
	return { address: address({ ...workspace, selection: [], table: { ...workspace.table, columns, sort } }), isCut: true };
}

/** The style of a spec alone. */
export const styleOf = ({ kind, classing, palette, reversed, opacity, range, only }: MapSpec): MapStyle => ({
	kind,
	classing,
	palette,
	reversed,
	opacity,
	range,
	only
});
