import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Aggregator, Preset } from '#lib/core/scoring/method.ts';
import type { Chain } from '#lib/core/sector/chain.ts';
import type { Territory } from '#lib/core/territory/territory.ts';
import type { OpenedRelease, Releases } from '../release.ts';
import type { Lens } from '../scores.ts';
import type { PublicLimits, Throttle } from '../account/throttle.ts';
import type { LivingStore } from '../db/living/open.ts';
import type { ImportDesk } from '../import/desk.ts';
import { parseWeights } from './parameters.ts';
import { Problem, quoted } from './problem.ts';

/** What the API answers from. */
export interface ApiDeps {
	readonly releases: Releases;
	readonly living: LivingStore;
	readonly limits: PublicLimits;
	readonly imports: ImportDesk;
	/** Address readers know the product by, for links in documents; null or left out when nobody said. */
	readonly origin?: string | null;
}

/** The application the routes are added to. */
export type Api = OpenAPIHono;

/** The network a request comes from, as the server saw it; one for all where nobody says. */
export const clientOf = (c: Context): string => (c.env as { client?: string } | undefined)?.client ?? '';

/** Counts a request of the public against a limit. Throws a problem with the seconds to wait. */
export async function limited(c: Context, throttle: Throttle): Promise<void> {
	const seconds = await throttle.take(clientOf(c));
	if (seconds > 0) throw new Problem('too-often', `Too many from this network; try again in ${seconds} seconds.`);
}

/** The release a request asks for, the current one when it asks for none. Throws a problem that names the current one. */
export async function releaseFor({ releases }: ApiDeps, id: string | undefined): Promise<OpenedRelease> {
	if (id === undefined) return releases.current;
	const found = await releases.find(id);
	if (found) return found;
	throw new Problem('unknown-release', `There is no release ${quoted(id)} here; the current one is "${releases.current.release.id}".`);
}

/** The weights and the aggregator a request asks for; balanced and geometric when it does not say. */
export function lensFor(
	{ snapshot }: OpenedRelease,
	asked: { preset?: Preset | undefined; weights?: string | undefined; aggregator?: Aggregator | undefined }
): Lens {
	const { preset, weights, aggregator = 'geometric' } = asked;
	if (preset !== undefined && weights !== undefined) {
		throw new Problem('bad-weights', `Give preset or weights, not both: got preset ${quoted(preset)} and weights ${quoted(weights)}.`);
	}
	return { weights: weights === undefined ? snapshot.method.presets[preset ?? 'balanced'] : parseWeights(weights), aggregator };
}

/** The territory of a code. Throws a problem that names it. */
export async function territoryFor({ bank }: OpenedRelease, code: string): Promise<Territory> {
	const territory = await bank.territories.find(code);
	if (territory) return territory;
	throw new Problem('unknown-territory', `There is no territory ${quoted(code)}; /api/v1/territories lists them.`);
}

/** The value chains of a sector: the chain of that id, else all chains of the branch of that code. Throws a problem that names it. */
export async function chainsFor({ snapshot, bank }: OpenedRelease, sector: string): Promise<readonly Chain[]> {
	const chain = snapshot.chains.find(({ id }) => id === sector);
	if (chain) return [chain];
	const chains = snapshot.chains.filter(({ branch }) => branch === sector);
	if (chains.length > 0) return chains;
	// The snapshot ships scored branches only; the bank has the whole nomenclature.
	const branches = await bank.sectors.branches();
	if (branches.some(({ code }) => code === sector)) {
		throw new Problem('unscored-sector', `The branch ${quoted(sector)} has no value chain, so it has no score.`);
	}
	throw new Problem('unknown-sector', `There is no value chain and no branch ${quoted(sector)}; /api/v1/sectors lists them.`);
}

/** The one value chain of a sector. Throws a problem that lists the chains when the sector is a branch of several. */
export async function chainFor(opened: OpenedRelease, sector: string, what: string): Promise<Chain> {
	const chains = await chainsFor(opened, sector);
	const [chain] = chains;
	if (chains.length === 1) return chain!;
	const ids = chains.map(({ id }) => id).join(', ');
	throw new Problem('not-one-chain', `${what} are of one value chain; ${quoted(sector)} is a branch of ${chains.length}: ${ids}.`);
}

/** One page of `items` in the shape of every collection. */
export function pageOf<T>(
	items: readonly T[],
	{ limit, offset = 0 }: { limit?: number | undefined; offset?: number | undefined },
	{ release }: OpenedRelease
): { items: readonly T[]; total: number; release: string } {
	const end = limit === undefined ? undefined : offset + limit;
	return { items: offset === 0 && end === undefined ? items : items.slice(offset, end), total: items.length, release: release.id };
}
