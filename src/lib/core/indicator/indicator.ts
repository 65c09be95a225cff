import type { Level } from '#lib/core/territory/territory.ts';
import type { Text } from '#lib/core/text/text.ts';

/** Where figures come from: publisher, title, licence. Keyed by `id` in every table that cites it. */
export interface Source {
	readonly id: string;
	readonly publisher: string;
	readonly title: string;
	readonly url: string | null;
	/** SPDX id; what has none is a `LicenseRef-` id that the message `licence.<id>` spells out. */
	readonly licence: string;
	/** The credit line a figure of this source must carry. */
	readonly credit: Text;
}

/** How a figure came to be; `inherited` and `proxy` are said wherever it shows. */
export type ValueStatus = 'published' | 'derived' | 'computed' | 'inherited' | 'proxy';

/** What is measured, in which unit, and which way counts as more need or more potential. */
export interface Indicator {
	readonly id: string;
	readonly name: Text;
	readonly unit: Text;
	readonly dimension: 'economic' | 'social' | 'infrastructure' | 'environmental';
	readonly role: 'need' | 'potential' | 'access' | 'context';
	/** Neutral indicators are shown, never scored. */
	readonly direction: 'higher' | 'lower' | 'neutral';
	/** Decimals a reader needs. */
	readonly decimals: number;
	/** Id of its main source; a row may cite another. */
	readonly source: string;
	/** Number of territories with a value of the newest year, per level. */
	readonly coverage: Readonly<Record<Level, number>>;
	/** Newest year shown, as published ("2024", "2014", "2019-2023"). */
	readonly year: string;
	/** True when values are counts (proportional symbols), false for rates (choropleth). */
	readonly isCount: boolean;
}

/** The code that figures and counts of the nation carry. */
export const NATION = 'MA';

/** The last year of a period as a number: "2024" → 2024, "2019-2023" → 2023, "2025-Q3" → 2025. */
export const lastYear = (year: string): number => Math.max(...[...year.matchAll(/\d{4}/g)].map(([digits]) => Number(digits)));

/** One figure: which indicator, where, when, from which source, and how it came to be. */
export interface IndicatorValue {
	readonly indicator: string;
	readonly territory: string;
	/** As published: "2024", "2014", "2019-2023". */
	readonly year: string;
	readonly value: number;
	readonly source: string;
	readonly status: ValueStatus;
	readonly note: Text | null;
}
