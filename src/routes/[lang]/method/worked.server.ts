import type { Level } from '#lib/core/territory/territory.ts';
import { workedScore, type Worked } from '#lib/core/scoring/worked.ts';
import type { Words } from '#lib/i18n/words.ts';
import { weightsOf } from '#lib/view/view.ts';
import { chainsHere } from '#lib/view/place.ts';
import { askedView } from '../server/asked.server.ts';

/** Where the example begins when nobody asks for another place. */
const EXAMPLE = 'MA-HAJ';

/** The score of one place step by step, with the names it needs. */
export interface WorkedExample {
	readonly code: string;
	readonly place: string;
	readonly level: Level;
	readonly chain: string;
	readonly chainName: string;
	/** Null when the chain has no score there. */
	readonly worked: Worked | null;
	/** Name, unit and decimals of every indicator in it, by id. */
	readonly indicators: Readonly<Record<string, { readonly name: string; readonly unit: string; readonly decimals: number }>>;
	/** What may be chosen. */
	readonly places: readonly { readonly code: string; readonly name: string }[];
	readonly branches: readonly {
		readonly code: string;
		readonly name: string;
		readonly chains: readonly { readonly id: string; readonly name: string }[];
	}[];
}

/** The example an address asks for: its territory and chain, its weights and aggregator. */
export async function workedExample(parameters: URLSearchParams, words: Words): Promise<WorkedExample> {
	const asked = new URLSearchParams(parameters);
	if (!asked.has('territory')) asked.set('territory', EXAMPLE);
	const { view: first, atlas, catalogue, release, issues } = await askedView(asked, words);
	const view = first.territory === null ? { ...first, territory: EXAMPLE, level: 'province' as const } : first;
	const isChosen = asked.has('chain') && !issues.includes('chain');
	const chain = isChosen ? view.chain : (chainsHere(atlas, view)?.best[0]?.chain ?? view.chain);
	const scorer = atlas.scorer(view.level)!;
	const worked = workedScore(scorer, chain, view.territory!, weightsOf(view, release.snapshot.method.presets), view.aggregator);
	const ids = worked?.pillars.flatMap(({ terms }) => terms.map(({ id }) => id)) ?? [];
	const indicators = ids.flatMap((id) => {
		const known = atlas.indicators.get(id);
		return known ? [[id, { name: words.of(known.name), unit: words.of(known.unit), decimals: known.decimals }] as const] : [];
	});
	const { territories } = atlas.scorer('province')!.table;
	return {
		code: view.territory!,
		place: words.of(atlas.territory(view.territory!)!.name),
		level: view.level,
		chain,
		chainName: words.of(atlas.chains.get(chain)!.name),
		worked,
		indicators: Object.fromEntries(indicators),
		places: territories
			.map(({ code, name }) => ({ code, name: words.of(name) }))
			.sort((a, b) => a.name.localeCompare(b.name, words.language)),
		branches: catalogue.branches
	};
}
