import { expect, it } from 'vitest';
import { registerOfCommunes } from '#lib/core/recommendation/near/register.ts';
import { vicinityOf } from '#lib/core/recommendation/near/vicinity.ts';
import { communePosition, syntheticCountry } from '#lib/core/recommendation/scenarios/synthetic-country.ts';
import { countedTable } from '#lib/core/saturation/counted-table.ts';
import { SYNTHETIC_CHAINS } from '#lib/core/scoring/scenarios/synthetic.ts';
import { createScorer } from '#lib/core/scoring/scorer.ts';
import type { PipelineCount } from '../db/living/projects.ts';
import { withReservations } from './reserved.ts';

const country = syntheticCountry();
const { table, method } = country.communes;
const none = new Float64Array(table.territories.length);
const service = Float64Array.from(table.territories, (_, i) => 1 + (i % 4));
const communes = createScorer(method, countedTable(table, SYNTHETIC_CHAINS, { service, crop: none }, 2026), SYNTHETIC_CHAINS);
const facts = { ...country, communes, register: registerOfCommunes(communes, country.rules) };
const project = (commune: string, chain = 'service'): PipelineCount => ({ province: 'MA-AAA', commune, chain, count: 1 });
const here = table.territories[27]!.code;
const room = (of: typeof facts): number =>
	vicinityOf(of, { position: communePosition(27), radiusKm: 30 }).scorer.prepared('service').room.column[0]!;

it('a project in progress fills the market of its commune as half a cooperative does, and nobody else’s', () => {
	const reserved = withReservations(facts, [project(here)]);
	expect(room(reserved)).toBeLessThan(room(facts));
	expect(withReservations(facts, [project(here, 'no-such-chain'), project('no-such-commune')]).register!.chains).toEqual(
		facts.register!.chains
	);
});

it('the facts of a release are the same where nothing is in progress and where no register counts', () => {
	expect(withReservations(facts, [])).toBe(facts);
	const proxy = { ...facts, register: null };
	expect(withReservations(proxy, [project(here)])).toBe(proxy);
});

it('facts are made anew when the projects change, and only then', () => {
	const one = withReservations(facts, [project(here)]);
	expect(withReservations(facts, [project(here)])).toBe(one);
	expect(withReservations(facts, [{ ...project(here), count: 2 }])).not.toBe(one);
	expect(room(withReservations(facts, []))).toBe(room(facts));
});
