import type { ModelPlace } from '#lib/core/project/model.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { rowsOf, textsOf, type Row } from '../rows.ts';
import { FOLDERS } from '../sources.ts';

/** Places by the string of the models. Throws on an unknown territory, and on a name that is not the one HCP gives it. */
export function readPlaces(root: string, territories: readonly Territory[]): ReadonlyMap<string, ModelPlace> {
	const byCode = new Map(territories.map((territory) => [territory.code, territory]));
	const rows = rowsOf(root, `${FOLDERS.projectRules}/model_places.csv`);
	return new Map(rows.map((row) => [row.text('source'), placeOf(row, byCode)]));
}

function placeOf(row: Row, byCode: ReadonlyMap<string, Territory>): ModelPlace {
	const name = textsOf(row);
	const code = row.optional('territory');
	if (code === null) return { name, territory: null };
	const territory = byCode.get(code) ?? row.fail(`«territory» is no territory: ${code}.`);
	const other = LANGUAGES.find((language) => territory.name[language] !== name[language]);
	if (other) row.fail(`«${other}» is «${name[other]}», the name of ${code} is «${territory.name[other]}».`);
	return { name, territory: code };
}
