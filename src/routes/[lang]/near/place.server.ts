import type { Position } from '#lib/core/geo/geography.ts';
import { checkPosition, type PositionIssue } from '#lib/core/recommendation/position.ts';
import { called } from '#lib/core/territory/called.ts';
import type { Locality } from '#lib/core/territory/locality.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import { searchKey } from '#lib/core/text/search-key.ts';
import type { Words } from '#lib/i18n/words.ts';
import type { OpenedRelease } from '#lib/server/release.ts';
import { parseNear, type NearIssue, type NearPlace, type NearView } from '#lib/view/near.ts';

/** Why nothing can be said of the place of an address. */
export type PlaceIssue = NearIssue | PositionIssue | 'no-point';

/** The place of an address, found in a release. */
export interface AskedPlace {
	readonly view: NearView;
	readonly issues: readonly PlaceIssue[];
	/** What it is called, and its commune when it is one; null without a place that can be used. */
	readonly place: { readonly name: string; readonly code: string | null } | null;
	readonly position: Position | null;
	/** The position that was meant, when latitude and longitude were swapped. */
	readonly swapped: Position | null;
}

/** The place an address asks for. Words that are still being typed hide it: they mean another one. */
export async function askedPlace({ bank }: OpenedRelease, search: URLSearchParams, words: Words): Promise<AskedPlace> {
	const code = search.get('commune') ?? '';
	const commune = code === '' ? null : await bank.territories.find(code);
	const { view: parsed, issues } = parseNear(search, (wanted) => commune?.level === 'commune' && commune.code === wanted);
	const view = parsed.search === '' ? parsed : { ...parsed, place: null };
	const nowhere = { view, place: null, position: null, swapped: null };
	if (view.place === null) return { ...nowhere, issues };
	if (view.place.kind === 'commune') {
		if (!commune!.label) return { ...nowhere, issues: [...issues, 'no-point'] };
		return { view, issues, place: { name: words.of(commune!.name), code }, position: commune!.label, swapped: null };
	}
	const checked = checkPosition(view.place.position);
	if (!checked.ok) return { ...nowhere, issues: [...issues, checked.issue], swapped: checked.swapped };
	return { view, issues, place: { name: pointName(view.place, words), code: null }, position: checked.value, swapped: null };
}

const pointName = ({ position: [lon, lat] }: Extract<NearPlace, { kind: 'point' }>, { t }: Words): string =>
	t('near.point', { lat: lat.toFixed(2), lon: lon.toFixed(2) });

/** A commune that words may mean. */
export interface Match {
	readonly code: string;
	/** As HCP writes it, however it was typed. */
	readonly name: string;
	/** What tells it apart: the place in it that was typed, its kind and its province. */
	readonly hint: string;
	/** True when its own name was typed: alone, it needs no question. */
	readonly certain: boolean;
}

/** So many are offered. */
const MOST = 12;

/** What people put before a name, as search keys; no commune has a name that begins so. */
const KIND_OF_PLACE = /^(?:douar|village|commune|ville|دوار|جماعه|مدينه) (?:de |du |des |d )?(?=.)/;

/** Communes that words may mean, best first; those of a province or region when the words name only that. */
export async function matchesOf({ bank }: OpenedRelease, asked: string, words: Words): Promise<Match[]> {
	const typed = searchKey(asked).replace(KIND_OF_PLACE, '');
	const found = await bank.territories.list({ level: 'commune', search: typed });
	const communes = (found.length > 0 ? found : await communesWithin(bank.territories, typed)).slice(0, MOST);
	const parents = new Map((await bank.territories.list({ level: 'province' })).map((province) => [province.code, province]));
	const places = Map.groupBy(await bank.localities.list(communes.map(({ code }) => code)), ({ commune }) => commune);
	return communes.map((commune): Match => {
		const certain = found.length === 0 || called(commune, typed) === 'spelled';
		const why = certain ? [] : [whyOffered(places.get(commune.code) ?? [], typed, words)];
		return { code: commune.code, name: words.of(commune.name), hint: [...why, hintOf(commune, parents, words)].join(' · '), certain };
	});
}

/** Why a commune is offered whose own name was not typed: for a place in it, or because its name sounds alike. */
function whyOffered(places: readonly Locality[], typed: string, { t, of }: Words): string {
	const how = places.map((place) => ({ place, how: called({ name: place.name, aliases: [] }, typed) }));
	const exact = how.find(({ place }) => Object.values(place.name).some((name) => searchKey(name) === typed));
	const meant = exact ?? how.find((one) => one.how === 'spelled') ?? how.find((one) => one.how === 'sounds');
	return meant ? t(`near.place.locality.${meant.place.basis}`, { locality: of(meant.place.name) }) : t('near.place.alike');
}

async function communesWithin({ list }: OpenedRelease['bank']['territories'], words: string): Promise<Territory[]> {
	const [province] = await list({ level: 'province', search: words });
	if (!province) return [];
	const communes = await list({ level: 'commune', parent: province.code });
	return communes.toSorted((a, b) => b.populationLegal - a.populationLegal);
}

function hintOf({ kind, parent }: Territory, parents: ReadonlyMap<string, Territory>, { t, of }: Words): string {
	const province = parents.get(parent ?? '');
	return province ? `${t(`kind.${kind}`)} · ${of(province.name)}` : t(`kind.${kind}`);
}
