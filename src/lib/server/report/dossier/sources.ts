import type { ModelSource } from '#lib/core/project/figure.ts';
import type { Words } from '#lib/i18n/words.ts';
import { text, type Section, type SourceEntry } from './blocks.ts';
import type { Dossier } from './dossier.ts';
import { modulesToName, optionsOf } from './options.ts';
import type { Telling } from './telling.ts';

/** A line of the list: one publication, which several ids may rest on. */
interface Listed extends Omit<ModelSource, 'id'> {
	readonly ids: readonly string[];
}

/** Sources of the figures, then what the guide rests on: instruments, modules, legal steps. Each publication once; what has none is not listed. */
function listedIn(dossier: Dossier, words: Words): Listed[] {
	const cited = citedIn(dossier);
	const figures = dossier.sources.filter(({ id }) => cited.has(id));
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
	const known = [...figures, ...instruments, ...modules, ...steps].filter(({ publisher, url }) => publisher !== '' || url !== null);
	const together = Map.groupBy(known, ({ publisher, title, vintage, url }) => [publisher, title, vintage, url].join('\n'));
	return [...together.values()].map((same) => ({ ...same[0]!, ids: [...new Set(same.map(({ id }) => id))] }));
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
export const numbersOf = (dossier: Dossier, words: Words): ReadonlyMap<string, number> =>
	new Map(listedIn(dossier, words).flatMap(({ ids }, index) => ids.map((id) => [id, index + 1] as const)));

/** False for the dash that stands for no date. */
export const isDate = (vintage: string): boolean => /\w/.test(vintage);

function entry({ ids, publisher, title, vintage, url }: Listed, index: number): SourceEntry {
	const address = url !== null && URL.canParse(url) ? new URL(url) : null;
	const isWeb = address !== null && /^https?:$/.test(address.protocol);
	return {
		number: index + 1,
		ids,
		text: [publisher, title].filter((part) => part !== '').join(' · '),
		vintage: isDate(vintage) ? vintage : '',
		url: isWeb ? address.href : null,
		host: isWeb ? address.hostname.replace(/^www\./, '') : null
	};
}

/** The list of sources: figures first, then what the guide rests on. */
export function sourcesSection({ dossier, words }: Telling): Section {
	const { t } = words;
	const entries = listedIn(dossier, words).map(entry);
	return {
		title: t('dossier.section.sources'),
		blocks: [text(t('dossier.sources.note'), 'muted'), { kind: 'sources', columns: columnsOf(entries) }]
	};
}

const COLUMNS = 3;
/** Letters of a line of a column, more or less: enough to tell a long entry from a short one. */
const LINE = 40;

/** The entries in their order, in columns of about the same height. */
function columnsOf(entries: readonly SourceEntry[]): SourceEntry[][] {
	const heights = entries.map(
		({ text: said, vintage, ids, host }) => 0.6 + Math.ceil([said, vintage, ...ids, host].join(' · ').length / LINE)
	);
	const total = heights.reduce((sum, height) => sum + height, 0);
	const columns = Array.from({ length: COLUMNS }, (): SourceEntry[] => []);
	let above = 0;
	entries.forEach((one, index) => {
		columns[Math.min(COLUMNS - 1, Math.floor((COLUMNS * (above + heights[index]! / 2)) / total))]!.push(one);
		above += heights[index]!;
	});
	return columns;
}
