import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '#lib/core/geo/geography.ts';
import type { Trigger, TriggerTest } from '#lib/core/project/trigger.ts';
import type { FundingAnswer, FundingQuestion } from '#lib/core/support/match.ts';
import type { NearAnswer, Reason } from './answer.ts';
import { nearAnswer } from './near.ts';
import { NO_PROFILE, type Profile } from './profile.ts';
import { communePosition, syntheticCountry } from './scenarios/synthetic-country.ts';
import { syntheticModel, syntheticProjects } from './scenarios/synthetic-projects.ts';

const country = syntheticCountry();
const trigger = (id: string, test: TriggerTest, isRequired = false): Trigger => ({
	id,
	kind: 'resource',
	text: { ar: id, fr: id, en: id },
	isRequired,
	test
});
const MODELS = [
	syntheticModel('M1', {
		triggers: [trigger('M1-1', { kind: 'documented', chain: 'crop', km: 15 }, true), trigger('M1-2', { kind: 'on-site' })]
	}),
	syntheticModel('M1a', { variantOf: 'M1', members: 5, sources: [], grade: 'D' }),
	syntheticModel('M2', {
		chains: ['service'],
		branch: 'services',
		skills: ['care'],
		triggers: [trigger('M2-1', { kind: 'town', people: 50_000, km: 30 }, true)]
	}),
	syntheticModel('M3', {
		chains: ['service'],
		branch: 'services',
		grade: 'A',
		triggers: [trigger('M3-1', { kind: 'coast', km: 10 }, true)]
	}),
	syntheticModel('M4', {
		chains: ['crop', 'service'],
		triggers: [trigger('M4-1', { kind: 'cooperatives', operator: 'at-least', value: 151 })]
	})
];
const projects = syntheticProjects(MODELS);
const WEST = communePosition(9);
const ask = (position: Position, radiusKm: number, profile: Partial<Profile> = {}, facts = projects, near = country): NearAnswer =>
	nearAnswer(near, facts, { position, radiusKm }, { ...NO_PROFILE, ...profile });
const models = ({ projects: listed }: NearAnswer): string[] => listed.map(({ model }) => model);
const kinds = (reasons: readonly Reason[]): string[] => reasons.map(({ kind }) => kind);
const point = fc.tuple(fc.double({ min: -6.3, max: -5, noNaN: true }), fc.double({ min: 32.7, max: 34, noNaN: true }));
const profiles: fc.Arbitrary<Profile> = fc.record({
	holder: fc.constantFrom(null, 'women', 'youth', 'cooperative'),
	members: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
	womenShare: fc.constant(null),
	youthShare: fc.constant(null),
	ownMoneyMad: fc.option(fc.integer({ min: 0, max: 200_000 }), { nil: null }),
	skills: fc.subarray(['sowing', 'selling', 'books', 'care']),
	branches: fc.subarray(['farming', 'services'])
});

describe('an answer near a place', () => {
	it('is the same when asked again from the same place (P22)', () => {
		expect(ask(WEST, 30)).toEqual(ask([...WEST], 30));
	});

	it('is empty and says so for a radius of 0 and where no commune lies within it, without a NaN anywhere (P22)', () => {
		for (const [position, radiusKm] of [
			[WEST, 0],
			[[-12, 25], 100]
		] as const) {
			const answer = ask(position, radiusKm);
			expect(answer).toMatchObject({ empty: 'no-commune-in-radius', sectors: [], projects: [], excluded: [] });
			expect([answer.surroundings.people, answer.surroundings.weightedPeople, answer.surroundings.inheritedShare]).toEqual([0, 0, 0]);
		}
	});

	it('never loses a sector or a project when the radius grows (P22)', () => {
		fc.assert(
			fc.property(
				point,
				fc.double({ min: 5, max: 50, noNaN: true }),
				fc.double({ min: 1, max: 2, noNaN: true }),
				(position, radiusKm, times) => {
					const [narrow, wide] = [ask(position, radiusKm), ask(position, radiusKm * times)];
					const scored = ({ sectors }: NearAnswer) => sectors.filter(({ status }) => status === 'scored').map(({ chain }) => chain);
					expect(scored(wide)).toEqual(expect.arrayContaining(scored(narrow)));
					expect(models(wide)).toEqual(expect.arrayContaining(models(narrow)));
				}
			),
			{ numRuns: 60 }
		);
	});

	it('carries the score with half the radius and with twice the radius', () => {
		const [answer, half, double] = [ask(WEST, 40), ask(WEST, 20), ask(WEST, 80)];
		const score = ({ sectors }: NearAnswer, chain: string) => sectors.find((sector) => sector.chain === chain)!;
		for (const { chain } of answer.sectors) {
			expect(score(answer, chain).scoreHalf).toBe(score(half, chain).score);
			expect(score(answer, chain).scoreDouble).toBe(score(double, chain).score);
		}
	});

	it('tells what lies around: communes nearest first, people, the three nearest towns with an estimate of the road', () => {
		const { surroundings } = ask(WEST, 30);
		expect(surroundings.communes[0]).toEqual({ code: 'c09', km: 0 });
		expect(surroundings.communes.map(({ km }) => km)).toEqual(surroundings.communes.map(({ km }) => km).toSorted((a, b) => a - b));
		expect(surroundings.towns).toHaveLength(3);
		for (const { km, minutes } of surroundings.towns) expect(minutes).toBeCloseTo(((km * 1.3) / 50) * 60, 9);
		expect(surroundings.cooperatives).toEqual([{ id: 'coop-1', km: 0 }]);
		expect(surroundings.hasRegister).toBe(false);
		expect(surroundings.weightedPeople).toBeLessThan(surroundings.people);
	});
});

