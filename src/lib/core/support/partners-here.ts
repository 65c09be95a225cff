import type { Territory } from '#lib/core/territory/territory.ts';
import type { Instrument } from './instrument.ts';
import type { NamedOffice, Outlet, Partner, PartnerDirectory } from './partner.ts';

/** A type of office with those of it that sources name here. */
export interface PartnerHere {
	readonly partner: Partner;
	readonly named: readonly NamedOffice[];
}

/** The offices of a place, from near to far; in each group those with a name first. */
export interface PartnersHere {
	/** Of the commune, the province, and areas of several provinces. */
	readonly province: readonly PartnerHere[];
	readonly region: readonly PartnerHere[];
	readonly national: readonly PartnerHere[];
}

/** Of how many provinces sources name an office; the three parts add up to `total`. */
export interface PartnerCoverage {
	/** A source ties an office to the province itself. */
	readonly own: number;
	/** Only to its region. */
	readonly region: number;
	/** To neither. */
	readonly none: number;
	readonly total: number;
}

type Place = Pick<Territory, 'code' | 'level' | 'parent'>;

/** Codes whose offices concern a place: of a province itself and its region, of a region itself and its provinces. */
export function codesAround(place: Place, provinces: readonly Place[]): ReadonlySet<string> {
	if (place.level !== 'region') return new Set([place.code, ...(place.parent === null ? [] : [place.parent])]);
	return new Set([place.code, ...provinces.filter(({ parent }) => parent === place.code).map(({ code }) => code)]);
}

/** Every type of office with those that are named for one of `codes`. */
export function partnersHere({ partners, named }: PartnerDirectory, codes: ReadonlySet<string>): PartnersHere {
	const here = Map.groupBy(
		named.filter(({ territories }) => territories.some((code) => codes.has(code))),
		({ partner }) => partner
	);
	const all = partners
		.map((partner): PartnerHere => ({ partner, named: here.get(partner.id) ?? [] }))
		.sort((a, b) => Number(b.named.length > 0) - Number(a.named.length > 0));
	return {
		province: all.filter(({ partner: { level } }) => level === 'local' || level === 'province' || level === 'area'),
		region: all.filter(({ partner: { level } }) => level === 'region'),
		national: all.filter(({ partner: { level } }) => level === 'national')
	};
}

/** An office that was named and read of: a page that nobody has read yet tells nothing. */
const isRead = ({ tie }: NamedOffice): boolean => tie !== 'unread';

/** How many offices sources name in `here`; pages that nobody has read yet do not count. */
export const namedCount = ({ province, region, national }: PartnersHere): number =>
	[...province, ...region, ...national].reduce((sum, { named }) => sum + named.filter(isRead).length, 0);

/** How far the directory reaches over `provinces`. */
export function partnerCoverage({ named }: PartnerDirectory, provinces: readonly Place[]): PartnerCoverage {
	const tied = new Set(named.filter(isRead).flatMap(({ territories }) => territories));
	const own = provinces.filter(({ code }) => tied.has(code)).length;
	const region = provinces.filter(({ code, parent }) => !tied.has(code) && tied.has(parent ?? '')).length;
	return { own, region, none: provinces.length - own - region, total: provinces.length };
}

/** True when a source says which delegation of ODCO counts one of `codes` in its area. */
export const isDelegationKnown = ({ named }: PartnerDirectory, codes: ReadonlySet<string>): boolean =>
	named.some(
		({ partner, tie, territories }) => partner === 'odco-delegation' && tie === 'covers' && territories.some((code) => codes.has(code))
	);

/** The instruments of `ids` that serve one of `codes`, in the order of the guide. */
export function fundingHere(instruments: readonly Instrument[], ids: readonly string[], codes: ReadonlySet<string>): Instrument[] {
	const wanted = new Set(ids);
	return instruments.filter(
		({ id, territories }) => wanted.has(id) && (territories === null || territories.some((code) => codes.has(code)))
	);
}

/** The outlets of the places of `codes`, then those of the whole country. */
export function outletsHere(outlets: readonly Outlet[], codes: ReadonlySet<string>): Outlet[] {
	const local = outlets.filter(({ territories }) => territories.some((code) => codes.has(code)));
	return [...local, ...outlets.filter(({ territories }) => territories.length === 0)];
}
