import type { ProjectBank } from '#lib/core/project/bank.ts';
import type { Figure, FigureStatus } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import type { ModelTitle } from '#lib/core/release/records.ts';

/** What the compilation of the models reports of itself: its models, and how their 276 figures are founded. */
const MODELS = 19;
const FIGURES: Readonly<Record<FigureStatus, number>> = { sourced: 8, derived: 2, adapted: 28, recalled: 13, assumed: 225 };

/** All figures of a model that carry a status. */
export function figuresOf({ capex, revenue, variable, labour, fixed }: EconomicModel): Figure[] {
	return [
		...capex.map(({ cost }) => cost),
		...revenue.flatMap(({ quantity, price }) => [quantity, price]),
		...[...variable, ...labour, ...fixed].map(({ cost }) => cost)
	];
}

/** Investment at the start, MAD. */
export const investmentOf = ({ capex }: EconomicModel): number => capex.reduce((total, { quantity, cost }) => total + quantity * cost.value, 0);

/** Throws a sentence when the bank is not what its sources say, or a model or variant lacks what a sheet needs. */
export function checkProjectBank(bank: ProjectBank, titles: readonly ModelTitle[]): void {
	const models = bank.models.filter(({ variantOf }) => variantOf === null);
	expectSame('the number of models', models.length, MODELS);
	for (const [status, count] of Object.entries(FIGURES)) {
		const found = models.flatMap(figuresOf).filter((figure) => figure.status === status);
		expectSame(`the number of figures of the models that are ${status}`, found.length, count);
	}
	for (const { id, grade } of titles) expectSame(`the grade of ${id}`, models.find((model) => model.id === id)?.grade, grade);
	const repeated = bank.models.find(({ id, slug }, index) => bank.models.findIndex((other) => other.id === id || other.slug === slug) !== index);
	expectSame('the first id or slug that comes twice', repeated?.id, undefined);
	for (const model of bank.models) checkModel(model);
	for (const model of bank.models.filter(({ variantOf }) => variantOf !== null)) checkVariant(model, bank);
}

function checkModel({ id, chains, skills, triggers, capex, revenue, ramp, variantOf }: EconomicModel): void {
	const needed = { chains, skills, triggers, capex, revenue };
	for (const [what, list] of Object.entries(needed)) if (list.length === 0) throw new Error(`${id} has no ${what}.`);
	expectSame(`the years of the ramp of ${id}`, ramp.length, 10);
	if (variantOf === null && triggers.every(({ test }) => test.kind === 'on-site')) throw new Error(`No trigger of ${id} can be decided from the data.`);
}

/** What a variant is for: a group with little money that may found a cooperative. */
function checkVariant(variant: EconomicModel, { shared, recommendationRules }: ProjectBank): void {
	const below = recommendationRules.saying.smallStartMad;
	const founders = shared.rules.leastFounders;
	const investment = investmentOf(variant);
	if (investment >= below) throw new Error(`${variant.id} costs ${investment} MAD: a micro variant stays under ${below}.`);
	if (variant.members < founders) throw new Error(`${variant.id} has ${variant.members} members, fewer than the ${founders} founders of a cooperative.`);
}

function expectSame(what: string, found: unknown, expected: unknown): void {
	if (found !== expected) throw new Error(`${what[0]!.toUpperCase()}${what.slice(1)}: found ${found}, expected ${expected}.`);
}
