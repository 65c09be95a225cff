import { formatAbout, type About } from '#lib/core/feedback/about.ts';
import type { Seen, StatedSource } from '#lib/core/feedback/feedback.ts';
import { figureAt } from '#lib/core/feedback/model-figure.ts';
import type { Cooperative } from '#lib/core/cooperative/cooperative.ts';
import { NATION } from '#lib/core/indicator/indicator.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { LANGUAGES, type Text } from '#lib/core/text/text.ts';
import { measureText } from '#lib/i18n/measures.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '../release.ts';
import { scoreRowOf } from '../scores.ts';

/** A value of a release that somebody may write about, with all a reader needs to know which one it is. */
export interface ResolvedSubject {
	readonly about: About;
	/** `formatAbout(about)`. */
	readonly reference: string;
	readonly seen: Seen;
	/** Where it is; null for what belongs to the nation or to no place. */
	readonly place: Territory | null;
	/** As the living store keeps it: the code of the place, `MA` for the nation, null for what has none. */
	readonly territory: string | null;
	/** Region and province of the place: whose delegate answers. Null where the value has none, and its sender says where he knows it from. */
	readonly region: string | null;
	readonly province: string | null;
	/** Chain it speaks for; null for none. */
	readonly chain: string | null;
	/** Whether it is a figure at all. */
	readonly isNumber: boolean;
	/** The page that shows it, without language. */
	readonly page: string;
}

/** The value a reference names in a release; null when the release has no such value. */
export async function subjectOf(opened: OpenedRelease, about: About): Promise<ResolvedSubject | null> {
	const found = await lookUp(opened, about);
	if (!found) return null;
	const { territory, seen, chain, page } = found;
	const line = territory === null || territory === NATION ? [] : await opened.bank.territories.line(territory);
	const code = (level: Territory['level']): string | null => line.find((one) => one.level === level)?.code ?? null;
	return {
		about,
		reference: formatAbout(about),
		territory,
		place: line[0] ?? null,
		region: found.region ?? code('region'),
		province: code('province'),
		isNumber: seen.value !== null,
		seen,
		chain,
		page
	};
}

/** What one kind of value knows of itself. */
interface Found {
	readonly seen: Seen;
	readonly territory: string | null;
	readonly chain: string | null;
	readonly page: string;
	/** Region of something that has no place more exact than that. */
	readonly region?: string;
}

function lookUp(opened: OpenedRelease, about: About): Promise<Found | null> {
	switch (about.kind) {
		case 'indicator':
			return about.territory === null || about.year === null
				? indicatorFound(opened, about.indicator)
				: figureFound(opened, about.indicator, about.territory, about.year);
		case 'score':
			return scoreFound(opened, about.chain, about.territory);
		case 'evidence':
			return evidenceFound(opened, about.id);
		case 'cooperative':
			return cooperativeFound(opened, about.id);
		case 'count':
			return countFound(opened, about);
		case 'project':
			return projectFound(opened, about.id);
		case 'model':
			return modelFound(opened, about.model, about.path);
	}
}

const pageOf = (territory: string): string => (territory === NATION ? '/method' : `/territory/${territory}`);

async function indicatorFound({ bank }: OpenedRelease, id: string): Promise<Found | null> {
	const indicator = await bank.indicators.find(id);
	if (!indicator) return null;
	const { name, unit, year, decimals } = indicator;
	const source = await sourceOf(bank, indicator.source);
	return { seen: { name, value: null, unit, decimals, year, source }, territory: null, chain: null, page: `/method#${id}` };
}

async function figureFound({ bank }: OpenedRelease, id: string, territory: string, year: string): Promise<Found | null> {
	const [indicator, series] = await Promise.all([bank.indicators.find(id), bank.indicators.series(id, territory)]);
	const value = series.find((one) => one.year === year);
	if (!indicator || !value) return null;
	const { name, unit, decimals } = indicator;
	const seen = { name, value: value.value, unit, decimals, year, source: await sourceOf(bank, value.source) };
	return { seen, territory, chain: null, page: pageOf(territory) };
}

