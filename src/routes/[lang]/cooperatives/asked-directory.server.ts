import type { Cooperative, CooperativeCount } from '#lib/core/cooperative/cooperative.ts';
import type { ExistingProject } from '#lib/core/release/records.ts';
import type { Text } from '#lib/core/text/text.ts';
import { levelOfCode } from '#lib/core/territory/territory.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { parseDirectory, type ParsedDirectory } from '#lib/view/directory.ts';
import { cooperativesOf, type Places } from '#lib/view/directory-list.ts';
import { askedView } from '../server/asked.server.ts';

/** What the bank has of a directory, whatever is asked for. */
interface DirectoryFacts extends Places {
	readonly named: readonly Cooperative[];
	readonly counts: readonly CooperativeCount[];
	readonly projects: readonly ExistingProject[];
	/** Who compiled the lists and placed the points, to be named wherever they are shown. */
	readonly credits: readonly Text[];
}

/** A directory that was asked for in an address, with everything the server needs to show it. */
export interface AskedDirectory extends ParsedDirectory {
	/** The release asked for when this server holds it, otherwise the current one. */
	readonly release: OpenedRelease;
	/** Id of the current release. */
	readonly current: string;
	readonly facts: DirectoryFacts;
	/** Named cooperatives that pass the filters. */
	readonly found: readonly Cooperative[];
}

/** Sources of the three lists, of whatever year. */
const COMPILED = /^furas-(cooperatives|projects)-/;

const read = new WeakMap<OpenedRelease, Promise<DirectoryFacts>>();

/** The directory in the parameters of an address. Never fails: a filter that cannot be used is listed in `issues`. */
export async function askedDirectory(parameters: URLSearchParams, words: Words): Promise<AskedDirectory> {
	const wanted = parameters.get('release');
	const { release, current, catalogue } = await askedView(new URLSearchParams(wanted ? { release: wanted } : {}), words);
	const facts = await factsOf(release);
	const territories = new Set([...facts.regions, ...facts.provinces].map(({ code }) => code));
	const parsed = parseDirectory(parameters, {
		isTerritory: (code) => territories.has(code),
		isBranch: (code) => facts.branches.some((branch) => branch.code === code),
		isRelease: (id) => catalogue.releases.includes(id)
	});
	return { ...parsed, release, current, facts, found: cooperativesOf(facts.named, facts, parsed.directory) };
}

/** The facts of a release, read once: they never change. */
function factsOf(release: OpenedRelease): Promise<DirectoryFacts> {
	const known = read.get(release) ?? readFacts(release);
	read.set(release, known);
	return known;
}

async function readFacts({ bank }: OpenedRelease): Promise<DirectoryFacts> {
	const [regions, provinces, branches, named, counts, projects, sources] = await Promise.all([
		bank.territories.list({ level: 'region' }),
		bank.territories.list({ level: 'province' }),
		bank.sectors.branches(),
		bank.cooperatives.list(),
		bank.cooperatives.counts(),
		bank.projects.list(),
		bank.sources.all()
	]);
	const credits = sources.filter(({ id }) => COMPILED.test(id)).map(({ credit }) => credit);
	return { regions, provinces, branches, named, counts, projects, credits };
}

/** Provinces that have a published total, by code. */
export async function countedProvinces({ bank }: OpenedRelease): Promise<ReadonlySet<string>> {
	const stocks = await bank.cooperatives.stocks({ level: 'province' });
	return new Set(stocks.map(({ territory }) => territory).filter((code) => levelOfCode(code) === 'province'));
}
