import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Territory } from '#lib/core/territory/territory.ts';
import { territoriesOf, type EncodedTable } from './snapshot.ts';
import { columnsOf, rowsOf } from './territory-columns.ts';

const text = fc.record({ ar: fc.string(), fr: fc.string(), en: fc.string() });
const count = fc.nat(4_000_000);
const degrees = fc.double({ min: -20, max: 40, noNaN: true });
const ofProvinces: fc.Arbitrary<Territory> = fc.record({
	code: fc.string(),
	level: fc.constant('province' as const),
	kind: fc.constantFrom('province' as const, 'prefecture' as const),
	parent: fc.option(fc.string()),
	name: text,
	aliases: fc.array(fc.string()),
	label: fc.option(fc.tuple(degrees, degrees)),
	populationLegal: count,
	populationMunicipal: fc.option(count),
	households: count,
	areaKm2: fc.option(fc.double({ min: 0, max: 1e5, noNaN: true })),
	coastal: fc.boolean()
});

const empty: Omit<EncodedTable, 'territories'> = {
	level: 'province',
	values: {},
	national: {},
	years: {},
	inherited: [],
	goalposts: {},
	evidence: {},
	gates: {}
};

test('territories come back from their columns as they were, unknowns included', () => {
	fc.assert(
		fc.property(fc.array(ofProvinces), (territories) => void expect(rowsOf('province', columnsOf(territories))).toEqual(territories))
	);
});

test('a release written with rows is read like one written with columns', () => {
	fc.assert(
		fc.property(fc.array(ofProvinces), (territories) => {
			expect(territoriesOf({ ...empty, territories })).toEqual(territoriesOf({ ...empty, territories: columnsOf(territories) }));
		})
	);
});
