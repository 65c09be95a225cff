/** The accounts of the store that browser tests run on; tests/server.ts makes them. */
export const ACCOUNTS = {
	administrator: { role: 'administrator', regions: [] },
	planner: { role: 'planner', regions: [] },
	colleague: { role: 'planner', regions: [] },
	fes: { role: 'delegate', regions: ['MA-03'] },
	souss: { role: 'delegate', regions: ['MA-09'] },
	tanger: { role: 'delegate', regions: ['MA-01'] },
	juror: { role: 'juror', regions: [] },
	second: { role: 'juror', regions: [] },
	third: { role: 'juror', regions: [] }
} as const;
export type Somebody = keyof typeof ACCOUNTS;

export const PASSWORD = 'a horse of the tests';
export const emailOf = (who: Somebody): string => `${who}@tests.example`;
