import type { Text } from '#lib/core/text/text.ts';

/** A resource chain needs something in the ground, sea or tradition; a local-market chain needs people nearby. */
export type ChainType = 'resource' | 'local-market';

/** A value chain (filière · سلسلة): the unit of scoring. */
export interface Chain {
	readonly id: string;
	/** Code of the ODCO branch it belongs to. */
	readonly branch: string;
	readonly type: ChainType;
	readonly name: Text;
	/** Ids of the economic models that fit it; empty means «model missing». */
	readonly models: readonly string[];
}

/** A branch of ODCO's nomenclature. Its score is the best of its chains. */
export interface Branch {
	readonly code: string;
	readonly name: Text;
}
