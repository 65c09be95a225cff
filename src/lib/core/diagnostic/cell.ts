/**
 * Where a number of a diagnostic stands: the address of a cell in the tables of its release, or a rule over such addresses.
 * `indicators/unemployment_rate/MA-HAJ/2024`, `rank(indicators/unemployment_rate@2024/province, MA-HAJ)`. Readers may follow it by hand;
 * `npm run diagnostics` follows every one.
 */
export type Cell = string;

/** A figure of an indicator; of the nation under `MA`. */
export const indicatorCell = (indicator: string, territory: string, year: string): Cell => `indicators/${indicator}/${territory}/${year}`;

/** One column of a territory's own row. */
export const territoryCell = (code: string, column: 'populationLegal' | 'households' | 'areaKm2'): Cell => `territories/${code}#${column}`;

/** One column of a published count of cooperatives; rows of one address repeat one number. */
export const countCell = (
	{
		territory,
		branch,
		measure,
		asOf
	}: { readonly territory: string; readonly branch: string; readonly measure: string; readonly asOf: string | null },
	column: 'count' | 'members' | 'womenMembers'
): Cell => `counts/${territory}/${branch}/${measure}/${asOf ?? 'undated'}#${column}`;

/** The value of a documented potential. */
export const evidenceCell = (id: string): Cell => `evidence/${id}#value`;

/** One column of an existing project. */
export const projectCell = (id: string, column: 'amountMad' | 'indhAmountMad' | 'projectsCount' | 'areaM2'): Cell =>
	`projects/${id}#${column}`;

/** What the method says of a place for a chain, with balanced weights. */
export const scoreCell = (
	level: string,
	chain: string,
	code: string,
	column: 'score' | 'rank' | 'ranked' | 'low' | 'high' | 'top' | 'tied' | 'documented' | 'territories'
): Cell => `scores/${level}/${chain}/${code}#${column}`;

/** What a zone of the method comes to. */
export const zoneCell = (id: string, column: 'people' | 'areaKm2' | 'mean' | 'low' | 'high' | 'members'): Cell => `zones/${id}#${column}`;

/** One result of an economic model as shipped. */
export const modelCell = (id: string, column: 'investment' | 'members'): Cell => `models/${id}#${column}`;

/** Rank of a territory in an indicator at a level: 1 is the most favourable, for a need the greatest need. */
export const rankCell = (indicator: string, level: string, code: string): Cell => `rank(indicators/${indicator}/${level}, ${code})`;

/** How many territories of a level have a figure, and the lowest, the middle and the highest of them. */
export const levelCell = (rule: 'count' | 'lowest' | 'median' | 'highest', indicator: string, level: string): Cell =>
	`${rule}(indicators/${indicator}/${level})`;

/** The median of the figures of a group of territories. */
export const groupCell = (indicator: string, codes: readonly string[]): Cell => `median(indicators/${indicator}/{${codes.join(' ')}})`;

/** One cell divided by another. */
export const ratioCell = (numerator: Cell, denominator: Cell): Cell => `ratio(${numerator}, ${denominator})`;

/** How many percent the first cell is of the second. */
export const shareCell = (part: Cell, whole: Cell): Cell => `share(${part}, ${whole})`;

/** By how many percent the first cell differs from the second. */
export const changeCell = (newer: Cell, older: Cell): Cell => `change(${newer}, ${older})`;

/** How alike two territories of a level are. */
export const distanceCell = (level: string, code: string, other: string): Cell => `distance(${level}, ${code}, ${other})`;

/** How many rows of a table belong to a territory: `count(territories?parent=MA-03)`. */
export const rowsCell = (
	table: 'territories' | 'evidence' | 'cooperatives' | 'projects',
	key: 'parent' | 'territory' | 'within',
	value: string
): Cell => `count(${table}?${key}=${value})`;
