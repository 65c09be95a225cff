import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainIndex } from '../../src/lib/core/register/chain.ts';
import { checkMapping } from '../../src/lib/core/register/check-mapping.ts';
import { guessMapping } from '../../src/lib/core/register/columns.ts';
import { findDuplicates, type Identity } from '../../src/lib/core/register/duplicate.ts';
import { createExaminer, type Examined } from '../../src/lib/core/register/examine.ts';
import { countsByChain } from '../../src/lib/core/register/fabric.ts';
import { placeIndex } from '../../src/lib/core/register/place.ts';
import { readRecords } from '../data/read.ts';
import { syntheticRegister, type Sown, type SyntheticRegister } from './synthetic.ts';
import { readRegisterWords } from './tables.ts';

const DATA = join(import.meta.dirname, '../../data');
const records = readRecords(DATA);
const words = readRegisterWords(DATA);
const tables = { ...records, ...words };
const places = placeIndex(records.territories, records.localities);
const chains = chainIndex(tables);
const THIS_YEAR = 2026;

/** Everything the core does with a file. */
function examined({ headers, rows }: SyntheticRegister): {
	examined: Examined[];
	duplicates: ReturnType<typeof findDuplicates>;
	mapping: readonly string[];
} {
	const mapping = guessMapping(headers, rows.slice(0, 50)).map(({ use }) => use);
	const examine = createExaminer({ mapping, thisYear: THIS_YEAR, places, chains, locate: null });
	const all = rows.map(examine);
	const duplicates = findDuplicates(all.map(identity), []);
	return { examined: all, duplicates, mapping };
}

const identity = ({ values, place }: Examined, row: number): Identity => ({
	id: String(row),
	number: values.number,
	names: [values.name, values.nameAr, values.nameFr].filter((name) => name !== null),
	commune: place.commune,
	province: place.province,
	year: values.year
});

const ERRORS: readonly Sown[] = ['noName', 'noPlace', 'badNumber', 'badYear', 'farAway'];
const REVIEWED: readonly Sown[] = ['namesake', 'misspelt', 'wrongProvince', 'twoTrades'];

const expected = (sown: Sown): Examined['verdict'] => {
	if (ERRORS.includes(sown)) return 'error';
	return REVIEWED.includes(sown) ? 'review' : 'ready';
};

describe.each(['fr', 'ar'] as const)('a synthetic register of 65,000 rows in %s', (language) => {
	const register = syntheticRegister({ ...tables, seed: 7, language, thisYear: THIS_YEAR });
	const { examined: all, duplicates, mapping } = examined(register);
	const { truth } = register;

	it('is the same for the same seed', () => {
		const few = (seed: number) => syntheticRegister({ ...tables, seed, rows: 300, language, thisYear: THIS_YEAR }).rows;
		expect(few(3)).toEqual(few(3));
		expect(few(3)).not.toEqual(few(4));
	});

	it('says in every name that it is made up', () => {
		const names = register.rows.map((row) => row[1]!).filter((name) => name !== '');
		expect(names.filter((name) => !/SYNTHETIC|اصطناعي/.test(name))).toEqual([]);
	});

	it('has its columns recognised, those of persons left alone', () => {
		expect(mapping.map((use, column) => (use === 'personal' || use === 'address' ? null : use) === register.fields[column])).not.toContain(
			false
		);
		expect(checkMapping(register.headers, mapping)).toEqual([]);
	});

	it('gets for every row the verdict that was sown', () => {
		const wrong = all.flatMap(({ verdict, problems, place, chain }, row) =>
			verdict === expected(truth[row]!.sown)
				? []
				: [{ row, sown: truth[row]!.sown, verdict, cells: register.rows[row], problems, place, chain }]
		);
		expect(wrong).toEqual([]);
	});

	it('finds the commune and the chain of every row that is ready', () => {
		const ready = all.flatMap((row, index) => (row.verdict === 'ready' ? [{ row, of: truth[index]! }] : []));
		expect(ready.filter(({ row, of }) => row.place.commune !== of.commune || row.chain.chain !== of.chain)).toEqual([]);
	});

	it('offers the true commune for nearly every misspelt one', () => {
		const misspelt = all.flatMap(({ place }, row) => (truth[row]!.sown === 'misspelt' ? [{ place, commune: truth[row]!.commune }] : []));
		const offered = misspelt.filter(({ place, commune }) => place.candidates.some(({ code }) => code === commune));
		expect(misspelt.length).toBeGreaterThan(1000);
		expect(offered.length / misspelt.length).toBeGreaterThan(0.9);
	});

	it('finds every copy with the row it repeats, and nothing else', () => {
		const copies = (...kinds: Sown[]) => truth.flatMap(({ sown, of }, row) => (kinds.includes(sown) ? [`${row} ${of}`] : []));
		const found = (pairs: readonly { id: string; of: string }[]) => pairs.map(({ id, of }) => `${id} ${of}`);
		expect(found(duplicates.same).toSorted()).toEqual(copies('copyByNumber', 'copyByName').toSorted());
		expect(found(duplicates.alike).toSorted()).toEqual(copies('copyAlike').toSorted());
	});

	it('is counted as it was made, the resting ones apart', () => {
		const twice = new Set(duplicates.same.map(({ id }) => Number(id)));
		const taken = all.map((row, index) => ({ row, index })).filter(({ row, index }) => row.verdict === 'ready' && !twice.has(index));
		const entries = taken.map(({ row: { values, place, chain } }) => ({ ...values, ...place, chain: chain.chain }));
		const counts = countsByChain(
			entries,
			records.territories,
			records.chains.map(({ id }) => id)
		);
		const true_ = taken.map(({ index }) => truth[index]!).filter(({ status }) => status === 'active');
		expect(counts.working).toBe(true_.length);
		const made = Map.groupBy(true_, ({ chain, province }) => `${chain} ${province}`);
		const provinces = records.territories.filter(({ level }) => level === 'province').map(({ code }) => code);
		for (const { id } of records.chains) {
			expect([...counts.counts.province[id]!], id).toEqual(provinces.map((code) => made.get(`${id} ${code}`)?.length ?? 0));
		}
	});
});
