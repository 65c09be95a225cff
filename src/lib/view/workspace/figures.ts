import type { Variable } from '#lib/core/cartography/style/variable.ts';
import type { Indicator, Source, ValueStatus } from '#lib/core/indicator/indicator.ts';
import type { Scorer } from '#lib/core/scoring/scorer.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';
import { variableText } from '#lib/i18n/variable-texts.ts';

/** One figure of an indicator in a territory. */
export interface Figure {
	readonly value: number | null;
	readonly year: string | null;
	readonly source: string | null;
	readonly status: ValueStatus | 'missing';
}

/** The figures of one indicator at one level, of one year or the newest of each territory. */
export interface Figures {
	readonly indicator: Indicator;
	readonly level: Level;
	/** By code; a territory without one is unknown. */
	readonly byCode: ReadonlyMap<string, Figure>;
	/** Of the sources that figures cite, by id. */
	readonly sources: ReadonlyMap<string, Source>;
}

/** So many sources are named in a credit line; the others are counted by the table. */
const NAMED_SOURCES = 3;

/** Figures as a variable: count or rate as the catalogue says, its colours by its role, low is strong where less means more need. */
export function figureVariable({ indicator, byCode, sources }: Figures, { table }: Pick<Scorer, 'table'>): Omit<Variable, 'id'> {
	const { territories, inherited, national, years } = table;
	const known = territories.flatMap(({ code }) => byCode.get(code) ?? []).filter(({ value }) => value !== null);
	const year = yearsOf(known.map((figure) => figure.year));
	// The nation's value is of the year that scores read: beside another year it is no reference.
	const isSameYear = year !== null && year === String(years[indicator.id]);
	return {
		title: indicator.name,
		unit: indicator.unit,
		year,
		// Where nothing is known, what would be is still somebody's.
		credit: creditsOf(new Set(known.length === 0 ? [indicator.source] : known.map(({ source }) => source ?? indicator.source)), sources),
		decimals: indicator.decimals,
		note: noteOf(indicator.id, known, inherited),
		measure: indicator.isCount ? 'count' : 'rate',
		family: familyOf(indicator),
		lowIsStrong: indicator.role === 'need' && indicator.direction === 'lower',
		values: Float64Array.from(territories, ({ code }) => byCode.get(code)?.value ?? NaN),
		states: ['no-data'],
		breaks: null,
		reference: indicator.isCount || !isSameYear ? null : (national[indicator.id] ?? null)
	};
}

function familyOf({ role, isCount }: Indicator): Variable['family'] {
	if (isCount) return 'cooperatives';
	return role === 'need' ? 'need' : 'potential';
}

/** «2024», or «2019–2023» where figures differ; null where none is known. */
function yearsOf(years: readonly (string | null)[]): string | null {
	const all = [...new Set(years.filter((year) => year !== null))].sort();
	if (all.length < 2) return all[0] ?? null;
	return all.length === 2 ? all.join(', ') : `${all[0]} … ${all.at(-1)}`;
}

function creditsOf(ids: ReadonlySet<string>, sources: ReadonlyMap<string, Source>): Text {
	const credits = [...ids].slice(0, NAMED_SOURCES).map((id): Text => sources.get(id)?.credit ?? { ar: id, fr: id, en: id });
	const more = ids.size > NAMED_SOURCES ? ' …' : '';
	const joined = (language: keyof Text): string => credits.map((credit) => credit[language]).join(' · ') + more;
	return { ar: joined('ar'), fr: joined('fr'), en: joined('en') };
}

/** What must be said of figures that are not as published: inherited first, then proxy, then computed. */
function noteOf(id: string, known: readonly Figure[], inherited: ReadonlySet<string>): Text | null {
	const statuses = new Set(known.map(({ status }) => status));
	if (inherited.has(id) || statuses.has('inherited')) return variableText('variable.inherited');
	if (statuses.has('proxy')) return variableText('variable.proxy');
	return statuses.has('derived') ? variableText('variable.status.derived') : null;
}
