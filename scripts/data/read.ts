import { join } from 'node:path';
import type { BankRecords } from '#lib/core/release/records.ts';
import { accessValues, inheritedValues, ratioValues } from './computed.ts';
import { readCooperatives, readCounts, readProjects } from './cooperatives.ts';
import { readEvidence } from './evidence.ts';
import { publishedValues, readIndicators } from './indicators.ts';
import { readLocalities } from './localities.ts';
import { METHOD_FOLDER, readMethod } from './method.ts';
import { readPlaces } from './places.ts';
import { readBranches, readChains, readModels } from './sectors.ts';
import { readSources } from './sources.ts';
import { scoredIndicators } from './tables.ts';
import { readTerritories } from './territories.ts';
import { readTexts } from './texts.ts';

/** All records of the fact tables in `folder` (the `data` of the checkout). Throws a sentence that names file, row and value. */
export function readRecords(folder: string): BankRecords {
	const method = readMethod(join(folder, METHOD_FOLDER));
	const texts = readTexts(folder);
	const territories = readTerritories(folder);
	const published = publishedValues(folder, territories, texts);
	const own = [...published, ...ratioValues(published, territories), ...accessValues(readPlaces(folder), method)];
	const values = [...own, ...inheritedValues(own, territories)];
	const branches = readBranches(folder);
	const models = readModels(folder);
	const chains = readChains(folder, branches, models);
	const cooperatives = readCooperatives(folder, branches, texts);
	return {
		sources: readSources(folder),
		territories,
		localities: readLocalities(folder, territories, cooperatives),
		indicators: readIndicators(folder, values, territories, texts, new Set(scoredIndicators(method))),
		values,
		branches,
		chains,
		evidence: readEvidence(folder, territories, chains, texts),
		cooperatives,
		cooperativeCounts: readCounts(folder, territories, branches, texts),
		models,
		projects: readProjects(folder, territories)
	};
}
