import { fileURLToPath } from 'node:url';
import type { Geography } from '#lib/core/geo/geography.ts';
import { shapesOf } from '#lib/core/geo/topology.ts';
import { communeCells } from './communes.ts';
import { contextLand } from './context.ts';
import { geoFacts } from './facts.ts';
import { geographyOf } from './geography.ts';
import { cleanProvinces, HIGH_DETAIL, LOW_DETAIL, simplifiedProvinces } from './provinces.ts';
import { townsOf } from './towns.ts';
import { writeJson, writeTopology } from './write-shipped.ts';

const FACTS = fileURLToPath(new URL('../../../data/facts', import.meta.url));

/**
 * Writes provinces.topo.json, provinces-detail.topo.json, communes.topo.json, context.topo.json, towns.json and
 * geography.json into `outFolder` and returns the content of the last. Throws on any invalid ring or unmatched code.
 */
export async function buildGeometry(outFolder: string): Promise<Geography> {
	const facts = geoFacts(FACTS);
	const clean = await cleanProvinces(facts.provinces);
	const low = await simplifiedProvinces(clean, LOW_DETAIL);
	const detail = await simplifiedProvinces(clean, HIGH_DETAIL);
	const communes = await communeCells(facts.communes, detail);
	const context = await contextLand([...shapesOf(low, 'regions').values()]);
	const geography = geographyOf({ provinces: detail, communes, communeCodes: facts.communes.map(({ code }) => code) });
	writeTopology(outFolder, 'provinces.topo.json', low);
	writeTopology(outFolder, 'provinces-detail.topo.json', detail);
	writeTopology(outFolder, 'communes.topo.json', communes);
	writeTopology(outFolder, 'context.topo.json', context);
	writeJson(outFolder, 'towns.json', townsOf(facts));
	writeJson(outFolder, 'geography.json', geography);
	return geography;
}
