/** A number as it may be told: exact when both are equal, else somewhere between. */
export interface Shown {
	readonly least: number;
	readonly most: number;
}

/** True when a number is told as it is. */
export const isExact = ({ least, most }: Shown): boolean => least === most;
