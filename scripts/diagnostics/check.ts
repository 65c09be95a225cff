import { join } from 'node:path';
import type { OpenedRelease } from '#lib/server/release.ts';
import { diagnosticFor } from '#lib/server/diagnostic.ts';
import { openReleases } from '#lib/server/release.ts';
import { resolverOf } from './cells.ts';
import { figuresOf, problemOf } from './figures-of.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMPARATORS = ['nation', 'region', 'alike'] as const;

/** Follows every figure of every diagnostic to its cell; prints one line per problem. Returns how many figures are right and wrong. */
export async function checkDiagnostics(
	release: OpenedRelease,
	data: string
): Promise<{ readonly passed: number; readonly failed: number }> {
	const resolve = await resolverOf(data, release);
	const levels = await Promise.all((['region', 'province'] as const).map((level) => release.bank.territories.list({ level })));
	let [passed, failed] = [0, 0];
	for (const { code } of levels.flat()) {
		for (const kind of COMPARATORS) {
			const diagnostic = await diagnosticFor(release, { code, comparator: { kind } });
			if (!diagnostic.ok) throw new Error(`${code} has no diagnostic: ${diagnostic.reason}.`);
			for (const { place, datum } of figuresOf(diagnostic.value)) {
				const problem = problemOf(resolve, datum);
				if (problem === null) passed++;
				else failed++;
				if (problem !== null) console.log(`${code} (${kind}) ${place}: ${problem}`);
			}
		}
	}
	return { passed, failed };
}

if (import.meta.main) {
	const releases = await openReleases(process.env['FURAS_DATA'] ?? join(ROOT, 'data/built'));
	const { passed, failed } = await checkDiagnostics(releases.current, join(ROOT, 'data'));
	await releases.close();
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
}
