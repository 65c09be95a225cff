import { saysSomething, type Tally } from '#lib/core/feedback/tally.ts';
import { NATION } from '#lib/core/indicator/indicator.ts';
import { tallies } from '../db/living/feedback.ts';
import type { Living } from '../db/living/schema.ts';
import type { OpenedRelease } from '../release.ts';

/**
 * What the public is told of the feedback on every value that the page of a place shows, by reference: its own, that of the places above
 * it, and for a region that of its provinces, whose documents it shows. Values without feedback are not in it.
 */
export async function talliesHere(
	living: Pick<Living, 'db'>,
	{ bank }: OpenedRelease,
	code: string
): Promise<Readonly<Record<string, Tally>>> {
	if (code === NATION) return told(await tallies(living, { territories: [NATION] }));
	const line = await bank.territories.line(code);
	const children = line[0]?.level === 'region' ? await bank.territories.list({ parent: code }) : [];
	return told(await tallies(living, { territories: [...line, ...children].map((one) => one.code) }));
}

const told = (found: ReadonlyMap<string, Tally>): Readonly<Record<string, Tally>> =>
	Object.fromEntries([...found].filter(([, tally]) => saysSomething(tally)));
