import type { Text } from '#lib/core/text/text.ts';

/** Where an office of a type is to be found, from near to far; `area` is several provinces that are no region. */
export const OFFICE_LEVELS = ['local', 'province', 'area', 'region', 'national'] as const;
export type OfficeLevel = (typeof OFFICE_LEVELS)[number];

/** What sources say of where a type exists: one in every place of its level, in places nobody lists, or once for the country. */
export const OFFICE_PRESENCES = ['everywhere', 'unlisted', 'national'] as const;
export type OfficePresence = (typeof OFFICE_PRESENCES)[number];

/**
 * How a source ties an office to a place: it counts the place in its area, it is at work there, it speaks of the place (that it
 * serves it is not said), it took part in a public meeting there, or a page of it is known that nobody has read yet.
 */
export const OFFICE_TIES = ['covers', 'works-here', 'speaks-of', 'met-here', 'unread'] as const;
export type OfficeTie = (typeof OFFICE_TIES)[number];

/** Where something can be sold, beside weekly markets, which are an indicator. */
export const OUTLET_KINDS = ['platform', 'shop', 'fair', 'market', 'space', 'label'] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

/** A publication by its title as published. */
export interface Publication {
	readonly title: string;
	readonly url: string | null;
}

/** A type of office that helps cooperatives (شريك). It has no address, telephone number or person: no source we read gives one. */
export interface Partner {
	/** `odco-delegation`. */
	readonly id: string;
	readonly level: OfficeLevel;
	readonly presence: OfficePresence;
	readonly name: Text;
	/** What it does for a cooperative. */
	readonly does: Text;
	/** Ids of the instruments, modules and legal steps of the guide that go through it. */
	readonly funding: readonly string[];
	readonly training: readonly string[];
	readonly steps: readonly string[];
	/** When it was read, in signs; a dash where the source gives no date. */
	readonly vintage: string;
	readonly confidence: 'high' | 'medium' | 'low';
	readonly source: Publication;
}

/** One office of a type that a source names. */
export interface NamedOffice {
	readonly id: string;
	/** Id of its type. */
	readonly partner: string;
	readonly name: Text;
	readonly tie: OfficeTie;
	/** Codes of the regions and provinces it is tied to; at least one. */
	readonly territories: readonly string[];
	/** Date of the source as published; null when it bears none. */
	readonly asOf: string | null;
	readonly note: Text | null;
	readonly source: Publication;
}

/** A public presentation of the bank of cooperative projects, spring 2025. */
export interface PublicMeeting {
	readonly id: string;
	/** Code of the region. */
	readonly region: string;
	readonly place: Text;
	/** Day; null when the source gives the whole period only. */
	readonly date: string | null;
	/** Partners that a source names; null when none does. */
	readonly partners: Text | null;
	readonly source: Publication;
}

/** A place or a way to sell that a source names (منفذ بيع). */
export interface Outlet {
	readonly id: string;
	readonly kind: OutletKind;
	readonly name: Text;
	readonly what: Text;
	/** Codes of provinces; empty for the whole country. */
	readonly territories: readonly string[];
	readonly asOf: string | null;
	/** Id of the instrument or module of the guide it belongs to; null for none. */
	readonly programme: string | null;
	readonly source: Publication;
}

/** `partners.json` of a release. */
export interface PartnerDirectory {
	readonly partners: readonly Partner[];
	readonly named: readonly NamedOffice[];
	readonly meetings: readonly PublicMeeting[];
	readonly outlets: readonly Outlet[];
	readonly credit: Text;
}
