import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedTable } from '#lib/core/saturation/counted-table.ts';
import { SYNTHETIC_CHAINS } from '#lib/core/scoring/scenarios/synthetic.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { decodeTable, encodeTable, territoriesOf, type EncodedTable } from './snapshot.ts';
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

describe('counts of a register', () => {
	const counted = fc
		.array(
			fc.record({
				territory: ofProvinces,
				crop: fc.option(fc.nat(400)),
				service: fc.nat(400),
				evidence: fc.option(fc.double({ min: 0.1, max: 1, noNaN: true })),
				closed: fc.boolean()
			}),
			{ minLength: 1 }
		)
		.map((rows): LevelTable => {
			const table: LevelTable = {
				level: 'province',
				territories: rows.map(({ territory }) => territory),
				...{ values: {}, national: {}, years: {}, inherited: new Set(), goalposts: {} },
				evidence: { crop: Float64Array.from(rows, ({ evidence }) => evidence ?? NaN) },
				evidenceQuality: { crop: Uint8Array.from(rows, ({ evidence }) => (evidence === null ? 0 : 2)) },
				gates: { crop: Uint8Array.from(rows, ({ closed }) => (closed ? 1 : 0)) }
			};
			const counts = { crop: rows.map(({ crop }) => crop ?? NaN), service: rows.map(({ service }) => service) };
			return countedTable(table, SYNTHETIC_CHAINS, counts, 2026);
		});

	test('come back as they were through JSON, with their bases, unknown ones and zeros', () => {
		fc.assert(
			fc.property(counted, (table) => {
				const travelled = JSON.parse(JSON.stringify(encodeTable(table))) as EncodedTable;
				expect(decodeTable(travelled).register).toEqual(table.register);
				expect(decodeTable(travelled).years).toEqual({ register: 2026 });
			})
		);
	});

	test('are nowhere in a table of a release without a register', () => {
		const { register: _, ...plain } = countedTable(decodeTable({ ...empty, territories: [] }), SYNTHETIC_CHAINS, {}, 2026);
		expect(encodeTable(plain)).not.toHaveProperty('register');
		expect(decodeTable(encodeTable(plain))).not.toHaveProperty('register');
	});
});
