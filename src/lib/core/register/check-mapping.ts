import { isColumnUse, isField, NAME_FIELDS, type RegisterField } from './field.ts';
import { headerKey, headerMeanings } from './header-words.ts';
import { shortened, type Severity } from './problem.ts';

/** Everything that can be wrong with a mapping. */
export const MAPPING_PROBLEM_KINDS = [
	'no-name',
	'no-place',
	'half-position',
	'twice',
	'unknown-use',
	'wrong-length',
	'personal-column',
	'blank-header',
	'same-header',
	'unknown-header'
] as const;
export type MappingProblemKind = (typeof MAPPING_PROBLEM_KINDS)[number];

/** One thing wrong with a mapping; an error keeps the file from being read. */
export interface MappingProblem {
	readonly kind: MappingProblemKind;
	readonly severity: Severity;
	/** Columns it is about, from 0; empty when it is about none. */
	readonly columns: readonly number[];
	readonly field: RegisterField | null;
	/** A header or a use as it was given, shortened; empty when there is none to show. */
	readonly found: string;
}

const problem = (
	kind: MappingProblemKind,
	severity: Severity,
	columns: readonly number[] = [],
	found = '',
	field: RegisterField | null = null
): MappingProblem => ({ kind, severity, columns, field, found: shortened(found) });

/** What is wrong with a mapping that somebody chose, errors first. Empty when it can be used and nothing is worth saying. */
export function checkMapping(headers: readonly string[], uses: readonly string[]): readonly MappingProblem[] {
	if (uses.length !== headers.length) return [problem('wrong-length', 'error', [], String(uses.length))];
	return [...wrongUses(headers, uses), ...missing(uses), ...repeated(uses), ...headerProblems(headers, uses)].sort(
		(a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')
	);
}

function wrongUses(headers: readonly string[], uses: readonly string[]): MappingProblem[] {
	return uses.flatMap((use, column) => {
		if (!isColumnUse(use)) return [problem('unknown-use', 'error', [column], use)];
		const personal = isField(use) && headerMeanings(headers[column]!)[0]?.use === 'personal';
		return personal ? [problem('personal-column', 'error', [column], headers[column], use)] : [];
	});
}

/** A register needs a name and one way to a place: a commune or its code, a province, or a point. */
function missing(uses: readonly string[]): MappingProblem[] {
	const used = new Set(uses);
	const point = used.has('position') || (used.has('lat') && used.has('lon'));
	const half = used.has('lat') !== used.has('lon');
	const placed = point || used.has('commune') || used.has('communeCode') || used.has('province');
	return [
		...(NAME_FIELDS.some((field) => used.has(field)) ? [] : [problem('no-name', 'error')]),
		...(placed ? [] : [problem('no-place', 'error')]),
		...(half ? [problem('half-position', 'error', [], '', used.has('lat') ? 'lon' : 'lat')] : [])
	];
}

function repeated(uses: readonly string[]): MappingProblem[] {
	const columns = Map.groupBy(uses.keys(), (column) => uses[column]!);
	return [...columns].flatMap(([use, same]) => (isField(use) && same.length > 1 ? [problem('twice', 'error', same, '', use)] : []));
}

function headerProblems(headers: readonly string[], uses: readonly string[]): MappingProblem[] {
	const first = new Map<string, number>();
	return headers.flatMap((header, column) => {
		const key = headerKey(header);
		if (key === '') return [problem('blank-header', 'warning', [column])];
		const earlier = first.get(key);
		if (earlier !== undefined) return [problem('same-header', 'warning', [earlier, column], header)];
		first.set(key, column);
		return uses[column] === 'ignored' && headerMeanings(header).length === 0
			? [problem('unknown-header', 'warning', [column], header)]
			: [];
	});
}
