import { evaluate } from '#lib/core/finance/evaluate.ts';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { nearFacts, type NearFacts } from '#lib/core/recommendation/near/facts.ts';
import { registerOfCommunes } from '#lib/core/recommendation/near/register.ts';
import type { ProjectFacts } from '#lib/core/recommendation/project/facts.ts';
import { REGISTER } from '#lib/core/scoring/model.ts';
import { matchFunding } from '#lib/core/support/match-funding.ts';
import type { OpenedRelease } from '../release.ts';
import { provinceTops } from './tops.ts';

/** Sources of what is computed from the census and the points, and of the documented potentials. */
const COMPUTED_SOURCE = 'furas-indicators-2026';
const EVIDENCE_SOURCE = { id: 'furas-potentials-2026', year: '2026' } as const;

/** What near-me answers from, made once for a release. */
export const nearFactsOf = (opened: OpenedRelease): Promise<NearFacts> => once(nearKept, opened, readNearFacts);

/** What projects are recommended from, made once for a release. */
export const projectFactsOf = (opened: OpenedRelease): Promise<ProjectFacts> => once(projectsKept, opened, readProjectFacts);

const nearKept = new WeakMap<OpenedRelease, Promise<NearFacts>>();
const projectsKept = new WeakMap<OpenedRelease, Promise<ProjectFacts>>();

function once<T>(kept: WeakMap<OpenedRelease, Promise<T>>, opened: OpenedRelease, read: (opened: OpenedRelease) => Promise<T>): Promise<T> {
	const made = kept.get(opened) ?? read(opened);
	kept.set(opened, made);
	return made;
}

async function readNearFacts(opened: OpenedRelease): Promise<NearFacts> {
	const { snapshot, bank, release } = opened;
	const [communes, provinces, tops, projects] = await Promise.all([
		opened.scorer('commune'),
		opened.scorer('province'),
		provinceTops(opened, 'holder'),
		opened.projects()
	]);
	const [cooperatives, stocks] = await Promise.all([bank.cooperatives.list(), bank.cooperatives.stocks({ level: 'province' })]);
	const sources = new Map(snapshot.indicators.map(({ id, source }) => [id, source]));
	return nearFacts({
		communes,
		provinces,
		tops,
		weights: snapshot.method.presets.holder,
		rules: projects.recommendationRules,
		releaseYear: Number(release.date.slice(0, 4)),
		cooperatives: cooperatives.flatMap(({ id, position }) => (position ? [{ id, position }] : [])),
		// Without a register what is published are totals, and the named ones are examples.
		register: registerOfCommunes(communes, projects.recommendationRules),
		published: new Map(stocks.map(({ territory, count }) => [territory, count])),
		evidenceSource: EVIDENCE_SOURCE,
		sourceOf: (indicator) => (indicator === REGISTER && release.register?.source) || (sources.get(indicator) ?? COMPUTED_SOURCE)
	});
}

async function readProjectFacts(opened: OpenedRelease): Promise<ProjectFacts> {
	const [bank, guide] = await Promise.all([opened.projects(), opened.guide()]);
	const cases = new Map<string, Evaluation>();
	const evaluation = (model: EconomicModel, withGrant: boolean): Evaluation => {
		const key = `${model.id} ${withGrant}`;
		const known = cases.get(key) ?? evaluate(model, withGrant ? {} : { grantShare: 0 }, bank.shared, opened.release.date);
		cases.set(key, known);
		return known;
	};
	return {
		bank,
		evaluation,
		funding: (question) => matchFunding(guide.instruments, question),
		// Nothing can be reserved or closed yet.
		closed: new Set()
	};
}
