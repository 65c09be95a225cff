import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chainStrengths, evidenceColumns } from '#lib/core/potential/evidence-columns.ts';
import type { Evidence } from '#lib/core/potential/evidence.ts';
import { decodeTable, type EncodedTable } from '#lib/core/release/snapshot.ts';
import { countedTable } from '#lib/core/saturation/counted-table.ts';
import type { LevelTable } from '#lib/core/scoring/table.ts';
import type { Level } from '#lib/core/territory/territory.ts';
import type { OpenedRelease } from '../release.ts';
import type { CountedRegister, RegisterRelease } from './asked.ts';
import { PublicationProblem } from './problem.ts';

/** The tables of the three levels. */
export type Tables = Readonly<Record<Level, LevelTable>>;

/** The tables of the base with what is documented beside and what the register counts. Throws a `PublicationProblem` on counts that do not fit. */
export async function tablesOf({ base, baseFolder, register, evidence = [] }: RegisterRelease): Promise<Tables> {
	const { region, province } = base.snapshot.levels;
	const commune = JSON.parse(await readFile(join(baseFolder, 'communes.json'), 'utf8')) as EncodedTable;
	const tables = eachLevel({ region, province, commune }, decodeTable);
	const documented = evidence.length === 0 ? tables : documentedTables(base, tables, [...(await base.bank.potentials.list()), ...evidence]);
	// The base of what is expected of a chain follows its documents, so the counts come last.
	return register ? eachLevel(documented, (table) => counted(base, table, register)) : documented;
}

/** The tables with the strengths of `evidence`, by the rule of the data build; their gates stay as they are. */
export function documentedTables({ snapshot: { chains, method } }: OpenedRelease, tables: Tables, evidence: readonly Evidence[]): Tables {
	const strengths = chainStrengths(evidence, [...tables.region.territories, ...tables.province.territories], method.evidence);
	const ids = chains.map(({ id }) => id);
	return eachLevel(tables, (table) => ({ ...table, ...evidenceColumns(strengths, ids, table.territories) }));
}

function counted({ snapshot: { chains } }: OpenedRelease, table: LevelTable, { counts, asOf }: CountedRegister): LevelTable {
	try {
		return countedTable(table, chains, counts[table.level], Number(asOf.slice(0, 4)));
	} catch (cause) {
		throw new PublicationProblem('bad-counts', cause instanceof Error ? cause.message : String(cause));
	}
}

const eachLevel = <A, B>({ region, province, commune }: Readonly<Record<Level, A>>, make: (one: A) => B): Record<Level, B> => ({
	region: make(region),
	province: make(province),
	commune: make(commune)
});
