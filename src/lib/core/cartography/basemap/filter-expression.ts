import type { Expression } from './style-json.ts';

type Filter = readonly unknown[];

/** Operators of the older kind alone. */
const OLDER = new Set(['!in', '!has', 'none']);
const COMPARED = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** True for a filter that is an expression already; the older kind names a property where an expression has `['get', …]`. */
function isExpression(filter: Expression): boolean {
	if (!Array.isArray(filter)) return true;
	const [operator, first] = filter as unknown[];
	if (OLDER.has(operator as string)) return false;
	if (operator === 'any' || operator === 'all') return filter.slice(1).every(isExpression);
	if (operator === 'has') return first !== '$id' && first !== '$type';
	if (operator !== 'in' && !COMPARED.has(operator as string)) return true;
	return comparesExpressions(filter);
}

/** True where a comparison is one of expressions: a bare word is a property in the older kind. */
function comparesExpressions([operator, first, second, ...more]: Filter): boolean {
	if (operator === 'in') return more.length === 0 && second !== undefined && (typeof first !== 'string' || Array.isArray(second));
	return second === undefined || more.length > 0 || Array.isArray(first) || Array.isArray(second);
}

/** A filter of a layer as an expression, so that it can be narrowed: both kinds may not be mixed. True where there is none. */
export function asExpression(filter: Expression): Expression {
	if (filter === undefined || filter === null) return true;
	return isExpression(filter) ? filter : converted(filter as Filter);
}

function converted(filter: Filter): Expression {
	const operator = filter[0] as string;
	const write = WRITTEN[operator];
	return write ? write(filter.slice(1)) : ordered(operator, filter[1], filter[2]);
}

const WRITTEN: Readonly<Record<string, (rest: Filter) => Expression>> = {
	all: (rest) => ['all', ...rest.map(asExpression)],
	any: (rest) => ['any', ...rest.map(asExpression)],
	none: (rest) => ['!', ['any', ...rest.map(asExpression)]],
	has: ([key]) => (key === '$type' || key === '$id' ? true : ['has', key]),
	'!has': (rest) => ['!', asExpression(['has', ...rest])],
	in: ([key, ...values]) => among(key, values),
	'!in': ([key, ...values]) => ['!', among(key, values)],
	'==': ([key, ...values]) => among(key, values),
	'!=': ([key, ...values]) => ['!', among(key, values)]
};

const valueOf = (key: unknown): Expression => (key === '$id' ? ['id'] : ['get', key]);

function among(key: unknown, values: Filter): Expression {
	// The older kind does not tell one part from several.
	if (key === '$type') return ['in', ['geometry-type'], ['literal', values.flatMap((type) => [type, `Multi${String(type)}`])]];
	return ['in', valueOf(key), ['literal', values]];
}

/** What is no number, or no text, is neither more nor less. */
const ordered = (operator: string, key: unknown, value: unknown): Expression => [
	'case',
	['==', ['typeof', valueOf(key)], typeof value],
	[operator, valueOf(key), value],
	false
];
