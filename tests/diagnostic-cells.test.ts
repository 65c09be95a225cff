import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell } from '#lib/core/diagnostic/cell.ts';
import type { ComparatorChoice } from '#lib/core/diagnostic/input.ts';
import { LANGUAGES } from '#lib/core/text/text.ts';
import { wordsOf } from '#lib/i18n/words.ts';
import { diagnosticFor } from '#lib/server/diagnostic.ts';
import { toldDiagnostic } from '#lib/server/diagnostic-report.ts';
import { openReleases, type OpenedRelease, type Releases } from '#lib/server/release.ts';
import { resolverOf, type Resolve } from '../scripts/diagnostics/cells.ts';
import { figuresOf, problemOf } from '../scripts/diagnostics/figures-of.ts';

let releases: Releases;
let opened: OpenedRelease;
let resolve: Resolve;
let codes: readonly string[];
beforeAll(async () => {
	releases = await openReleases(process.env.FURAS_DATA ?? 'data/built');
	opened = releases.current;
	resolve = await resolverOf('data', opened);
	const levels = await Promise.all((['region', 'province'] as const).map((level) => opened.bank.territories.list({ level })));
	codes = levels.flat().map(({ code }) => code);
});
afterAll(() => releases.close());

async function diagnosticOf(code: string, comparator: ComparatorChoice) {
	const found = await diagnosticFor(opened, { code, comparator });
	if (!found.ok) throw new Error(`${code}: ${found.reason}`);
	return found.value;
}

async function problemsIn(
	code: string,
	comparator: ComparatorChoice
): Promise<{ readonly figures: number; readonly problems: readonly string[] }> {
	const figures = figuresOf(await diagnosticOf(code, comparator));
	const problems = figures.flatMap(({ place, datum }) => {
		const problem = problemOf(resolve, datum);
		return problem === null ? [] : [`${code} ${place}: ${problem}`];
	});
	return { figures: figures.length, problems };
}

describe('every figure of every diagnostic resolves to a cell of the tables', () => {
	it('of all regions and provinces, beside the nation', async () => {
		expect(codes).toHaveLength(87);
		for (const code of codes) {
			const { figures, problems } = await problemsIn(code, { kind: 'nation' });
			expect(problems).toEqual([]);
			expect(figures, code).toBeGreaterThan(400);
		}
	});

	it.each(['MA-HAJ', 'MA-TIN', 'MA-AOU', 'MA-RAB', 'MA-03', 'MA-12'])(
		'of %s beside its region, its look-alikes and a neighbour',
		async (code) => {
			const other = (await opened.bank.territories.find(code.length === 5 ? 'MA-07' : 'MA-IFR'))!;
			const choices: readonly ComparatorChoice[] = [{ kind: 'region' }, { kind: 'alike' }, { kind: 'territory', territory: other }];
			for (const comparator of choices) expect((await problemsIn(code, comparator)).problems).toEqual([]);
		}
	);

	it('and a figure that is not the one of its cell is found', async () => {
		const [{ datum } = { datum: null }] = figuresOf(await diagnosticOf('MA-HAJ', { kind: 'nation' }));
		expect(problemOf(resolve, datum!)).toBeNull();
		expect(problemOf(resolve, { ...datum!, value: datum!.value + 1 })).toContain(datum!.cell);
	});
});

describe('every cell that a told diagnostic cites is one of the tables', () => {
	it.each(LANGUAGES)('in «%s»', async (language) => {
		const words = await wordsOf(language);
		for (const code of ['MA-HAJ', 'MA-TIN', 'MA-AOU', 'MA-RAB', 'MA-03']) {
			const { report } = await toldDiagnostic(opened, await diagnosticOf(code, { kind: 'nation' }), words);
			const cited = [...cellsIn(report)];
			expect(cited.length).toBeGreaterThan(200);
			for (const cell of new Set(cited)) expect(resolve(cell).value, cell).toEqual(expect.any(Number));
		}
	});
});

/** The addresses under every sentence, card and cell of a report. */
function* cellsIn(part: unknown): Generator<Cell> {
	if (part === null || typeof part !== 'object') return;
	if ('text' in part && 'cells' in part) yield* part.cells as readonly Cell[];
	else for (const inner of Object.values(part)) yield* cellsIn(inner);
}
