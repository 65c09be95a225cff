import type { Territory } from '#lib/core/territory/territory.ts';
import { soundKey } from '#lib/core/text/sound-key.ts';
import { grouped, placeKey } from './place-spellings.ts';
import { warning, type RowProblem } from './problem.ts';

/** Codes of provinces and regions by what registers write. */
export interface Scopes {
	readonly provinces: ReadonlyMap<string, string>;
	readonly provinceSounds: ReadonlyMap<string, readonly string[]>;
	readonly regions: ReadonlyMap<string, string>;
	/** Region of every province. */
	readonly regionOf: ReadonlyMap<string, string>;
}

/** Where a row says it is, above the commune. */
export interface Scope {
	readonly province: string | null;
	readonly region: string | null;
	/** True when a province or region is written that nobody knows. */
	readonly unknown: boolean;
	readonly problems: readonly RowProblem[];
}

const codeKey = (text: string): string => text.trim().toUpperCase();

/** The scopes of these territories. A spelling that two of them share names neither. */
export function scopesOf(territories: readonly Territory[]): Scopes {
	const provinces = territories.filter(({ level }) => level === 'province');
	const regions = territories.filter(({ level }) => level === 'region');
	const spelled = provinces.flatMap((province) =>
		[...Object.values(province.name), ...province.aliases].map((text) => ({ code: province.code, text }))
	);
	const sounds = grouped(spelled, ({ text }) => soundKey(text));
	return {
		provinces: spellings(provinces),
		provinceSounds: new Map([...sounds].map(([sound, same]) => [sound, [...new Set(same.map(({ code }) => code))]])),
		regions: spellings(regions),
		regionOf: new Map(provinces.map(({ code, parent }) => [code, parent!]))
	};
}

function spellings(territories: readonly Territory[]): Map<string, string> {
	const known = new Map<string, string>();
	const shared = new Set<string>();
	for (const { code, name, aliases } of territories) {
		for (const key of new Set([...Object.values(name), ...aliases].map(placeKey))) {
			if (known.has(key)) shared.add(key);
			known.set(key, code);
		}
		// «MA-HAJ» and «HAJ», «MA-03» and «3».
		for (const key of [code, code.slice('MA-'.length), String(Number(code.slice('MA-'.length)))])
			if (key !== 'NaN') known.set(codeKey(key), code);
	}
	for (const key of shared) known.delete(key);
	return known;
}

/** The province and region that two cells name. Where they disagree the province counts, for it is the narrower one. */
export function scopeOf(scopes: Scopes, province: string | null, region: string | null): Scope {
	const named = province === null ? null : provinceNamed(scopes, province);
	const around = region === null ? null : regionNamed(scopes, region);
	const problems: RowProblem[] = [];
	if (province !== null && named === null) problems.push(warning('province-unknown', 'province', province));
	if (region !== null && around === null) problems.push(warning('region-unknown', 'region', region));
	if (named === null) return { province: null, region: around, unknown: problems.length > 0, problems };
	const above = scopes.regionOf.get(named)!;
	if (around !== null && around !== above) problems.push(warning('region-differs', 'region', around, above));
	return { province: named, region: above, unknown: false, problems };
}

const regionNamed = ({ regions }: Scopes, text: string): string | null => regions.get(codeKey(text)) ?? regions.get(placeKey(text)) ?? null;

function provinceNamed({ provinces, provinceSounds }: Scopes, text: string): string | null {
	const known = provinces.get(codeKey(text)) ?? provinces.get(placeKey(text));
	if (known !== undefined) return known;
	const heard = provinceSounds.get(soundKey(placeKey(text)) ?? '') ?? [];
	return heard.length === 1 ? heard[0]! : null;
}