describe('hard gates', () => {
	it('leave a project out of the list and into «why not» with the first gate it fails, never both, never neither (P32)', () => {
		fc.assert(
			fc.property(point, fc.double({ min: 5, max: 80, noNaN: true }), profiles, (position, radiusKm, profile) => {
				const answer = ask(position, radiusKm, profile);
				if (answer.empty) return;
				const excluded = answer.excluded.map(({ model }) => model);
				expect([...models(answer), ...excluded].toSorted()).toEqual(MODELS.map(({ id }) => id).toSorted());
				if (answer.needsFounders) expect(models(answer)).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	});

	it('ask five founders of a new group, and say how many are missing; of one gate alone it is told', () => {
		const answer = ask(WEST, 30, { holder: 'youth', members: 3 });
		expect(answer.needsFounders).toBe(true);
		expect(answer.projects).toEqual([]);
		const [first] = answer.excluded;
		expect(first).toMatchObject({ gate: 'founders', isOnlyGate: true, why: { kind: 'why-founders', numbers: { count: 2, of: 5 } } });
	});

	it('ask nobody who has not said how many they are, nor a cooperative that exists', () => {
		expect(ask(WEST, 30).needsFounders).toBe(false);
		const cooperative = ask(WEST, 30, { holder: 'cooperative', members: 3 });
		expect(cooperative.needsFounders).toBe(false);
		expect(models(cooperative)).toContain('M1');
	});

	it('close a project whose resource is missing, but not one that must only be checked on site', () => {
		const middle = communePosition(27);
		const missing = ask(middle, 30).excluded.find(({ model }) => model === 'M3');
		expect(missing).toMatchObject({ gate: 'resource-missing', why: { kind: 'why-resource', ids: { trigger: 'M3-1' } } });
		const open = ask(WEST, 30).projects.find(({ model }) => model === 'M1')!;
		expect(kinds(open.limits)).toContain('on-site');
	});

	it('close what is reserved, and a chain that nobody documents around', () => {
		expect(ask(WEST, 30, {}, syntheticProjects(MODELS, { closed: ['M1'] })).excluded).toContainEqual(
			expect.objectContaining({ model: 'M1', gate: 'not-open' })
		);
		const undocumented = ask(communePosition(56), 5); // the corner of the province without evidence
		expect(undocumented.excluded.find(({ model }) => model === 'M1')).toMatchObject({
			gate: 'chain-not-documented',
			why: { kind: 'documented-elsewhere' }
		});
	});

	it('let a model of two chains stand for the better one', () => {
		const answer = ask(communePosition(56), 5);
		expect(answer.projects.find(({ model }) => model === 'M4')!.chain).toBe('service');
	});
});

describe('what is recommended', () => {
	it('has three reasons, one to three points to strengthen, sources and a confidence (P33)', () => {
		fc.assert(
			fc.property(point, fc.double({ min: 5, max: 80, noNaN: true }), profiles, (position, radiusKm, profile) => {
				const answer = ask(position, radiusKm, profile);
				const scored = answer.sectors.filter(({ status }) => status === 'scored');
				for (const { reasons, limits, confidence } of [...scored, ...answer.projects]) {
					expect(reasons).toHaveLength(3);
					expect(limits.length).toBeGreaterThanOrEqual(1);
					expect(limits.length).toBeLessThanOrEqual(3);
					expect([...reasons, ...limits].flatMap(({ sources }) => sources).length).toBeGreaterThan(0);
					expect(confidence).toMatch(/^[ABC]$/);
					for (const { numbers } of [...reasons, ...limits]) for (const value of Object.values(numbers)) expect(value).not.toBeNaN();
				}
				for (const { why } of answer.excluded) expect(why.kind).not.toBe('');
			}),
			{ numRuns: 60 }
		);
	});

	it('scores the same whatever the order of the bank (P32)', () => {
		const reversed = syntheticProjects(MODELS.toReversed());
		expect(ask(WEST, 30, {}, reversed).projects).toEqual(ask(WEST, 30).projects);
	});

	it('puts the branches a holder likes first, and says so', () => {
		const liked = ask(WEST, 30, { branches: ['services'] });
		const [first] = liked.projects;
		expect(MODELS.find(({ id }) => id === first!.model)!.branch).toBe('services');
		expect(kinds(first!.reasons)).toContain('liked');
	});

	it('says what was not said, and never counts it against anybody', () => {
		const { parts, limits } = ask(WEST, 30).projects[0]!;
		expect(parts.means).toBeNull();
		expect(limits.find(({ kind }) => kind === 'unsaid')?.ids).toEqual({ answer: 'money,members,skills' });
	});

	it('counts on a grant only when somebody may give one', () => {
		const cases = { M1: { cover: 0.8 }, 'M1 granted': { cover: 2 } };
		const alone = ask(WEST, 30, {}, syntheticProjects(MODELS, { cases })).projects.find(({ model }) => model === 'M1')!;
		const helped = ask(WEST, 30, {}, syntheticProjects(MODELS, { cases, funding: grantFor })).projects.find(({ model }) => model === 'M1')!;
		expect(helped.parts.finance!).toBeGreaterThan(alone.parts.finance!);
		expect(kinds(alone.limits)).toContain('debt-thin');
		expect(helped.limits.find(({ kind }) => kind === 'bridge')?.numbers).toEqual({ mad: 40_000 });
	});

	it('counts grants and loans of the plan with the own money, and says what is still to be completed', () => {
		const profile = { ownMoneyMad: 20_000 };
		const helped = ask(WEST, 30, profile, syntheticProjects(MODELS, { funding: grantFor })).projects.find(({ model }) => model === 'M1')!;
		expect(helped.parts.means).toBeCloseTo(0.6, 12);
		expect(helped.limits.find(({ kind }) => kind === 'money-short')?.numbers).toEqual({ mad: 40_000 });
		expect(helped.change?.kind).toBe('change-money');
	});

	it('asks for help in the name of the commune, its province, and a group that is not a cooperative yet', () => {
		const asked: FundingQuestion[] = [];
		ask(
			WEST,
			30,
			{ holder: 'women', womenShare: 1, members: 12 },
			syntheticProjects(MODELS.slice(0, 1), { funding: (question) => (asked.push(question), null) })
		);
		expect(asked).toMatchObject([
			{
				legalForm: 'not-yet',
				stage: 'creation',
				womenShare: 1,
				members: 12,
				territories: ['c09', 'p0'],
				setting: 'urban',
				chain: 'crop',
				investmentMad: 100_000
			}
		]);
	});
});

/** One grant of 40,000 MAD that is paid after the work. */
function grantFor(question: FundingQuestion): FundingAnswer {
	const instrument = { id: 'F1', vintage: '2025' } as FundingAnswer['matches'][number]['instrument'];
	return {
		matches: [{ instrument, verdict: 'eligible', refusals: [], unknowns: [], amountMad: 40_000, ownMad: null }],
		plan: {
			needMad: question.investmentMad!,
			layers: [{ kind: 'grant', instrument: 'F1', amountMad: 40_000, isExPost: true }],
			bridgeMad: 40_000,
			gapMad: 0
		}
	};
}
