import type { Legend } from '#lib/core/cartography/scene.ts';
import type { Release } from '#lib/core/release/snapshot.ts';
import { formatPublished } from './dates.ts';
import type { LegendText } from './legend.ts';
import { isolated, isolatedId } from './locales.ts';
import type { Words } from './words.ts';

/** What a printed map says beside its titles and its legend, in the language of the page. */
export interface PrintText {
	readonly legend: string;
	/** Before the number of all territories. */
	readonly total: string;
	/** «Scale 1:6 470 000 in the middle of the map», with that number. */
	readonly scale: (numeric: string) => string;
	readonly kilometres: string;
	/** Of the small map of the whole country. */
	readonly inset: string;
	/** One line per variable, then who drew the boundaries. */
	readonly sources: readonly string[];
	readonly licence: string;
	/** Data and method by the id of the release. */
	readonly version: string;
	readonly date: string;
	readonly caution: string;
	/** Before the address. */
	readonly link: string;
	/** That figures of the reader's own are in it; null where there are none. */
	readonly own: string | null;
	readonly number: (value: number, decimals?: number) => string;
}

/** What the words of a printed map are made from. */
export interface PrintFacts {
	readonly legend: Legend;
	readonly text: LegendText;
	readonly release: Release;
	/** Ids of the licences of its sources (`LICENCES`), each once. */
	readonly licences: readonly string[];
	/** ISO date of the print. */
	readonly date: string;
	readonly hasOwnData: boolean;
}

/** The words of a printed map. */
export function printText(words: Words, facts: PrintFacts): PrintText {
	const { t, n, language } = words;
	const { id, method } = facts.release;
	const licences = facts.licences.map((licence) => isolated(language, licenceName(words, licence)));
	return {
		legend: t('legend.title'),
		total: t('export.map.total'),
		scale: (numeric) => t('export.map.scale', { scale: isolatedId(language, `1:${numeric}`) }),
		kilometres: t('map.kilometres'),
		inset: t('export.map.inset'),
		sources: [...sourcesOf(words, facts), t('map.attribution')],
		licence: t('export.map.licence', { licence: words.clauses(licences) }),
		version: t('export.map.version', { release: isolatedId(language, id), method: isolatedId(language, method) }),
		date: t('export.map.date', { date: formatPublished(language, facts.date) }),
		caution: t('app.statement'),
		link: t('export.map.link'),
		own: facts.hasOwnData ? t('export.map.own') : null,
		number: (value, decimals) => n(value, decimals)
	};
}

/** One line per source: what it tells where there is more than one variable, whose figures, which year. Where the legend brings no variables along, its own line. */
function sourcesOf(words: Words, { legend, text }: PrintFacts): string[] {
	const { t, language } = words;
	const { subject } = legend;
	if (subject.kind !== 'mapped') return [[text.source, ...(text.year === null ? [] : [text.year])].join(' · ')];
	const told = new Map<string, string[]>();
	for (const { title, year, credit } of subject.of) {
		const whose = [words.of(credit), ...(year === null ? [] : [year])].map((part) => isolated(language, part)).join(' · ');
		told.set(whose, [...(told.get(whose) ?? []), words.of(title)]);
	}
	return [...told].map(([whose, titles]) =>
		t('legend.source', { source: told.size === 1 ? whose : `${isolated(language, words.list(titles))} · ${whose}` })
	);
}

/** Licences with a name short enough for a line of print; an id without one is written as it is. */
const NAMED = ['CC-BY-4.0', 'ODbL-1.0', 'LicenseRef-HCP-reuse', 'LicenseRef-press-quotation', 'LicenseRef-register-counts'] as const;

function licenceName({ t }: Words, id: string): string {
	const known = NAMED.find((licence) => licence === id);
	return known ? t(`export.map.licence.${known}`) : id;
}
