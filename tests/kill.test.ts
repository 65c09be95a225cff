import { expect, it } from 'vitest';
import { runKills } from '../scripts/register/kill.ts';

/** The long form is `npm run kill`: two hundred. */
const KILLS = 12;

it(`an import that is killed at any of ${KILLS} moments leaves nothing half done`, { timeout: 300_000 }, async () => {
	const { kills, faults } = await runKills(KILLS, 20_261_126);
	expect(faults).toEqual([]);
	expect(kills).toBe(KILLS);
});
