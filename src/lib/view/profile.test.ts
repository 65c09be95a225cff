import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLDERS } from '#lib/core/recommendation/profile.ts';
import { formatProfile, NO_ANSWERS, parseProfile, profileOf } from './profile.ts';

const known = {
	isSkill: (id: string) => ['sewing', 'hens'].includes(id),
	isBranch: (code: string) => ['crafts', 'services'].includes(code)
};
const parse = (query: string) => parseProfile(new URLSearchParams(query), known);

describe('the six answers of a holder', () => {
	it('come back from the form they were written to', () => {
		const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
		const answers = fc.record({
			holder: maybe(fc.constantFrom(...HOLDERS)),
			members: fc.constant(200),
			women: maybe(fc.nat(200)),
			youth: maybe(fc.nat(200)),
			money: maybe(fc.nat(100_000_000)),
			skills: fc.subarray(['hens', 'sewing']),
			branches: fc.subarray(['crafts', 'services'])
		});
		fc.assert(
			fc.property(answers, (given) => {
				expect(parse(formatProfile(given))).toEqual({ answers: given, issues: [] });
			})
		);
		expect(formatProfile(NO_ANSWERS)).toBe('');
		expect(parse('')).toEqual({ answers: NO_ANSWERS, issues: [] });
	});

	it('take a number with the spaces people type', () => {
		expect(parse('money=60%20000').answers.money).toBe(60_000);
		expect(parse('money=60%E2%80%AF000').answers.money).toBe(60_000);
	});

	it('leave unsaid what cannot be read, and name it', () => {
		expect(parse('holder=king&members=-3&money=lots&skill=flying&skill=hens&branch=habitat')).toEqual({
			answers: { ...NO_ANSWERS, skills: ['hens'] },
			issues: ['holder', 'members', 'money', 'skill', 'branch']
		});
	});

	it('cannot count more women or young than members', () => {
		expect(parse('members=12&women=13&youth=12')).toMatchObject({ answers: { members: 12, women: null, youth: 12 }, issues: ['women'] });
	});

	it('mean shares only when the members are counted', () => {
		expect(profileOf({ ...NO_ANSWERS, members: 12, women: 9 })).toMatchObject({ womenShare: 0.75, youthShare: null });
		expect(profileOf({ ...NO_ANSWERS, women: 9 }).womenShare).toBeNull();
	});
});
