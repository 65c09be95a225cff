import type { CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import { ALL_BRANCHES, newestStocks, publishedOf, type Published, type Stock } from '#lib/core/cooperative/stock.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import type { Words } from '#lib/i18n/words.ts';
import { isIn, type NamedPlace, type Places } from './directory-list.ts';

/** Another published figure of a territory: older, of one branch, of women-only or of new cooperatives. */
export interface OtherFigure extends Pick<CooperativeCount, 'measure' | 'asOf' | 'members' | 'source'> {
	readonly key: string;
	readonly count: number;
	/** Name of its branch, or that all are meant. */
	readonly branch: string;
	readonly note: string | null;
}

/** The newest published number of cooperatives of a place, with what else is published there. */
export interface CountedPlace extends NamedPlace, Published, Pick<Stock, 'members' | 'measure' | 'source'> {
	readonly level: 'nation' | 'region' | 'province' | 'area';
	readonly note: string | null;
	/** Newest first. */
	readonly others: readonly OtherFigure[];
}

/** A place without a published total; figures of another kind may be published there. */
export interface UncountedPlace extends NamedPlace {
	readonly level: 'region' | 'province' | 'area';
	readonly others: readonly OtherFigure[];
	/** True when it is in an area that is counted as one. */
	readonly isInArea: boolean;
}

/** Counts of one region: itself first, then its provinces by name. */
export interface CountGroup extends NamedPlace {
	readonly counted: readonly CountedPlace[];
	readonly uncounted: readonly UncountedPlace[];
}

/** What is published, and where nothing is: two classes that are never mixed. */
export interface CountScreen {
	/** Null unless the whole country is asked for. */
	readonly nation: CountedPlace | null;
	readonly groups: readonly CountGroup[];
	/** Areas of several provinces that are counted as one; they are no regions. */
	readonly areas: Pick<CountGroup, 'counted' | 'uncounted'>;
	/** How many of the regions and provinces that are shown have a published total. */
	readonly totals: Readonly<Record<'region' | 'province', { readonly all: number; readonly counted: number }>>;
}

/** The published counts of a territory, or of the whole country when it is null, as told in a release of `releaseYear`. */
export function countScreen(
	counts: readonly CooperativeCount[],
	places: Places,
	words: Words,
	territory: string | null,
	releaseYear: number
): CountScreen {
	const reader = new CountReader(counts, places, words, releaseYear);
	const groups = places.regions.map((region) => groupOf(reader, region, places, territory)).filter((group) => group !== null);
	const provinces = places.provinces.filter(({ code, parent }) => isIn(territory, parent!, code)).map(({ code }) => code);
	const total = (level: 'region' | 'province') => {
		const counted = groups.flatMap((group) => group.counted.filter((place) => place.level === level)).length;
		return { all: counted + groups.flatMap((group) => group.uncounted.filter((place) => place.level === level)).length, counted };
	};
	return {
		nation: territory === null ? reader.counted('MA', 'nation', words.t('kind.nation')) : null,
		groups,
		areas: reader.areas((parts) => parts.some((part) => provinces.includes(part))),
		totals: { region: total('region'), province: total('province') }
	};
}

function groupOf(reader: CountReader, region: Territory, { provinces }: Places, territory: string | null): CountGroup | null {
	const own = provinces.filter(({ code, parent }) => parent === region.code && isIn(territory, region.code, code));
	const shown = [...(isIn(territory, region.code, null) ? [region] : []), ...reader.sorted(own)];
	if (shown.length === 0) return null;
	const counted: CountedPlace[] = [];
	const uncounted: UncountedPlace[] = [];
	for (const { code, level, name } of shown) {
		const place = reader.counted(code, level === 'region' ? 'region' : 'province', reader.words.of(name));
		if (place) counted.push(place);
		else uncounted.push(reader.uncounted(code, level === 'region' ? 'region' : 'province', reader.words.of(name)));
	}
	return { code: region.code, name: reader.words.of(region.name), counted, uncounted };
}

/** Published figures by territory, in one language. */
class CountReader {
	readonly words: Words;
	readonly #rows: ReadonlyMap<string, readonly CooperativeCount[]>;
	readonly #stocks: ReadonlyMap<string, Stock>;
	readonly #branches: ReadonlyMap<string, string>;
	readonly #provinces: ReadonlyMap<string, string>;
	readonly #releaseYear: number;

	constructor(counts: readonly CooperativeCount[], { branches, provinces }: Places, words: Words, releaseYear: number) {
		this.words = words;
		this.#rows = Map.groupBy(counts, ({ territory }) => territory);
		this.#stocks = new Map(newestStocks(counts.filter(({ branch }) => branch === ALL_BRANCHES)).map((stock) => [stock.territory, stock]));
		this.#branches = new Map(branches.map(({ code, name }) => [code, words.of(name)]));
		this.#releaseYear = releaseYear;
		this.#provinces = new Map(provinces.map(({ code, name }) => [code, words.of(name)]));
	}

	/** Areas that pass, in the order of the facts; the code of each joins those of its provinces by `+`. */
	areas(passes: (provinces: readonly string[]) => boolean): CountScreen['areas'] {
		const codes = [...this.#rows.keys()].filter((code) => code.includes('+') && passes(code.split('+')));
		const nameOf = (code: string): string => this.words.list(code.split('+').map((part) => this.#provinces.get(part) ?? part));
		return {
			counted: codes.flatMap((code) => this.counted(code, 'area', nameOf(code)) ?? []),
			uncounted: codes.filter((code) => !this.#stocks.has(code)).map((code) => this.uncounted(code, 'area', nameOf(code)))
		};
	}

	/** The newest total of a place; null when none is published. */
	counted(code: string, level: CountedPlace['level'], name: string): CountedPlace | null {
		const stock = this.#stocks.get(code);
		if (!stock) return null;
		const { members, measure, source, note } = stock;
		return {
			...publishedOf(stock, this.#releaseYear),
			code,
			level,
			name,
			members,
			measure,
			source,
			note: note && this.words.of(note),
			others: this.#others(code, stock)
		};
	}

	/** A place without a total. */
	uncounted(code: string, level: UncountedPlace['level'], name: string): UncountedPlace {
		return {
			code,
			level,
			name,
			others: this.#others(code, null),
			isInArea: [...this.#stocks.keys()].some((area) => area.includes('+') && area.split('+').includes(code))
		};
	}

	sorted(territories: readonly Territory[]): Territory[] {
		const { compare } = new Intl.Collator(LOCALES[this.words.language]);
		return territories.toSorted((a, b) => compare(this.words.of(a.name), this.words.of(b.name)));
	}

	#others(code: string, shown: Stock | null): OtherFigure[] {
		const rows = (this.#rows.get(code) ?? []).flatMap((row, i) =>
			row === shown || row.count === null ? [] : [{ row, count: row.count, i }]
		);
		// Undated figures come last: nobody knows how old they are.
		rows.sort((a, b) => (b.row.asOf ?? '').localeCompare(a.row.asOf ?? '') || a.i - b.i);
		return rows.map(({ row: { measure, asOf, members, source, branch, note }, count, i }) => ({
			key: `${code}-${i}`,
			measure,
			asOf,
			members,
			source,
			count,
			branch: branch === ALL_BRANCHES ? this.words.t('directory.branch.all') : (this.#branches.get(branch) ?? branch),
			note: note && this.words.of(note)
		}));
	}
}
