import { error, redirect } from '@sveltejs/kit';
import type { ModelSource } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { languageOf } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { namesIn } from '#lib/server/names.ts';
import { inOneLanguage } from '#lib/view/in-one-language.ts';
import { releaseAsked } from '../../server/release.server.ts';
import { chainOf, placeOfSheet } from './asked.server.ts';
import { addressOfCase, caseFromFields, caseOfLink } from './calculator/case-fields.ts';
import { figuresOf } from './figure-lines.ts';
import { progressOf } from './progress.server.ts';
import { whereOf } from './where.server.ts';
import type { PageServerLoad } from './$types';

/** One project sheet, for the chain, the place and the case of its address. The plain form of the calculator is led to the link of its case. */
export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageOf(params.lang);
	const words = await wordsOf(language);
	const { release } = await releaseAsked(url.searchParams);
	const [bank, guide, names] = await Promise.all([release.projects(), release.guide(), namesIn(release, words)]);
	const model = bank.models.find(({ id }) => id === params.id);
	if (!model) error(404, words.t('projects.unknown', { id: params.id.slice(0, 32) }));
	const sent = caseFromFields(url.searchParams, model, bank.shared, language);
	// A form with something that cannot be used stays as it was sent, so that nothing typed is lost.
	if (sent && Object.keys(sent.texts).length === 0) redirect(303, addressOfCase(url, model, bank.shared, sent.values));
	const asked = sent ?? caseOfLink(url.searchParams, model, bank.shared, language);
	const chain = chainOf(model, url.searchParams);
	const place = await placeOfSheet(release, model, url.searchParams, words);
	const base = bank.models.find(({ id }) => id === model.variantOf);
	const sources = sourcesOf(model, bank.sources, bank.shared.smag.sources);
	return {
		query: url.search,
		sheet: inOneLanguage({ model, guide, skills: bank.skills, shared: bank.shared }, language),
		sources,
		branch: names.name('branch', model.branch) ?? model.branch,
		chains: model.chains.map((id) => ({ id, name: names.name('chain', id) ?? id })),
		base: base ? { id: base.id, name: words.of(base.name) } : null,
		variants: bank.models.filter(({ variantOf }) => variantOf === model.id).map(({ id, name }) => ({ id, name: words.of(name) })),
		place,
		progress: await progressOf(release, model, chain, place?.territories ?? [], words),
		smallStartMad: bank.recommendationRules.saying.smallStartMad,
		values: asked.values,
		where: await whereOf(release, model, chain, words),
		release: { id: release.release.id, date: release.release.date }
	};
};

/** The publications a model rests on, each once; their order gives them their numbers. */
function sourcesOf(model: EconomicModel, all: readonly ModelSource[], shared: readonly string[]): ModelSource[] {
	const named = [...model.sources, ...figuresOf(model).flatMap(({ sources }) => sources), ...model.grant.sources, ...shared];
	const known = new Map(all.map((source) => [source.id, source]));
	return [...new Set(named)].flatMap((id) => known.get(id) ?? []);
}
