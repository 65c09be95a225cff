import type { Text } from '#lib/core/text/text.ts';
import type { Named, ReasonNames } from '#lib/i18n/reasons.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from './release.ts';

/** Names of everything a release knows, as texts in three languages. */
interface Names {
	readonly texts: ReadonlyMap<Named, ReadonlyMap<string, Text>>;
	readonly cooperatives: ReadonlyMap<string, Text>;
	/** Credit lines of the sources of figures, and of those of models and instruments. */
	readonly credits: ReadonlyMap<string, Text>;
}

const opened = new WeakMap<OpenedRelease, Promise<Names>>();

/** What reasons and lists name, in the language of `words`; read once per release. */
export async function namesIn(release: OpenedRelease, words: Words): Promise<NamesInWords> {
	let reading = opened.get(release);
	if (!reading) opened.set(release, (reading = readNames(release)));
	const { texts, cooperatives, credits } = await reading;
	const said = (text: Text | undefined): string | null => (text ? words.of(text) : null);
	const indicators = new Map(release.snapshot.indicators.map((indicator) => [indicator.id, indicator]));
	return {
		name: (kind, id) => said(texts.get(kind)?.get(id)),
		indicator: (id) => {
			const indicator = indicators.get(id);
			return indicator ? { name: words.of(indicator.name), unit: words.of(indicator.unit), decimals: indicator.decimals } : null;
		},
		cooperative: (id) => said(cooperatives.get(id)) ?? id,
		credit: (id) => said(credits.get(id)) ?? id
	};
}

/** Names as a page says them. */
export interface NamesInWords extends ReasonNames {
	cooperative(id: string): string;
	/** The credit line of a source; its id where nothing is known of it. */
	credit(id: string): string;
}

async function readNames({ bank, snapshot, projects, guide }: OpenedRelease): Promise<Names> {
	const [territories, named, sources, branches] = await Promise.all([
		bank.territories.list(),
		bank.cooperatives.list(),
		bank.sources.all(),
		bank.sectors.branches()
	]);
	const { models, skills, sources: publications } = await projects();
	const { instruments } = await guide();
	const texts = new Map<Named, ReadonlyMap<string, Text>>([
		['territory', new Map(territories.map(({ code, name }) => [code, name]))],
		['chain', new Map(snapshot.chains.map(({ id, name }) => [id, name]))],
		['branch', new Map(branches.map(({ code, name }) => [code, name]))],
		['skill', new Map(skills.map(({ id, name }) => [id, name]))],
		['trigger', new Map(models.flatMap(({ triggers }) => triggers.map(({ id, text }) => [id, text] as const)))],
		['instrument', new Map(instruments.map(({ id, name }) => [id, name]))]
	]);
	const everywhere = (line: string): Text => ({ ar: line, fr: line, en: line });
	const credits = new Map([
		...publications.map(({ id, publisher, title, vintage }) => [id, everywhere(`${publisher}, ${title}, ${vintage}`)] as const),
		...sources.map(({ id, credit }) => [id, credit] as const)
	]);
	return { texts, cooperatives: new Map(named.map(({ id, name }) => [id, name])), credits };
}
