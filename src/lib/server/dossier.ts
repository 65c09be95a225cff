import type { ModelSource } from '#lib/core/project/figure.ts';
import type { ProjectBank } from '#lib/core/project/bank.ts';
import type { NearAnswer, NearQuestion, Reason } from '#lib/core/recommendation/answer.ts';
import type { Profile } from '#lib/core/recommendation/profile.ts';
import { fundingQuestion, type PlaceOfProject, type Situation } from '#lib/core/support/funding-question.ts';
import { legalStepsFor } from '#lib/core/support/legal-route.ts';
import { matchFunding } from '#lib/core/support/match-funding.ts';
import { trainingPathFor } from '#lib/core/support/training-path.ts';
import { settingOf } from '#lib/core/territory/territory.ts';
import { sayReason } from '#lib/i18n/reasons.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { PipelineCount } from './db/living/projects.ts';
import { namesIn } from './names.ts';
import { nearFor } from './near/near.ts';
import { surroundingsPicture } from './near/picture.ts';
import type { EvaluatedCase } from './project-sheets.ts';
import type { OpenedRelease } from './release.ts';
import type { Dossier, DossierPlace, DossierReasons, Said } from './report/dossier/dossier.ts';
import { nearSvg } from './report/near-svg.ts';

/** What a holder asks to have printed. */
export interface DossierQuestion {
	/** The case of a sheet, evaluated. */
	readonly evaluated: EvaluatedCase;
	/** What the holder calls the project; null for the name of the model. */
	readonly title: string | null;
	readonly profile: Profile;
	readonly situation: Situation;
	/** Where it would stand; null when nobody said. */
	readonly near: NearQuestion | null;
	/** Projects that somebody is working on now. */
	readonly inProgress: readonly PipelineCount[];
	/** The chain it was recommended for; the first of the model when null. */
	readonly chain: string | null;
	/** Ids of legal steps that are done. */
	readonly done: ReadonlySet<string>;
	/** Day it is made, ISO. */
	readonly date: string;
}

/** Everything the dossier of a question prints, from one release, in the language of `words`. */
export async function dossierFor(release: OpenedRelease, question: DossierQuestion, words: Words): Promise<Dossier> {
	const { evaluated, title, profile, situation, date } = question;
	const { model, values, evaluation, tornado, switching } = evaluated;
	const [bank, guide] = await Promise.all([release.projects(), release.guide()]);
	const place = await placeOf(release, question, words);
	return {
		title,
		profile,
		place: place?.printed ?? null,
		sector: place?.sector ?? null,
		why: place?.why ?? null,
		...{ model, shared: bank.shared, values, evaluation, tornado, switching },
		funding: matchFunding(guide.instruments, fundingQuestion(model, evaluation, { place: place?.where ?? null, profile, situation })),
		training: trainingPathFor(guide, bank.skills, { stage: situation.stage, model, has: profile.skills }),
		steps: legalStepsFor(guide.steps, situation.stage, question.done),
		sources: await sourcesFor(release, bank),
		release: release.release,
		date
	};
}

/** Publications of the models, and sources of figures, in one shape. */
async function sourcesFor({ bank, release }: OpenedRelease, { sources }: ProjectBank): Promise<ModelSource[]> {
	const figures = await bank.sources.all();
	// A source of figures has no vintage of its own: the release that brought it does.
	return [...sources, ...figures.map(({ id, publisher, title, url }) => ({ id, publisher, title, url, vintage: release.data }))];
}

interface PlacePart {
	readonly printed: DossierPlace;
	readonly where: Omit<PlaceOfProject, 'name'>;
	readonly sector: Dossier['sector'];
	readonly why: DossierReasons | null;
}

async function placeOf(release: OpenedRelease, question: DossierQuestion, words: Words): Promise<PlacePart | null> {
	const { near, profile, evaluated } = question;
	if (near === null) return null;
	const answer = await nearFor(release, near, profile, question.inProgress);
	const { surroundings } = answer;
	const { register = null } = release.release;
	const [nearest] = surroundings.communes;
	if (!nearest) return null;
	const path = await release.bank.territories.line(nearest.code);
	const names = await namesIn(release, words);
	const say = (reason: Reason): Said => ({ text: sayReason(words, reason, names), sources: reason.sources.map(({ id }) => id) });
	const chain = question.chain ?? evaluated.model.chains[0] ?? '';
	const sector = answer.sectors.find((one) => one.chain === chain);
	const towns = await Promise.all(
		surroundings.towns.map(async ({ code, km, minutes }) => ({ name: (await release.bank.territories.find(code))!.name, km, minutes }))
	);
	return {
		printed: {
			names: path.map(({ name }) => name),
			radiusKm: near.radiusKm,
			people: Math.round(surroundings.people),
			communes: surroundings.communes.length,
			cooperatives: surroundings.cooperatives.length,
			register: register && surroundings.counted !== null ? { ...register, count: surroundings.counted } : null,
			towns,
			sources: ['hcp-rgph-2024'],
			map: await pictureOf(release, near, words.of(path[0]!.name), words)
		},
		where: { territories: path.map(({ code }) => code), setting: settingOf(path[0]!) },
		sector: sector ? { ...sector, name: release.snapshot.chains.find(({ id }) => id === chain)!.name } : null,
		why: whyOf(answer, evaluated.model.id, chain, say)
	};
}

/** Reasons of the sheet here; of its chain where the sheet itself was left out, with why. */
function whyOf(answer: NearAnswer, model: string, chain: string, say: (reason: Reason) => Said): DossierReasons | null {
	const project = answer.projects.find((one) => one.model === model);
	const sector = answer.sectors.find((one) => one.chain === chain);
	if (project) {
		const { reasons, limits, change, confidence } = project;
		return { reasons: reasons.map(say), limits: limits.map(say), change: change && say(change), confidence };
	}
	if (!sector) return null;
	const excluded = answer.excluded.find((one) => one.model === model);
	const limits = [...(excluded ? [excluded.why] : []), ...sector.limits];
	return {
		reasons: sector.reasons.map(say),
		limits: limits.map(say),
		change: sector.change && say(sector.change),
		confidence: sector.confidence
	};
}

async function pictureOf(release: OpenedRelease, near: NearQuestion, name: string, words: Words): Promise<string> {
	return nearSvg({
		provinces: await release.shapes('provinces'),
		context: await release.shapes('context'),
		language: words.language,
		theme: 'light',
		...(await surroundingsPicture(release, near, name, words))
	});
}
