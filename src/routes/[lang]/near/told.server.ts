import { evaluate } from '#lib/core/finance/evaluate.ts';
import type { NearAnswer, ProjectAnswer, Reason, SectorAnswer } from '#lib/core/recommendation/answer.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { RegisterNote } from '#lib/core/release/snapshot.ts';
import { registerParams } from '#lib/i18n/register.ts';
import { sayReason, type ReasonNames } from '#lib/i18n/reasons.ts';
import type { Words } from '#lib/i18n/words.ts';
import { namesIn } from '#lib/server/names.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import type { ToldNear, ToldProject, ToldSector } from './told.ts';

/** So many communes are named as the nearest. */
const NAMED = 4;

/** What it takes to say an answer in one language. */
interface Speech {
	readonly words: Words;
	readonly register: RegisterNote | null;
	readonly names: ReasonNames;
	readonly credit: (source: string) => string;
	readonly model: (id: string) => EconomicModel;
	readonly said: (model: EconomicModel) => { capital: number; grossPerMember: number };
}

/** An answer near a place in the language of `words`, every id by its name. */
export async function toldNear(release: OpenedRelease, answer: NearAnswer, words: Words): Promise<ToldNear> {
	const names = await namesIn(release, words);
	const bank = await release.projects();
	const models = new Map(bank.models.map((model) => [model.id, model]));
	const { register = null } = release.release;
	const speech: Speech = {
		words,
		register,
		names,
		credit: names.credit,
		model: (id) => models.get(id)!,
		said: (model) => evaluate(model, {}, bank.shared, release.release.date)
	};
	const { communes, towns, cooperatives, people, inheritedShare, counted } = answer.surroundings;
	const place = (code: string): string => names.name('territory', code) ?? code;
	const sectors = answer.sectors.map((sector) => toldSector(speech, sector));
	return {
		communes: communes.length,
		people: Math.round(people),
		inheritedPercent: Math.round(100 * inheritedShare),
		nearest: communes.slice(0, NAMED).map(({ code }) => place(code)),
		towns: towns.map(({ code, km, minutes }) => ({ name: place(code), km: Math.round(km), minutes: Math.round(minutes) })),
		cooperatives: cooperatives.map(({ id, km }) => ({ name: names.cooperative(id), km: Math.round(km) })),
		counted: register && counted !== null ? words.t('near.around.register', { count: counted, ...registerParams(words, register) }) : null,
		isEmpty: answer.empty !== null,
		sectors: sectors.filter(({ score }) => score !== null),
		closed: sectors.filter(({ score }) => score === null),
		projects: answer.projects.map((project) => toldProject(speech, project)),
		excluded: answer.excluded.map(({ model, gate, why }) => ({
			id: model,
			name: words.of(speech.model(model).name),
			gate,
			why: sayReason(words, why, names)
		})),
		needsFounders: answer.needsFounders
	};
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value));

function toldSector(speech: Speech, sector: SectorAnswer): ToldSector {
	const { words, names } = speech;
	const say = (reason: Reason): string => sayReason(words, reason, names);
	return {
		chain: sector.chain,
		name: names.name('chain', sector.chain) ?? sector.chain,
		score: rounded(sector.score),
		scoreHalf: rounded(sector.scoreHalf),
		scoreDouble: rounded(sector.scoreDouble),
		status: sector.score === null ? sector.limits.map(say).join(' · ') : null,
		resource: resourceOf(speech, sector),
		confidence: words.t('near.confidence', { grade: sector.confidence }),
		room: roomOf(speech, sector),
		reasons: sector.reasons.map(say),
		limits: sector.limits.map(say),
		change: sector.change && say(sector.change),
		models: sector.models.map((id) => ({ id, name: words.of(speech.model(id).name) })),
		sources: sourcesOf(speech, [...sector.reasons, ...sector.limits])
	};
}

/** What its room is told from; null where nobody knows. */
function roomOf({ words, register }: Speech, { isRoomProxy, chain }: SectorAnswer): string | null {
	if (isRoomProxy) return words.t('near.proxy');
	return register?.chains.includes(chain) ? words.t('near.register', registerParams(words, register)) : null;
}

/** Nearer than this, km, the resource is where one stands. */
const HERE_KM = 1;

function resourceOf({ words, names }: Speech, { resourceKm, resourceTerritory }: SectorAnswer): string | null {
	if (resourceKm === null || resourceTerritory === null) return null;
	const place = names.name('territory', resourceTerritory) ?? resourceTerritory;
	if (resourceKm < HERE_KM) return words.t('near.sector.here', { place });
	return words.t('near.sector.away', { place, km: words.n(resourceKm) });
}

function toldProject(speech: Speech, project: ProjectAnswer): ToldProject {
	const { words, names } = speech;
	const say = (reason: Reason): string => sayReason(words, reason, names);
	const model = speech.model(project.model);
	const { capital, grossPerMember } = speech.said(model);
	const percent = (value: number | null): number | null => (value === null ? null : Math.round(100 * value));
	const parts = Object.entries(project.parts) as [keyof ProjectAnswer['parts'], number | null][];
	return {
		id: project.model,
		name: words.of(model.name),
		chain: project.chain,
		chainName: names.name('chain', project.chain) ?? project.chain,
		fit: Math.round(project.fit),
		grade: project.grade,
		confidence: words.t('near.confidence', { grade: project.confidence }),
		parts: parts.map(([part, value]) => ({ name: words.t(`near.project.part.${part}`), value: percent(value) })),
		capital: Math.round(capital),
		grossPerMember: Math.round(grossPerMember),
		reasons: project.reasons.map(say),
		limits: project.limits.map(say),
		change: project.change && say(project.change),
		sources: sourcesOf(speech, [...project.reasons, ...project.limits])
	};
}

const sourcesOf = ({ credit }: Speech, reasons: readonly Reason[]): string[] => [
	...new Set(reasons.flatMap(({ sources }) => sources.map(({ id, year }) => (year === null ? credit(id) : `${credit(id)} (${year})`))))
];