async function scoreFound(opened: OpenedRelease, id: string, code: string): Promise<Found | null> {
	const chain = opened.snapshot.chains.find((one) => one.id === id);
	const territory = await opened.bank.territories.find(code);
	if (!chain || !territory) return null;
	const scorer = await opened.scorer(territory.level);
	const lens = { weights: opened.snapshot.method.presets.balanced, aggregator: 'geometric' } as const;
	const score = scoreRowOf(scorer, [chain], code, lens)?.score ?? null;
	const name = await inEveryLanguage(({ t, of }) => t('feedback.about.score', { chain: of(chain.name) }));
	const seen = {
		name,
		value: score,
		unit: await inEveryLanguage(({ t }) => t('feedback.unit.score')),
		decimals: 1,
		year: null,
		source: null
	};
	return { seen, territory: code, chain: id, page: `/territory/${code}?chain=${id}#score` };
}

async function evidenceFound({ bank }: OpenedRelease, id: string): Promise<Found | null> {
	const row = (await bank.potentials.list()).find((one) => one.id === id);
	if (!row) return null;
	const { product: name, value, unit, year, source, territory, chain } = row;
	return { seen: { name, value, unit, decimals: decimalsOf(value), year, source }, territory, chain, page: pageOf(territory) };
}

async function cooperativeFound({ bank }: OpenedRelease, id: string): Promise<Found | null> {
	const row = await namedCooperative({ bank }, id);
	if (!row) return null;
	const { name, year, source, region, province } = row;
	return {
		seen: { name, value: null, unit: null, decimals: 0, year, source },
		territory: province ?? region,
		region,
		chain: null,
		page: `/cooperatives#${id}`
	};
}

/** The named cooperative of an id; null when the release has none. */
export async function namedCooperative({ bank }: Pick<OpenedRelease, 'bank'>, id: string): Promise<Cooperative | null> {
	return (await bank.cooperatives.list()).find((one) => one.id === id) ?? null;
}

async function countFound({ bank }: OpenedRelease, about: Extract<About, { kind: 'count' }>): Promise<Found | null> {
	const { territory, branch, measure, asOf } = about;
	const rows = await bank.cooperatives.counts(territory);
	const row = rows.find((one) => one.branch === branch && one.measure === measure && one.asOf === asOf && one.count !== null);
	if (!row) return null;
	const branchName = (await bank.sectors.branches()).find(({ code }) => code === branch)?.name ?? null;
	const name = await inEveryLanguage((words) =>
		[measureText(words, measure), branchName === null ? words.t('count.branch.all') : words.of(branchName)].join(' · ')
	);
	const seen = { name, value: row.count, unit: null, decimals: 0, year: asOf, source: row.source };
	return { seen, territory, chain: null, page: '/cooperatives#counts' };
}

async function projectFound({ bank }: OpenedRelease, id: string): Promise<Found | null> {
	const row = (await bank.projects.list()).find((one) => one.id === id);
	if (!row) return null;
	const { name, amountMad: value, period: year, source: title, territory } = row;
	const seen = {
		name,
		value,
		unit: value === null ? null : await inEveryLanguage(({ t }) => t('feedback.unit.mad')),
		decimals: 0,
		year,
		source: { title, url: null }
	};
	return { seen, territory, chain: null, page: pageOf(territory) };
}

async function modelFound(opened: OpenedRelease, id: string, path: string): Promise<Found | null> {
	const { models, sources } = await opened.projects();
	const model = models.find((one) => one.id === id);
	const found = model && figureAt(model, path);
	if (!model || !found) return null;
	const { value, unit, year, sources: ids } = found.figure;
	const source = sources.find((one) => one.id === ids[0]);
	const name = Object.fromEntries(LANGUAGES.map((language) => [language, `${model.name[language]} · ${found.item[language]}`]));
	return {
		seen: {
			name: name as unknown as Text,
			value,
			unit,
			decimals: decimalsOf(value),
			year: year === null ? null : String(year),
			source: source ? { title: `${source.publisher}, ${source.title}`, url: source.url } : null
		},
		territory: null,
		chain: model.chains[0] ?? null,
		page: `/projects/${id}#figures`
	};
}

async function sourceOf(bank: OpenedRelease['bank'], id: string): Promise<StatedSource | null> {
	const source = (await bank.sources.all()).find((one) => one.id === id);
	return source ? { title: `${source.publisher}, ${source.title}`, url: source.url } : null;
}

/** The fewest decimals, at most two, that say a number. */
function decimalsOf(value: number | null): number {
	if (value === null) return 0;
	return [0, 1].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) ?? 2;
}

async function inEveryLanguage(say: (words: Awaited<ReturnType<typeof wordsOf>>) => string): Promise<Text> {
	const said = await Promise.all(LANGUAGES.map(async (language) => [language, say(await wordsOf(language))] as const));
	return Object.fromEntries(said) as unknown as Text;
}
