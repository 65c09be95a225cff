import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documented, productId, productsOf } from '#lib/core/potential/documented.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import type { EvidenceQuestion } from '#lib/core/potential/question.ts';
import { isRegional } from '#lib/core/potential/strength.ts';
import type { EncodedTable, Snapshot } from '#lib/core/release/snapshot.ts';
import { LEVELS, type Level } from '#lib/core/territory/territory.ts';
import { decodedAtlas, regionOf, type Atlas } from '#lib/data/atlas.ts';
import { openBuiltBank, type Repositories } from '#lib/server/db/open.ts';
import { shipped, shippedFolder } from './shipped.ts';

let bank: Repositories;
let rows: readonly Evidence[];
let atlas: Atlas;

beforeAll(async () => {
	bank = openBuiltBank(join(shippedFolder(), 'bank.sqlite'));
	rows = await bank.potentials.list();
	atlas = decodedAtlas(shipped<Snapshot>('snapshot.json'), shipped<EncodedTable>('communes.json'));
});
afterAll(() => bank.close());

const ALL: EvidenceQuestion = { chain: null, filter: 'all', product: null };
const ask = (level: Level, question: Partial<EvidenceQuestion>) => {
	const { table, method } = atlas.scorer(level)!;
	return documented(rows, table.territories, (code) => regionOf(atlas, code), method.evidence, { ...ALL, ...question });
};

describe('the shipped potentials', () => {
	test.each(LEVELS)('%s: what a browser computes from the rows is what the release scores with, for every chain', (level) => {
		const { evidence } = atlas.scorer(level)!.table;
		for (const chain of atlas.chains.keys()) {
			const { strength } = ask(level, { chain });
			strength.forEach((value, i) =>
				expect(Math.abs(value - evidence[chain]![i]!) < 1e-12 || (Number.isNaN(value) && Number.isNaN(evidence[chain]![i]!))).toBe(true)
			);
		}
	});

	test('a row of a region colours no province', () => {
		const provinces = new Set(atlas.scorer('province')!.table.territories.map(({ code }) => code));
		const regional = rows.filter((row) => row.chain !== null && isRegional(row));
		expect(regional.length).toBeGreaterThan(0);
		for (const { product } of regional) {
			const own = new Set(
				rows.filter((row) => row.product.fr === product.fr && provinces.has(row.territory)).map(({ territory }) => territory)
			);
			const { strength } = ask('province', { product: productId(product) });
			expect(strength.filter((value) => !Number.isNaN(value))).toHaveLength(own.size);
		}
	});

	test('every product has an id of its own that fits a link', () => {
		const names = new Set(rows.flatMap(({ chain, product }) => (chain === null ? [] : [product.fr])));
		const ids = [...productsOf(rows).keys()];
		expect(ids).toHaveLength(names.size);
		for (const id of ids) expect(id).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/);
		expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(64);
	});

	test('the clementine of Berkane is documented in Berkane, by a label', () => {
		const { products, strength } = ask('province', { product: 'clementine-de-berkane' });
		expect([...products.keys()]).toEqual(['MA-BER', 'MA-02']);
		expect(strength.filter((value) => !Number.isNaN(value))).toHaveLength(1);
	});
});
