import type { ComparedCell, ComparedRow, ComparedSector, Comparison, CountedRow, Verdict } from '#lib/core/diagnostic/compare.ts';
import type { Datum } from '#lib/core/diagnostic/datum.ts';
import type { Diagnostic } from '#lib/core/diagnostic/diagnostic.ts';
import type { Source } from '#lib/core/indicator/indicator.ts';
import type { Mark, SourceNote } from '#lib/i18n/diagnostic/report.ts';
import { marksOfLine, sourceNote } from '#lib/i18n/diagnostic/teller.ts';
import type { MessageKey } from '#lib/i18n/messages.ts';
import { dateText } from '#lib/i18n/symbols.ts';
import type { Words } from '#lib/i18n/words.ts';

/** One cell in words. */
export interface ToldCell {
	readonly text: string;
	/** Year, rank or why there is nothing; empty for none. */
	readonly note: string;
	readonly verdict: Verdict | null;
	/** «difference +2.1 points»; empty for none. */
	readonly difference: string;
	readonly marks: readonly Mark[];
}

/** One row in words. */
export interface ToldRow {
	readonly id: string;
	/** Sub-heading it stands under; empty for none. */
	readonly group: string;
	readonly label: string;
	/** Unit, or a caution about the row. */
	readonly note: string;
	readonly refs: readonly number[];
	readonly cells: readonly ToldCell[];
}

/** Rows under one heading. */
export interface ToldPart {
	readonly id: keyof Comparison;
	readonly title: string;
	readonly note: string;
	readonly rows: readonly ToldRow[];
}

/** A comparison in one language, with the sources its rows cite. */
export interface ToldComparison {
	readonly parts: readonly ToldPart[];
	readonly sources: readonly SourceNote[];
}

const COUNTED = {
	population: 'place.population',
	change: 'diagnostic.change',
	households: 'place.households',
	area: 'diagnostic.area',
	density: 'diagnostic.density',
	children: 'compare.row.level',
	documents: 'compare.row.documents',
	stock: 'compare.row.stock',
	named: 'compare.row.named'
} as const satisfies Record<CountedRow, MessageKey>;
const UNITS: Readonly<Partial<Record<string, MessageKey>>> = {
	population: 'diagnostic.people',
	area: 'diagnostic.area.note',
	density: 'diagnostic.density.unit'
};
const NOTES: Readonly<Partial<Record<keyof Comparison, MessageKey>>> = { fabric: 'compare.fabric.note', sectors: 'compare.sectors.note' };

/** Territories side by side, in the language of `words`. `sources` are those of the release. */
export function toldComparison(
	comparison: Comparison,
	{ release }: Pick<Diagnostic, 'release'>,
	words: Words,
	sources: ReadonlyMap<string, Source>
): ToldComparison {
	const numbers = new Map<string, number>();
	const refsOf = (data: readonly (Datum | null)[]): number[] => {
		const ids = new Set(data.flatMap((datum) => (datum ? [datum.source] : [])));
		for (const id of ids) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
		return [...ids].map((id) => numbers.get(id)!).sort((a, b) => a - b);
	};
	const part = (id: keyof Comparison, rows: readonly ToldRow[]): ToldPart => {
		const note = NOTES[id];
		return { id, title: words.t(`compare.${id}`), note: note ? words.t(note) : '', rows };
	};
	const figures = (id: 'facts' | 'needs' | 'potentials' | 'fabric'): ToldPart =>
		part(
			id,
			comparison[id].map((row) => figureRow(row, words, refsOf, id === 'needs'))
		);
	const parts = [
		figures('facts'),
		figures('needs'),
		figures('potentials'),
		figures('fabric'),
		part(
			'sectors',
			comparison.sectors.map((sector) => sectorRow(sector, words, refsOf))
		)
	];
	return { parts, sources: [...numbers].map(([id, number]) => sourceNote(id, number, release, words, sources)) };
}

type RefsOf = (data: readonly (Datum | null)[]) => number[];

function figureRow(row: ComparedRow, words: Words, refsOf: RefsOf, isGrouped: boolean): ToldRow {
	const { t, of } = words;
	const { id, indicator, cells, isMixed } = row;
	const unit = unitOf(row, words);
	const isPercent = id === 'change' || unit.startsWith('%');
	const year = sharedYear(row);
	return {
		id,
		group: isGrouped && indicator ? t(`dimension.${indicator.dimension}`) : '',
		label: indicator ? of(indicator.name) : t(COUNTED[id as CountedRow]),
		note: [unit, year, isMixed ? t('compare.mixed') : ''].filter((text) => text !== '').join(' · '),
		refs: refsOf(cells.map(({ datum }) => datum)),
		cells: cells.map((cell) => figureCell(cell, { id, isPercent, isDated: year === '' }, words))
	};
}

function unitOf({ id, indicator }: ComparedRow, { t, of }: Words): string {
	if (indicator) return of(indicator.unit);
	const counted = UNITS[id];
	return counted ? t(counted) : '';
}

/** The year that all figures of a row share, which is said once; empty where they differ, and for a count, which has a date of its own. */
function sharedYear({ id, cells, isMixed }: ComparedRow): string {
	if (id === 'stock' || isMixed) return '';
	return cells.find(({ datum }) => datum)?.datum?.year ?? '';
}

/** What a cell needs to know of its row: whether it says per cent, and whether each figure has a year of its own. */
interface CellFrame {
	readonly id: string;
	readonly isPercent: boolean;
	readonly isDated: boolean;
}

function figureCell({ datum, verdict, difference, isStale }: ComparedCell, row: CellFrame, words: Words): ToldCell {
	const { t, n, quantity } = words;
	if (!datum) {
		const missing = t(row.id === 'stock' ? 'status.not-published' : 'status.no-data');
		return { text: '–', note: missing, verdict: null, difference: '', marks: [] };
	}
	const { value, decimals, year } = datum;
	return {
		text: row.isPercent ? quantity(value, '%', decimals) : n(value, decimals),
		note: row.id === 'stock' ? dateText(words, year) : row.isDated ? (year ?? '') : '',
		verdict,
		difference: differenceText(difference, decimals, row.isPercent, words),
		marks: marksOfLine({ here: datum, isStale })
	};
}

/** Between two percentages the difference is in points. */
function differenceText(difference: number | null, decimals: number, isPoints: boolean, { t, signed }: Words): string {
	if (difference === null) return '';
	if (Math.abs(difference) < 0.5 * 10 ** -decimals) return t('compare.same');
	const value = signed(difference, decimals);
	return t('compare.difference', { difference: isPoints ? t('compare.points', { value }) : value });
}

function sectorRow({ chain, name, cells }: ComparedSector, words: Words, refsOf: RefsOf): ToldRow {
	const { t, n, of } = words;
	return {
		id: chain,
		group: '',
		label: of(name),
		note: '',
		refs: refsOf(cells.map(({ line }) => line.score)),
		cells: cells.map(({ line, verdict, difference }): ToldCell => {
			const { score, rank, ranked, type, isPromising } = line;
			if (!score || !rank) return { text: '–', note: t(`status.${line.status}`), verdict: null, difference: '', marks: [] };
			const said = [
				t('compare.rank', { rank: n(rank.value), of: n(ranked.value) }),
				...(type ? [t(`type.${type}`)] : []),
				...(isPromising ? [t('diagnostic.promising')] : [])
			];
			const points = differenceText(difference, score.decimals, true, words);
			return { text: n(score.value, score.decimals), note: said.join(' · '), verdict, difference: points, marks: [] };
		})
	};
}
