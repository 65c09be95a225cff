import { levelOfCode } from '#lib/core/territory/territory.ts';
import type { Atlas } from '#lib/data/atlas.ts';
import type { Words } from '#lib/i18n/words.ts';
import { currentApp } from '#lib/server/app.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { parseView, type ParsedView } from '#lib/view/address.ts';
import { atlasOf } from './atlas.server.ts';
import { catalogueOf } from './catalogue.server.ts';
import { documentsFor, type Documents } from './documents.server.ts';
import { knownOf, type Catalogue } from '../known.ts';

/** A view that was asked for in an address, with everything the server needs to show it. */
export interface Asked extends ParsedView {
	/** The release asked for when this server holds it, otherwise the current one. */
	readonly release: OpenedRelease;
	readonly atlas: Atlas;
	readonly catalogue: Catalogue;
	/** Documented potentials; none when the view does not show them. */
	readonly documents: Documents;
	/** Id of the current release. */
	readonly current: string;
}

/** The view in the parameters of an address. Never fails: what cannot be used is listed in `issues`. */
export async function askedView(parameters: URLSearchParams, words: Words): Promise<Asked> {
	const held = currentApp().releases;
	const ids = (await held.list()).map(({ id }) => id);
	const wanted = parameters.get('release');
	const release = (wanted !== null && ids.includes(wanted) ? await held.find(wanted) : null) ?? held.current;
	const catalogue = catalogueOf(release.snapshot, words, ids);
	const territory = parameters.get('territory');
	const communes = parameters.get('level') === 'commune' || (territory !== null && levelOfCode(territory) === 'commune');
	const atlas = await atlasOf(release, communes);
	const documents = await documentsFor(release, parameters);
	const known = knownOf(
		catalogue,
		(code) => atlas.indexOf(code) >= 0,
		(id) => documents.products.has(id)
	);
	return { ...parseView(parameters, known), release, atlas, catalogue, documents, current: held.current.release.id };
}
