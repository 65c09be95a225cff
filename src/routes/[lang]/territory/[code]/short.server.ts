import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { territoryFacts } from '#lib/server/territory-facts.ts';
import { weightsOf, type View } from '#lib/view/view.ts';
import { detailsOf } from '../../place/details.ts';
import { sheetsFor } from './sheets.server.ts';

/** What the short page of a place shows beside its score: of a commune, and of any place in a release without diagnostics. */
export type ShortPage = Awaited<ReturnType<typeof shortPage>>;

/** The short page of the place of a view. */
export async function shortPage(release: OpenedRelease, code: string, view: View, words: Words) {
	const lens = { weights: weightsOf(view, release.snapshot.method.presets), aggregator: view.aggregator };
	const facts = (await territoryFacts(release, code, lens))!;
	// The snapshot lists the sources of scored figures only; this page shows all figures.
	const sources = new Map((await release.bank.sources.all()).map((source) => [source.id, source]));
	// Counts are published for branches without a chain too, which the snapshot leaves out.
	const branchNames = new Map((await release.bank.sectors.branches()).map((branch) => [branch.code, words.of(branch.name)]));
	const { populationLegal, households, areaKm2, coastal } = facts.territory;
	return {
		profile: { populationLegal, households, areaKm2, coastal },
		details: detailsOf(facts, words, sources, (branch) => branchNames.get(branch) ?? null),
		sheets: await sheetsFor(release, code, words),
		children: facts.children.map((child) => ({ code: child.code, name: words.of(child.name) })),
		projects: facts.projects.map(({ id, name, period, amountMad, projectsCount, beneficiaries, source }) => ({
			id,
			name: words.of(name),
			period,
			amountMad,
			projectsCount,
			beneficiaries: beneficiaries && words.of(beneficiaries),
			source
		}))
	};
}
