import { isPalette } from '#lib/core/cartography/style/palettes.ts';
import type { Stock } from '#lib/core/cooperative/stock.ts';
import { levelOfCode, type Level } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { parseWorkspace, type ParsedWorkspace } from '#lib/view/workspace/address.ts';
import type { FigureEntry } from '#lib/view/workspace/catalogue.ts';
import type { Figures } from '#lib/view/workspace/figures.ts';
import { placesOf } from '#lib/view/workspace/places.ts';
import { sheetOf, type Sheet, type SheetParts } from '#lib/view/workspace/sheet.ts';
import { parseVariableId } from '#lib/view/workspace/variable-id.ts';
import { shownMaps, variablesOf, type Workspace } from '#lib/view/workspace/workspace.ts';
import { atlasOf } from '../../server/atlas.server.ts';
import { catalogueOf } from '../../server/catalogue.server.ts';
import { knownOf, type Catalogue } from '../../known.ts';

/** What the workspace can be asked for, as plain data that its page carries. */
export interface WorkspaceCatalogue extends Catalogue {
	readonly figures: readonly FigureEntry[];
}

/** A workspace that was asked for in an address, with everything the server needs to show it. */
export interface AskedWorkspace extends ParsedWorkspace {
	readonly release: OpenedRelease;
	readonly atlas: Atlas;
	readonly catalogue: WorkspaceCatalogue;
	/** Id of the current release. */
	readonly current: string;
}

/** The workspace in the parameters of an address. Never fails: what cannot be used is listed in `issues`. */
export async function askedWorkspace(search: URLSearchParams, words: Words): Promise<AskedWorkspace> {
	const held = currentApp().releases;
	const ids = (await held.list()).map(({ id }) => id);
	const wanted = search.get('release');
	const release = (wanted !== null && ids.includes(wanted) ? await held.find(wanted) : null) ?? held.current;
	const catalogue = { ...catalogueOf(release.snapshot, words, ids), figures: await figureEntries(release, words) };
	const territory = search.get('territory');
	const withCommunes = search.get('level') === 'commune' || (territory !== null && levelOfCode(territory) === 'commune');
	const atlas = await atlasOf(release, withCommunes);
	const known = {
		...knownOf(catalogue, (code) => atlas.indexOf(code) >= 0),
		isFigure: (id: string) => catalogue.figures.some((figure) => figure.id === id),
		isPalette
	};
	return { ...parseWorkspace(search, known), release, atlas, catalogue, current: held.current.release.id };
}

const yearsOf = new WeakMap<OpenedRelease, ReturnType<OpenedRelease['bank']['indicators']['years']>>();

/** Years of a release never change, and are read over all its figures: once. */
async function figureEntries(release: OpenedRelease, words: Words): Promise<FigureEntry[]> {
	const { bank } = release;
	const asked = yearsOf.get(release) ?? bank.indicators.years();
	yearsOf.set(release, asked);
	const years = await asked;
	const none = { region: [], province: [], commune: [] };
	return (await bank.indicators.all()).map(({ id, role, isCount, name }) => ({
		id,
		role,
		isCount,
		name: words.of(name),
		years: years.get(id) ?? none
	}));
}

/** The maps on screen as the server draws them: the first, and the second where two are compared. */
export async function sheetsFor(
	{ release, atlas }: Pick<AskedWorkspace, 'release' | 'atlas'>,
	workspace: Workspace,
	words: Words
): Promise<{ readonly first: Sheet | null; readonly second: Sheet | null }> {
	const [first, second] = shownMaps(workspace);
	const parts = await partsFor(release, atlas, workspace, words);
	return { first: sheetOf(first!, parts, words), second: second ? sheetOf(second, parts, words) : null };
}

async function partsFor(release: OpenedRelease, atlas: Atlas, workspace: Workspace, words: Words): Promise<SheetParts> {
	const { level } = workspace;
	const ids = shownMaps(workspace).flatMap(variablesOf);
	return {
		atlas,
		level,
		scorer: atlas.scorer(level)!,
		figures: await figuresFor(release, level, ids),
		stocks: ids.includes('cooperatives') ? await stocksFor(release, level) : null,
		places: ids.includes('places') ? placesOf(await release.bank.cooperatives.list(), words) : [],
		own: () => null
	};
}

/** The figures of those ids that are indicators, by id. */
export async function figuresFor({ bank }: OpenedRelease, level: Level, ids: readonly string[]): Promise<Map<string, Figures>> {
	const sources = new Map((await bank.sources.all()).map((source) => [source.id, source]));
	const found = new Map<string, Figures>();
	for (const id of new Set(ids)) {
		const ref = parseVariableId(id);
		if (ref?.kind !== 'indicator') continue;
		const indicator = await bank.indicators.find(ref.indicator);
		if (!indicator) continue;
		const values = await bank.indicators.values(ref.indicator, level, ref.year ?? undefined);
		found.set(id, { indicator, level, byCode: new Map(values.map((one) => [one.territory, one])), sources });
	}
	return found;
}

/** Nobody publishes counts of communes. */
const stocksFor = async ({ bank }: OpenedRelease, level: Level): Promise<readonly Stock[]> =>
	level === 'commune' ? [] : bank.cooperatives.stocks({ level });
