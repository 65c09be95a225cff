import { describe, expect, it } from 'vitest';
import { countsByChain, type CountedEntry } from './fabric.ts';
import { TERRITORIES } from './scenarios/territories.ts';

const entry = (given: Partial<CountedEntry>): CountedEntry => ({
	chain: 'honey',
	commune: null,
	province: null,
	region: 'MA-03',
	status: null,
	members: null,
	women: null,
	...given
});
const AZROU = { commune: '03.271.01.01', province: 'MA-IFR', region: 'MA-03' };

describe('the cooperatives of a register, counted', () => {
	const counts = countsByChain(
		[
			entry({ ...AZROU, status: 'active', members: 10, women: 4 }),
			entry({ ...AZROU, members: 6 }),
			entry({ ...AZROU, status: 'dormant', members: 100 }),
			entry({ ...AZROU, status: 'dissolved' }),
			entry({ province: 'MA-IFR' }),
			entry({}),
			entry({ chain: null, ...AZROU })
		],
		TERRITORIES,
		['honey', 'saffron']
	);

	it('stand in the order of the codes at each level, as far as their place is known', () => {
		expect([...counts.counts.region['honey']!]).toEqual([4, 0, 0]);
		expect([...counts.counts.province['honey']!]).toEqual([0, 3, 0, 0, 0, 0]);
		expect([...counts.counts.commune['honey']!]).toEqual([2, ...Array<number>(12).fill(0)]);
	});

	it('leave out the dormant and the dissolved, and say how many could not be placed', () =>
		expect(counts).toMatchObject({ working: 5, resting: 2, withoutChain: 1, withoutCommune: 2, withoutProvince: 1 }));

	it('are 0 for a chain that nobody works in, and NaN members where nobody tells', () => {
		expect([...counts.counts.region['saffron']!]).toEqual([0, 0, 0]);
		expect([...counts.members.region['honey']!]).toEqual([16, NaN, NaN]);
		expect([...counts.women.region['honey']!]).toEqual([4, NaN, NaN]);
		expect(counts.counts.region['olive']).toBeUndefined();
	});

	it('ignore a code that is no territory of the release', () =>
		expect([...countsByChain([entry({ commune: 'x', province: 'y' })], TERRITORIES).counts.region['honey']!]).toEqual([1, 0, 0]));
});
