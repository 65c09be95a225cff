import { evaluate } from '#lib/core/finance/evaluate.ts';
import type { Evaluation } from '#lib/core/finance/evaluation.ts';
import type { Position } from '#lib/core/geo/geography.ts';
import type { ProjectBank } from '#lib/core/project/bank.ts';
import { nearAnswer } from '#lib/core/recommendation/near.ts';
import { nearFacts, type NearFacts } from '#lib/core/recommendation/near/facts.ts';
import { nearRegister, type CountedPoint } from '#lib/core/recommendation/near/register.ts';
import type { Profile } from '#lib/core/recommendation/profile.ts';
import type { ProjectFacts } from '#lib/core/recommendation/project/facts.ts';
import { decodeTops, type EncodedTops } from '#lib/core/recommendation/tops.ts';
import { decodeTable, type EncodedTable, type Snapshot } from '#lib/core/release/snapshot.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import { createRandom } from '#lib/core/statistics/random.ts';
import type { Guide } from '#lib/core/support/guide.ts';
import { matchFunding } from '#lib/core/support/match-funding.ts';
import { atMost, timed, type Measure } from './measure.ts';

/** So many cooperatives a register of the country would hold. */
const COOPERATIVES = 65_000;
/** How far around its commune a synthetic cooperative may lie, degrees. */
const SPREAD = 0.1;

const PROFILE: Profile = {
	holder: 'women',
	members: 12,
	womenShare: 1,
	youthShare: null,
	ownMoneyMad: 60_000,
	skills: ['traditional-cooking', 'selling'],
	branches: []
};

/** Near-me on the real communes, with a seeded synthetic register of 65,000 cooperatives: none of them is real. */
export function nearMeasures(snapshot: Snapshot, communes: EncodedTable, tops: EncodedTops, bank: ProjectBank, guide: Guide): Measure[] {
	const started = performance.now();
	const facts = factsOf(snapshot, decodeTable(communes), tops, bank);
	const prepared = performance.now() - started;
	const projects = projectsOf(bank, guide);
	const places = facts.communes.table.territories.flatMap(({ label }) => (label ? [label] : []));
	const first = performance.now();
	nearAnswer(facts, projects, { position: places[0]!, radiusKm: 30 }, PROFILE);
	const cold = performance.now() - first;
	let turn = 0;
	const near = (radiusKm: number) =>
		timed(() => nearAnswer(facts, projects, { position: places[(turn = (turn + 37) % places.length)]!, radiusKm }, PROFILE), 200);
	const [usual, widest] = [near(30), near(100)];
	const what = `${places.length} communes, ${COOPERATIVES} synthetic cooperatives`;
	return [
		atMost(`answer near a place, 30 km, median (${what})`, usual.median, 20, 'ms'),
		atMost('the same, p95', usual.p95, 20, 'ms'),
		atMost('answer near a place, 100 km, median', widest.median, 20, 'ms'),
		atMost('the same, p95', widest.p95, 20, 'ms'),
		atMost('the first answer of a process', cold, 200, 'ms'),
		atMost('index of communes and cooperatives, once', prepared, 500, 'ms')
	];
}

function factsOf(snapshot: Snapshot, communes: LevelTable, tops: EncodedTops, { recommendationRules: rules }: ProjectBank): NearFacts {
	const { method, chains } = snapshot;
	const provinces = createScorer(method, decodeTable(snapshot.levels.province), chains);
	const people = Float64Array.from(communes.territories, ({ populationMunicipal }) => populationMunicipal ?? 0);
	return nearFacts({
		communes: createScorer(method, communes, chains),
		provinces,
		tops: decodeTops(tops, 'holder', provinces),
		weights: method.presets.holder,
		rules,
		releaseYear: 2026,
		cooperatives: [],
		register: nearRegister(syntheticCooperatives(communes, people, chains), [], () => people, rules),
		published: new Map(),
		evidenceSource: { id: 'evidence', year: null },
		sourceOf: (indicator) => indicator
	});
}

/** Cooperatives that do not exist, where people are: seeded, so that every run measures the same. */
function syntheticCooperatives({ territories }: LevelTable, people: Float64Array, chains: Snapshot['chains']): CountedPoint[] {
	const { uniform } = createRandom(65_000);
	const placed = territories.flatMap(({ label }, i) => (label ? [{ label, people: people[i]! }] : []));
	const total = placed.reduce((sum, commune) => sum + commune.people, 0);
	return placed.flatMap(({ label: [lon, lat], people: here }) =>
		Array.from({ length: Math.round((COOPERATIVES * here) / total) }, (): CountedPoint => {
			const position: Position = [lon + SPREAD * (uniform() - 0.5), lat + SPREAD * (uniform() - 0.5)];
			return { position, chain: chains[Math.floor(uniform() * chains.length)]!.id };
		})
	);
}

function projectsOf(bank: ProjectBank, guide: Guide): ProjectFacts {
	const cases = new Map<string, Evaluation>();
	return {
		bank,
		closed: new Set(),
		funding: (question) => matchFunding(guide.instruments, question),
		evaluation(model, withGrant) {
			const key = `${model.id} ${withGrant}`;
			const known = cases.get(key) ?? evaluate(model, withGrant ? {} : { grantShare: 0 }, bank.shared);
			cases.set(key, known);
			return known;
		}
	};
}
