import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExact } from './shown.ts';
import { FEWEST_SHOWN, isFew, suppress, type Counts, type SafeCounts } from './suppress.ts';

const PROVINCES = [
	{ code: 'P1', region: 'R1' },
	{ code: 'P2', region: 'R1' },
	{ code: 'P3', region: 'R2' },
	{ code: 'P4', region: 'R2' }
];
const KINDS = ['water', 'market', 'other'];
const table = (counts: readonly (readonly number[])[]): Counts => ({ kinds: KINDS, provinces: PROVINCES, counts });

/** Tables with at most seven small counts, so that every table a reader could think of can be tried. */
const tables = fc
	.array(
		fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 })), { minLength: 3, maxLength: 3 }),
		{
			minLength: 4,
			maxLength: 4
		}
	)
	.filter((rows) => rows.flat().filter((value) => value > 0 && value < FEWEST_SHOWN).length <= 7)
	.map(table);

const TERRITORIES = [null, 'R1', 'R2', ...PROVINCES.map(({ code }) => code)];
const COLUMNS = [null, ...KINDS];

/** The sum of a territory and a kind in some table. */
function sumIn(counts: Counts['counts'], territory: string | null, kind: string | null): number {
	let sum = 0;
	PROVINCES.forEach(({ code, region }, p) => {
		if (territory !== null && territory !== code && territory !== region) return;
		KINDS.forEach((one, k) => (sum += kind === null || kind === one ? counts[p]![k]! : 0));
	});
	return sum;
}

/** Every table that agrees with all that is told: small counts tried one by one, exact totals compared. */
function tablesThatFit({ counts }: Counts, safe: SafeCounts): number[][][] {
	const small = PROVINCES.flatMap((_, p) =>
		KINDS.flatMap((_, k) => (isExact(safe.count(PROVINCES[p]!.code, KINDS[k]!)) ? [] : [[p, k] as const]))
	);
	const told = TERRITORIES.flatMap((territory) => COLUMNS.map((kind) => ({ territory, kind, ...safe.count(territory, kind) })));
	const found: number[][][] = [];
	for (let tried = 0; tried < 4 ** small.length; tried++) {
		const guess = counts.map((row) => [...row]);
		small.forEach(([p, k], i) => (guess[p]![k] = 1 + (Math.floor(tried / 4 ** i) % 4)));
		if (told.every(({ territory, kind, least, most }) => within(sumIn(guess, territory, kind), least, most))) found.push(guess);
	}
	return found;
}

const within = (value: number, least: number, most: number): boolean => value >= least && value <= most;

describe('what is told of counts', () => {
	it('is never the number of a small count, nor lets anybody compute it: three numbers or more remain possible', () => {
		fc.assert(
			fc.property(tables, (counts) => {
				const safe = suppress(counts);
				const fitting = tablesThatFit(counts, safe);
				for (const territory of TERRITORIES) {
					for (const kind of COLUMNS) {
						const truth = sumIn(counts.counts, territory, kind);
						if (truth === 0 || truth >= FEWEST_SHOWN) continue;
						const possible = new Set(fitting.map((guess) => sumIn(guess, territory, kind)));
						expect(possible.size, `${territory} ${kind} is ${truth}`).toBeGreaterThanOrEqual(3);
					}
				}
			}),
			{ numRuns: 150 }
		);
	});

	it('is true: every number lies within what is told of it', () => {
		fc.assert(
			fc.property(tables, (counts) => {
				const safe = suppress(counts);
				for (const territory of TERRITORIES)
					for (const kind of COLUMNS) {
						const { least, most } = safe.count(territory, kind);
						expect(within(sumIn(counts.counts, territory, kind), least, most)).toBe(true);
					}
			})
		);
	});

	it('leaves no range wider than a reader could make it by subtraction', () => {
		fc.assert(
			fc.property(tables, (counts) => {
				const safe = suppress(counts);
				for (const kind of COLUMNS) {
					const [nation, one, other] = [null, 'R1', 'R2'].map((territory) => safe.count(territory, kind));
					expect(one!.most).toBeLessThanOrEqual(nation!.most - other!.least);
					expect(one!.least).toBeGreaterThanOrEqual(nation!.least - other!.most);
				}
			})
		);
	});

	it('is everything where no count is small, and nothing is hidden for nothing', () => {
		const safe = suppress(table(PROVINCES.map(() => [0, 5, 12])));
		for (const territory of TERRITORIES) for (const kind of COLUMNS) expect(isExact(safe.count(territory, kind))).toBe(true);
		expect(safe.count(null, null)).toEqual({ least: 68, most: 68 });
	});

	it('gives a total as a range when it has one hidden part, for that would follow by subtraction', () => {
		const safe = suppress(table([[12, 3, 0], ...PROVINCES.slice(1).map(() => [0, 0, 0])]));
		expect(safe.count('P1', 'market')).toEqual({ least: 1, most: 4 });
		expect(isFew(safe.count('P1', 'market'))).toBe(true);
		for (const territory of ['P1', 'R1', null]) expect(safe.count(territory, null)).toEqual({ least: 13, most: 16 });
		expect(safe.count('P1', 'water')).toEqual({ least: 12, most: 12 });
	});

	it('gives a total exactly when its hidden parts can stand for one another, and as a range when they cannot', () => {
		const spread = [
			[2, 2, 0],
			[2, 2, 0],
			[2, 3, 0],
			[2, 3, 0]
		];
		expect(suppress(table(spread)).count(null, null)).toEqual({ least: 18, most: 18 });
		const all4 = PROVINCES.map(() => [4, 0, 0]);
		expect(suppress(table(all4)).count(null, 'water')).toEqual({ least: 4, most: 16 });
	});

	it('tells nothing of a code that it does not have', () => {
		expect(suppress(table(PROVINCES.map(() => [9, 9, 9]))).count('R9', null)).toEqual({ least: 0, most: 0 });
	});

	it('takes a country of 75 provinces and nine kinds in under a second', () => {
		const provinces = Array.from({ length: 75 }, (_, p) => ({ code: `P${p}`, region: `R${p % 12}` }));
		const kinds = Array.from({ length: 9 }, (_, k) => `k${k}`);
		const counts = provinces.map((_, p) => kinds.map((_, k) => (p * 7 + k * 13) % 9));
		const start = performance.now();
		const safe = suppress({ kinds, provinces, counts });
		expect(performance.now() - start).toBeLessThan(1000);
		expect(isExact(safe.count(null, null))).toBe(true);
	});
});
