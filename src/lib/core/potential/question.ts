import type { EvidenceKind } from './evidence.ts';

/** Which documents are asked for: all of them, protected labels, production and areas, ports, heritage and arrivals. */
export const EVIDENCE_FILTERS = ['all', 'label', 'production', 'port', 'heritage'] as const;
export type EvidenceFilter = (typeof EVIDENCE_FILTERS)[number];

/** Kinds of evidence each filter lets pass. */
export const DOCUMENT_KINDS: Readonly<Record<EvidenceFilter, readonly EvidenceKind[]>> = {
	all: ['IGP', 'AOP', 'production', 'area', 'port', 'heritage', 'arrivals'],
	label: ['IGP', 'AOP'],
	production: ['production', 'area'],
	port: ['port'],
	heritage: ['heritage', 'arrivals']
};

/** True when `value` names a filter of documents. */
export const isEvidenceFilter = (value: unknown): value is EvidenceFilter => EVIDENCE_FILTERS.includes(value as EvidenceFilter);

/** What is asked of the documented potentials of a country. */
export interface EvidenceQuestion {
	/** Id of a value chain; null for all of them. */
	readonly chain: string | null;
	readonly filter: EvidenceFilter;
	/** Id of a product (`productId`); null for any. A product is asked for whatever the chain and the kind of document. */
	readonly product: string | null;
}
