import { lastYear } from '#lib/core/indicator/indicator.ts';
import { STATUSES, type Status } from '#lib/core/scoring/outcome.ts';
import type { Diagnostic, Quality } from './diagnostic.ts';
import type { IndicatorLine } from './line.ts';
import type { DiagnosticInput } from './input.ts';
import type { DiagnosticRules } from './rules.ts';

type Told = Pick<Diagnostic, 'profile' | 'needs' | 'potentials' | 'fabric' | 'sectors' | 'projects'>;

/** How far the diagnostic may be trusted: what its figures are, how old, and what is missing. */
export function qualityOf(input: DiagnosticInput, told: Told, rules: DiagnosticRules): Quality {
	const lines = [...told.profile.lines, ...told.needs, ...told.potentials.lines, ...told.fabric.lines, ...told.projects.programmes];
	const years = lines.map(({ here }) => here.year).filter((year) => year !== null);
	const byAge = years.toSorted((a, b) => lastYear(a) - lastYear(b));
	const of = (status: IndicatorLine['here']['status']): number => lines.filter(({ here }) => here.status === status).length;
	const statuses = STATUSES.map((status) => [status, told.sectors.filter((sector) => sector.status === status).length] as const);
	const prepared = told.sectors.map(({ chain }) => input.scorer.prepared(chain));
	return {
		shown: lines.length,
		published: of('published'),
		derived: of('derived'),
		computed: of('computed'),
		proxies: of('proxy'),
		stale: lines.filter(({ isStale }) => isStale).length,
		missing: missingOf(input, rules),
		newest: byAge.at(-1) ?? null,
		oldest: byAge[0] ?? null,
		chains: told.sectors.length,
		statuses: Object.fromEntries(statuses) as Record<Status, number>,
		hasRegister: prepared.some(({ room }) => !room.isProxy),
		hasStock: told.fabric.stock !== null,
		// No risk indicator ships in this version of the method: the factor is 1 and that is said.
		hasRisk: false
	};
}

/** Indicators that most of the level have, and this territory not. */
const missingOf = ({ figures, territory }: DiagnosticInput, { leastCoverage }: DiagnosticRules): Quality['missing'] =>
	figures.indicators
		.filter(({ id }) => !figures.of(id, territory.code) && figures.column(id).length > leastCoverage * figures.size)
		.map(({ id, name }) => ({ indicator: id, name }));
