/** A value chain near a place, in words. */
export interface ToldSector {
	readonly chain: string;
	readonly name: string;
	/** 0–100, rounded as it is shown; null where there is none. */
	readonly score: number | null;
	readonly scoreHalf: number | null;
	readonly scoreDouble: number | null;
	/** Why there is no score; null when there is one. */
	readonly status: string | null;
	/** How far its resource is; null for a chain of the local market. */
	readonly resource: string | null;
	readonly confidence: string;
	/** What room is told from: a proxy, or a register with its date and source. */
	readonly room: string | null;
	readonly reasons: readonly string[];
	readonly limits: readonly string[];
	readonly change: string | null;
	readonly models: readonly { readonly id: string; readonly name: string }[];
	/** Sources of what is said, as credit lines. */
	readonly sources: readonly string[];
}

/** A project sheet near a place, in words. */
export interface ToldProject {
	readonly id: string;
	readonly name: string;
	readonly chainName: string;
	readonly chain: string;
	/** 0–100, rounded. */
	readonly fit: number;
	readonly grade: string;
	readonly confidence: string;
	/** Parts of the fit that have data, 0–100. */
	readonly parts: readonly { readonly name: string; readonly value: number | null }[];
	/** Investment and working capital, MAD; gross payments per member, MAD a year. */
	readonly capital: number;
	readonly grossPerMember: number;
	readonly reasons: readonly string[];
	readonly limits: readonly string[];
	readonly change: string | null;
	readonly sources: readonly string[];
}

/** The answer to «what is viable near here, for us?» as a page says it. */
export interface ToldNear {
	readonly communes: number;
	readonly people: number;
	/** Share of the figures that are those of the province, percent. */
	readonly inheritedPercent: number;
	readonly nearest: readonly string[];
	readonly towns: readonly { readonly name: string; readonly km: number; readonly minutes: number }[];
	readonly cooperatives: readonly { readonly name: string; readonly km: number }[];
	/** Cooperatives of the register around, with its date and source; null without a register. */
	readonly counted: string | null;
	readonly isEmpty: boolean;
	readonly sectors: readonly ToldSector[];
	/** Chains that cannot be scored here, with the reason. */
	readonly closed: readonly ToldSector[];
	readonly projects: readonly ToldProject[];
	readonly excluded: readonly { readonly id: string; readonly name: string; readonly why: string; readonly gate: string }[];
	readonly needsFounders: boolean;
}
