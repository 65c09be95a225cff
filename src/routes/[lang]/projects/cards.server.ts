import type { EconomicModel } from '#lib/core/project/model.ts';
import type { Words } from '#lib/i18n/words.ts';
import { namesIn } from '#lib/server/names.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import type { ProjectsView } from '#lib/view/projects.ts';
import type { ProjectFacts } from '#lib/view/projects-filter.ts';
import type { Card } from './card.ts';
import { evaluationsOf } from '#lib/server/project-sheets.ts';
import { unfitAt, type Unfit } from './fits.server.ts';
import { askedFrom, fundingCountOf } from './funding.server.ts';

/** A card with what the filters look at. */
export type FilteredCard = Card & ProjectFacts;

/** Every sheet as a card in the language of `words`, judged for the place and the group of a view. */
export async function cardsFor(release: OpenedRelease, view: ProjectsView, words: Words): Promise<FilteredCard[]> {
	const { place, holder, money } = view;
	const [{ models }, { instruments }, evaluations, names, from, unfit] = await Promise.all([
		release.projects(),
		release.guide(),
		evaluationsOf(release),
		namesIn(release, words),
		askedFrom(release, place),
		place === null ? new Map<string, Unfit>() : unfitAt(release, place)
	]);
	const byId = new Map(models.map((model) => [model.id, model]));
	const nameOf = (model: EconomicModel | undefined): string | null => (model ? words.of(model.name) : null);
	return models.map((model) => {
		const evaluation = evaluations.get(model.id)!;
		const { id, variantOf, branch, chains, members, grade, isPublicInfrastructure } = model;
		const why = unfit.get(id) ?? null;
		const funding = fundingCountOf(instruments, model, evaluation, { holder, money, ...from });
		return {
			...{ id, variantOf, branch, chains, members, grade, isPublicInfrastructure },
			name: words.of(model.name),
			base: variantOf === null ? null : nameOf(byId.get(variantOf)),
			chainNames: chains.map((chain) => names.name('chain', chain) ?? chain),
			scale: words.of(model.scale),
			capital: evaluation.capital,
			own: evaluation.loan.own,
			payback: evaluation.withoutGrant.payback,
			years: evaluation.years.length,
			grossPerMember: evaluation.grossPerMember,
			permits: model.permits.length,
			permitNames: model.permits.map((permit) => words.of(permit)),
			skills: model.skills.map((skill) => names.name('skill', skill) ?? skill),
			openFunding: funding.open,
			unconfirmedFunding: funding.unconfirmed,
			fitsPlace: why === null,
			why: why && sayUnfit(words, why)
		};
	});
}

function sayUnfit({ t, of }: Words, why: Unfit): string {
	switch (why.kind) {
		case 'ineligible':
			return t(`gate.${why.gate}`);
		case 'not-documented':
			return t('projects.place.not-documented');
		case 'trigger':
			return t('projects.place.trigger', { trigger: of(why.trigger.text) });
	}
}
