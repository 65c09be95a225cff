/** Numbers of the recommendation (method §5), in one place: change them with the method. */
export const RECOMMENDATION = {
	/** Radii that may be asked for, km. */
	radiusKm: { least: 5, most: 100 },
	/** A road is so many times as long as the straight line, and driven at this speed: an estimate, said so. */
	road: { detour: 1.3, kmPerHour: 50 },
	/** How many of the nearest towns are told. */
	towns: 3,
	/** Fewest people who may found a cooperative (law 112-12, secondary source). */
	founders: 5,
	/** fit = 100·Z^place·M^means·F^finance·Q^evidence, every part floored. */
	fit: { place: 0.4, means: 0.25, finance: 0.2, evidence: 0.15, floor: 0.05 },
	/** Shares of the means: money, members, skills. */
	means: { money: 0.4, members: 0.3, skills: 0.3 },
	/** Cover of the debt that counts fully is 1 + this. */
	coverAboveOne: 0.5,
	/** Below this cover of the debt a project is to be completed by a grant or own funds. */
	thinCover: 1.2,
	/** Quality of evidence by grade. */
	evidence: { A: 1, B: 0.75, C: 0.5, D: 0.25 },
	/** Maximal marginal relevance: so much for the fit, so much against likeness to what is listed already. */
	diversity: { fit: 0.7, likeness: 0.3 },
	/** Likeness of two projects of different families: a shared chain, the same branch, shared skills; it adds up to 1. */
	likeness: { chain: 0.5, branch: 0.3, skills: 0.2 },
	/** A reservation counts as so many cooperatives. */
	reservation: 0.5,
	/** Distance within which the figures of a place decide a condition of a project, whatever radius is asked for, km. */
	conditionKm: 30,
	/** How many reasons are given, and how many points to strengthen at most. */
	reasons: 3,
	limits: 3
} as const;
