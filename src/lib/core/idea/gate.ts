/** What must be so before an idea goes further; a delegate looks, no machine does. */
export const FEASIBILITY = ['legal', 'place', 'resource', 'people'] as const;
export type FeasibilityQuestion = (typeof FEASIBILITY)[number];

/** Questions answered with yes; what is not listed is a no, or not yet known. */
export type FeasibilityGate = readonly FeasibilityQuestion[];

/** The ticked questions of a form, in the order of the list; anything else is left out. */
export const readGate = (ticked: readonly string[]): FeasibilityGate => FEASIBILITY.filter((question) => ticked.includes(question));

/** Whether the gate is open: four times yes. */
export const isFeasible = (gate: FeasibilityGate): boolean => FEASIBILITY.every((question) => gate.includes(question));
