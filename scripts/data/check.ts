/** What the package says of itself. */
export interface PackageHead {
	/** Version of the data, "2026.11". */
	readonly version: string;
	/** ISO date of the release. */
	readonly created: string;
}

/** Placeholder until the package is described. */
export const checkData = (_root: string): PackageHead => ({ version: '2026.11', created: '2026-11-23' });
