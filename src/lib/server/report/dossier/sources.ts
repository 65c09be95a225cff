import type { ModelSource } from '#lib/core/project/figure.ts';
import type { Words } from '#lib/i18n/words.ts';
import { text, type Section, type SourceEntry } from './blocks.ts';
import type { Dossier } from './dossier.ts';
import { modulesToName, optionsOf } from './options.ts';
import type { Telling } from './telling.ts';

/** Sources of the figures, then what the guide rests on: instruments, modules, legal steps. Each id once. */
export function sourcesOf(
	dossier: Dossier,
	words: Words
): { readonly figures: readonly ModelSource[]; readonly guide: readonly ModelSource[] } {
	const seen = new Set<string>();
	const once = (sources: readonly ModelSource[]) => sources.filter(({ id }) => !seen.has(id) && seen.add(id));
	// What they are called stands where their number stands; the list says who publishes it and when.
	const instruments = optionsOf(dossier.funding).listed.map(({ instrument: { id, operatorText, vintage, url } }) => ({
		...{ id, vintage, url },
		publisher: words.of(operatorText),
		title: ''
	}));
	const modules = dossier.training.flatMap((item) =>
		modulesToName(item).map(({ id, providerText, vintage, url }) => ({ id, vintage, url, publisher: words.of(providerText), title: '' }))
	);
	const steps = dossier.steps.map(({ step: { id, url } }) => ({ id, url, publisher: '', title: '', vintage: '' }));
	const cited = citedIn(dossier);
	return { figures: once(dossier.sources.filter(({ id }) => cited.has(id))), guide: once([...instruments, ...modules, ...steps]) };
}

/** Ids of the sources that the place, the reasons, the figures of the model and those shared by all rest on. */
function citedIn({ place, why, model, shared }: Dossier): ReadonlySet<string> {
	const said = why === null ? [] : [...why.reasons, ...why.limits, ...(why.change === null ? [] : [why.change])];
	const costs = [...model.capex, ...model.variable, ...model.labour, ...model.fixed].map(({ cost }) => cost);
	const sales = model.revenue.flatMap(({ quantity, price }) => [quantity, price]);
	const figures = [...costs, ...sales, shared.smag, shared.loanRate, shared.discountRate];
	return new Set([...(place?.sources ?? []), ...[...said, ...figures, model.grant].flatMap(({ sources }) => sources)]);
}

/** The number of each source id in the printed list, counted from 1. */
export function numbersOf(dossier: Dossier, words: Words): ReadonlyMap<string, number> {
	const { figures, guide } = sourcesOf(dossier, words);
	return new Map([...figures, ...guide].map(({ id }, index) => [id, index + 1]));
}

/** False for the dash that stands for no date. */
export const isDate = (vintage: string): boolean => /\w/.test(vintage);

function entry({ id, publisher, title, vintage, url }: ModelSource, number: number): SourceEntry {
	const parts = [publisher, title].filter((part) => part !== '');
	const address = url !== null && URL.canParse(url) ? new URL(url) : null;
	const isWeb = address !== null && /^https?:$/.test(address.protocol);
	return {
		number,
		id,
		text: parts.join(' · '),
		vintage: isDate(vintage) ? vintage : '',
		url: isWeb ? address.href : null,
		host: isWeb ? address.hostname.replace(/^www\./, '') : null
	};
}

/** The list of sources: figures first, then what the guide rests on. */
export function sourcesSection({ dossier, words, refs }: Telling): Section {
	const { t } = words;
	const { figures, guide } = sourcesOf(dossier, words);
	const entries = [...figures, ...guide].map((source) => entry(source, refs([source.id])[0] ?? 0));
	return {
		title: t('dossier.section.sources'),
		isNewPage: false,
		blocks: [text(t('dossier.sources.note'), 'muted'), { kind: 'sources', columns: columnsOf(entries) }]
	};
}

const COLUMNS = 3;
/** Letters of a line of a column, more or less: enough to tell a long entry from a short one. */
const LINE = 44;

/** The entries in their order, in columns of about the same height. */
function columnsOf(entries: readonly SourceEntry[]): SourceEntry[][] {
	const heights = entries.map(({ text: said, vintage, id, host }) => 0.5 + Math.ceil([said, vintage, id, host].join(' · ').length / LINE));
	const total = heights.reduce((sum, height) => sum + height, 0);
	const columns = Array.from({ length: COLUMNS }, (): SourceEntry[] => []);
	let above = 0;
	entries.forEach((one, index) => {
		columns[Math.min(COLUMNS - 1, Math.floor((COLUMNS * (above + heights[index]! / 2)) / total))]!.push(one);
		above += heights[index]!;
	});
	return columns;
}
