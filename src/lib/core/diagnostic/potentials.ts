import type { Evidence, EvidenceKind } from '#lib/core/potential/evidence.ts';
import { evidenceCell, rowsCell } from './cell.ts';
import { computed, type Datum } from './datum.ts';
import type { EvidenceLine, Potentials } from './diagnostic.ts';
import { potentialLines } from './groups.ts';
import type { DiagnosticInput } from './input.ts';
import type { LineContext } from './lines.ts';

/** Labels first; a count of arrivals or a heritage says least. */
const KINDS: readonly EvidenceKind[] = ['IGP', 'AOP', 'production', 'port', 'area', 'heritage', 'arrivals'];

/** What the documents and the figures say of what the territory has. */
export function potentialsOf({ evidence, territory, sources }: DiagnosticInput, context: LineContext): Potentials {
	const lines = [...Map.groupBy(evidence, ({ id, territory: place }) => `${id} ${place}`).values()]
		.map((rows) => evidenceLine(rows, sources.potentials))
		.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
	const labelled = lines.flatMap(({ product, kind, territory: place }) =>
		kind === 'IGP' || kind === 'AOP' ? [{ product, kind, territory: place }] : []
	);
	return {
		evidence: lines,
		labels: [...new Map(labelled.map((label) => [label.product.fr, label])).values()],
		documents: computed(lines.length, rowsCell('evidence', 'within', territory.code), 0, sources.potentials),
		lines: potentialLines(context)
	};
}

/** One piece of evidence: the bank repeats it for every chain it speaks for. */
function evidenceLine(rows: readonly Evidence[], source: string): EvidenceLine {
	const { chain: _, value, unit, ...first } = rows[0]!;
	const chains = rows.flatMap(({ chain }) => (chain === null ? [] : [chain]));
	const decimals = value !== null && Number.isInteger(value) ? 0 : 1;
	const datum: Datum | null =
		value === null ? null : { ...computed(value, evidenceCell(first.id), decimals, source), unit, year: first.year, status: 'published' };
	return { ...first, chains, value: datum };
}
