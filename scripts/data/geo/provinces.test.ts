import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shapesOf, type PolygonTopology } from '#lib/core/geo/topology.ts';
import { ringDefects } from '#lib/core/geo/validity.ts';
import { geoFacts } from './facts.ts';
import { cleanProvinces, LOW_DETAIL, simplifiedProvinces } from './provinces.ts';

const { provinces } = geoFacts('data/facts');
const source = JSON.parse(readFileSync('node_modules/morocco-map/data/provinces.json', 'utf8')) as PolygonTopology;
const invalid = (topology: PolygonTopology): string[] =>
	[...shapesOf(topology, 'provinces')].filter(([, shape]) => ringDefects(shape).length > 0).map(([code]) => code);

test('48 of the 75 provinces of the source are invalid, none is once cleaned and simplified', async () => {
	expect(invalid(source)).toHaveLength(48);
	expect(invalid(await simplifiedProvinces(await cleanProvinces(provinces), LOW_DETAIL))).toEqual([]);
});

test('nothing of the source but its lines and codes is shipped', async () => {
	const shipped = await simplifiedProvinces(await cleanProvinces(provinces), LOW_DETAIL);
	const keys = Object.values(shipped.objects).flatMap(({ geometries }) => geometries.flatMap((shape) => Object.keys(shape)));
	expect([...new Set(keys)].sort()).toEqual(['arcs', 'id', 'type']);
});

test('a province without a polygon, and a polygon without a province, stop the build', async () => {
	const [first, ...others] = provinces;
	await expect(cleanProvinces([...provinces, { ...first!, code: 'MA-XXX' }])).rejects.toThrow('No polygon for MA-XXX');
	await expect(cleanProvinces(others)).rejects.toThrow(`«${first!.code}» is not in the table`);
});
