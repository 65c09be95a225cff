import { communesLike, communesNamed, type PlaceCandidate } from '#lib/core/register/commune-name.ts';
import { westernDigits } from '#lib/core/register/digits.ts';
import { codeKeys } from '#lib/core/register/place.ts';
import { scopeOf, scopesOf, type Scopes } from '#lib/core/register/place-scope.ts';
import { placeKey, spellingsOf, type Spellings } from '#lib/core/register/place-spellings.ts';
import type { Level, Territory } from '#lib/core/territory/territory.ts';
import { soundKey } from '#lib/core/text/sound-key.ts';
import { textOf } from './cell.ts';
import type { OwnCell } from './own-table.ts';

/** All that finds the territory of a row at one level. */
export interface KeyIndex {
	readonly level: Level;
	readonly territories: readonly Territory[];
	/** Codes by the ways they are written; a way that two share finds neither. */
	readonly codes: ReadonlyMap<string, string>;
	readonly spellings: Spellings;
	readonly scopes: Scopes;
}

/** How a key found its territory. */
export type KeyBasis = 'code' | 'name' | 'sound' | 'decision' | 'position';

/** What one key says. */
export type KeyMatch =
	| { readonly kind: 'empty' }
	| { readonly kind: 'matched'; readonly code: string; readonly by: KeyBasis }
	/** `ambiguous`: several territories bear the name, or the one of that name lies elsewhere than the row says. */
	| { readonly kind: 'unmatched'; readonly because: 'unknown' | 'ambiguous' };

const EMPTY: KeyMatch = { kind: 'empty' };
const UNKNOWN: KeyMatch = { kind: 'unmatched', because: 'unknown' };
const AMBIGUOUS: KeyMatch = { kind: 'unmatched', because: 'ambiguous' };

/** The index of a level over all territories that are at hand: communes tell the codes of HCP for what lies above them. */
export function keyIndex(level: Level, territories: readonly Territory[]): KeyIndex {
	const own = territories.filter((territory) => territory.level === level);
	return {
		level,
		territories: own,
		codes: codesOf(level, territories),
		// Only where a name lies tells the parent of a commune from that of another; regions have none.
		spellings: spellingsOf(own, []),
		scopes: scopesOf(territories)
	};
}

/** Ways to write the code of every territory of a level: ours, ISO without its prefix, HCP with and without dots and zeros. */
function codesOf(level: Level, territories: readonly Territory[]): ReadonlyMap<string, string> {
	const found = new Map<string, Set<string>>();
	const parents = new Map(territories.map(({ code, parent }) => [code, parent]));
	for (const territory of territories) {
		for (const [key, code] of waysToWrite(level, territory, parents))
			if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(code));
	}
	return new Map([...found].filter(([, codes]) => codes.size === 1).map(([key, codes]) => [key, [...codes][0]!]));
}

const unpadded = (text: string): string => text.replace(/^0+/, '');

/** What one territory says of the codes of a level: its own, or, a commune, those of HCP for its province and region. */
function waysToWrite(
	level: Level,
	{ code, parent, level: own }: Territory,
	parents: ReadonlyMap<string, string | null>
): readonly (readonly [string, string])[] {
	if (own !== 'commune') return own === level ? [code, unpadded(code.slice('MA-'.length))].map((key) => [key, code]) : [];
	if (level === 'commune') return codeKeys(code).map((key) => [key, code]);
	const [region = '', province = ''] = code.split('.');
	if (parent === null) return [];
	if (level === 'province') return [province, region + province].map((key) => [unpadded(key), parent]);
	const above = parents.get(parent);
	return above ? [[unpadded(region), above]] : [];
}

/** The code a cell writes; null when it writes none of this level. */
export function codeIn({ codes, level }: KeyIndex, text: string): string | null {
	const plain = westernDigits(text).replace(/\s/g, '').toUpperCase();
	// «44910109.0» is what a spreadsheet makes of a code; «03.271» has two parts of its own.
	const whole = plain.replace(/^(\d+)[.,]0$/, '$1');
	const keys = level === 'commune' ? codeKeys(whole) : [whole, whole.replaceAll('.', '').replace(/^0+/, '')];
	for (const key of keys) {
		const code = codes.get(key);
		if (code !== undefined) return code;
	}
	return null;
}

/** Which territory a key names; `within` is what the row says of the province or region around it. */
export function matchKey(index: KeyIndex, cell: OwnCell, within: OwnCell = null): KeyMatch {
	const text = textOf(cell).trim();
	if (text === '') return EMPTY;
	const code = codeIn(index, text);
	if (code !== null) return { kind: 'matched', code, by: 'code' };
	if (/^[\d\s.,]+$/.test(text)) return UNKNOWN;
	const scope = scopeIn(index, within);
	const named = communesNamed(index.spellings, text, scope);
	const [only] = named;
	if (only && named.length === 1) return { kind: 'matched', code: only.code, by: only.by === 'sound' ? 'sound' : 'name' };
	if (named.length > 1) return AMBIGUOUS;
	return index.level === 'commune' ? UNKNOWN : bySound(index, text);
}

/** So few provinces and regions there are that a sound tells them apart. */
function bySound({ spellings }: KeyIndex, text: string): KeyMatch {
	const heard = new Set((spellings.bySound.get(soundKey(placeKey(text)) ?? '') ?? []).map(({ code }) => code));
	const [only] = heard;
	return only !== undefined && heard.size === 1 ? { kind: 'matched', code: only, by: 'sound' } : UNKNOWN;
}

interface Within {
	readonly province: string | null;
	readonly provinces: ReadonlySet<string> | null;
}
const ANYWHERE: Within = { province: null, provinces: null };

/** Where a row says it is: in a province, else in a region, by name or code. What is not understood narrows nothing. */
function scopeIn({ level, scopes }: KeyIndex, within: OwnCell): Within {
	const text = textOf(within).trim();
	if (text === '' || level === 'region') return ANYWHERE;
	const { province } = scopeOf(scopes, text, null);
	const { region } = scopeOf(scopes, null, text);
	// The parent of a province is its region: the same field of a spelling holds it.
	if (level === 'province') return { province: region, provinces: null };
	if (province !== null) return { province, provinces: null };
	if (region === null) return ANYWHERE;
	return { province: null, provinces: new Set([...scopes.regionOf].filter(([, of]) => of === region).map(([code]) => code)) };
}

/** Territories that a key may mean, best first, at most five; those around the row before the others. */
export function keyCandidates(index: KeyIndex, cell: OwnCell, within: OwnCell = null): readonly PlaceCandidate[] {
	const text = textOf(cell).trim();
	const scope = scopeIn(index, within);
	const near = communesLike(index.spellings, text, scope);
	if (near.length > 0 || scope === ANYWHERE) return near;
	return communesLike(index.spellings, text, ANYWHERE);
}
