import { criticalShare, evidenceGrade, valueShare } from '#lib/core/project/grade.ts';
import type { CriticalFigure, EconomicModel } from '#lib/core/project/model.ts';
import { rowsOf, textsOf, type Row } from '../rows.ts';
import { FOLDERS } from '../sources.ts';
import type { RawModel } from './economic-models.ts';
import type { FigureContext } from './figures.ts';
import type { ModelContext } from './models.ts';
import { variantLines } from './variant-lines.ts';

/** Ids of the variants, as their table orders them. */
export const variantIds = (root: string): string[] => rowsOf(root, `${FOLDERS.projectRules}/variants.csv`).map((row) => row.text('id'));

/** The micro variants: parameter sets of the models, graded by the same rule. Throws on a base, chain, trigger, permit or risk nobody knows. */
export function readVariants(root: string, raws: readonly RawModel[], models: readonly EconomicModel[], context: ModelContext): EconomicModel[] {
	const lines = Map.groupBy(rowsOf(root, `${FOLDERS.projectRules}/variant_lines.csv`), (row) => row.text('variant'));
	return rowsOf(root, `${FOLDERS.projectRules}/variants.csv`).map((row) => {
		const raw = raws.find(({ id }) => id === row.text('model'));
		const base = models.find(({ id }) => id === row.text('model'));
		if (!raw || !base) return row.fail(`«model» is no model: ${row.text('model')}.`);
		return variantOf(row, raw, base, lines.get(row.text('id')) ?? [], context);
	});
}

function variantOf(row: Row, raw: RawModel, base: EconomicModel, rows: readonly Row[], context: ModelContext): EconomicModel {
	const lines = variantLines(rows, raw, context);
	const critical = criticalOf(row, raw, base);
	const chains = listOf(row, 'chains');
	const shares = { criticalAnchored: criticalShare(critical), valueAnchored: valueShare(lines) };
	return {
		...base,
		id: row.text('id'),
		slug: row.text('slug'),
		name: textsOf(row),
		variantOf: base.id,
		branch: branchOf(row, chains, context),
		chains,
		members: row.number('members'),
		scale: textsOf(row, 'scale'),
		...lines,
		critical,
		...shares,
		grade: evidenceGrade(shares.criticalAnchored, shares.valueAnchored, context.grades),
		permits: keptOf(row, 'permits', raw.permits, context),
		risks: keptOf(row, 'risks', raw.risks, context),
		triggers: listOf(row, 'triggers').map((id) => base.triggers.find((trigger) => trigger.id === id) ?? row.fail(`«triggers» is no trigger of ${base.id}: ${id}.`)),
		skills: context.skills.get(row.text('id')) ?? [],
		remark: textsOf(row, 'remark'),
		sources: sourcesOf(lines, base)
	};
}

/** A critical figure keeps its status only where the row says that the number is the base model's own; else it is assumed. */
function criticalOf(row: Row, raw: RawModel, base: EconomicModel): CriticalFigure[] {
	const kept = listOf(row, 'critical_kept');
	for (const name of kept) if (!raw.critical.includes(name)) row.fail(`«critical_kept» is no critical figure of ${raw.id}: ${name}.`);
	return base.critical.map(({ name, status }, index) => ({ name, status: kept.includes(raw.critical[index]!) ? status : 'assumed' }));
}

function branchOf(row: Row, chains: readonly string[], context: ModelContext): string {
	const known = chains.map((id) => context.chains.find((chain) => chain.id === id) ?? row.fail(`«chains» is no value chain: ${id}.`));
	return known[0]?.branch ?? row.fail('«chains» is empty.');
}

function keptOf(row: Row, column: 'permits' | 'risks', all: readonly string[], { textOf }: FigureContext): EconomicModel['permits'] {
	return listOf(row, column).map((source) => {
		if (!all.includes(source)) row.fail(`«${column}» is none of the base model: ${source}.`);
		return textOf(`variants.csv ${row.text('id')}`, source);
	});
}

/** Publications that a figure of the variant still rests on, in the order of the base model. */
function sourcesOf({ capex, revenue, variable, labour, fixed }: Pick<EconomicModel, 'capex' | 'revenue' | 'variable' | 'labour' | 'fixed'>, base: EconomicModel): readonly string[] {
	const figures = [...revenue.flatMap(({ quantity, price }) => [quantity, price]), ...[...capex, ...variable, ...labour, ...fixed].map(({ cost }) => cost)];
	const cited = new Set([...figures.flatMap(({ sources }) => sources), ...base.grant.sources]);
	return base.sources.filter((id) => cited.has(id));
}

const listOf = (row: Row, column: string): string[] => row.optional(column)?.split(';') ?? [];
