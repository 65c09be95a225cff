import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectBank } from '#lib/core/project/bank.ts';
import type { BankRecords } from '#lib/core/release/records.ts';
import { checkProjectBank } from './check.ts';
import { readEconomicModels } from './economic-models.ts';
import { readModelTexts } from './model-texts.ts';
import { modelOf } from './models.ts';
import { readPlaces } from './places.ts';
import { readPieceWork } from './piece-work.ts';
import { readPublicInfrastructure } from './public-infrastructure.ts';
import { readGlossary, sharedFigures, sourcesOf } from './references.ts';
import { readRules } from './rules.ts';
import { readModelSkills, readSkills } from './skills.ts';
import { readTriggers } from './triggers.ts';
import { readVariants, variantIds } from './variants.ts';

/** What of the other facts the project bank is checked against. */
export type ProjectFacts = Pick<BankRecords, 'territories' | 'chains' | 'values' | 'models'>;

/** The whole project bank of the tables under `root`. Throws a sentence that names file, row and value on the first fault. */
export function readProjectBank(root: string, { territories, chains, values, models: titles }: ProjectFacts, scored: ReadonlySet<string>): ProjectBank {
	const raw = readEconomicModels(root);
	const rules = readRules(root);
	const sources = sourcesOf(raw);
	const skills = readSkills(root);
	const sourceIds = new Set(sources.map(({ id }) => id));
	const context = {
		textOf: readModelTexts(root),
		sourceIds,
		daysPerUnit: readPieceWork(root, raw.models, sourceIds),
		publicInfrastructure: readPublicInfrastructure(root, raw.models),
		grades: rules.grades,
		chains,
		places: readPlaces(root, territories),
		triggers: readTriggers(root, { models: raw.models, chains, indicators: scored, national: nationalFigures(values) }),
		skills: readModelSkills(root, skills, [...raw.models.map(({ id }) => id), ...variantIds(root)])
	};
	const models = raw.models.map((model) => modelOf(model, context));
	const bank = {
		models: [...models, ...readVariants(root, raw.models, models, context)],
		skills,
		sources,
		shared: { ...sharedFigures(raw, context), rules: rules.finance },
		recommendationRules: rules.recommendation,
		glossary: readGlossary(root)
	};
	checkProjectBank(bank, titles);
	return bank;
}

/** The newest national figure per indicator. */
function nationalFigures(values: ProjectFacts['values']): Map<string, number> {
	const national = values.filter(({ territory }) => territory === 'MA').toSorted((a, b) => (a.year < b.year ? -1 : 1));
	return new Map(national.map(({ indicator, value }) => [indicator, value]));
}

/** Writes `projects.json` into `folder`. */
export const writeProjectBank = (folder: string, bank: ProjectBank): void => writeFileSync(join(folder, 'projects.json'), JSON.stringify(bank));
