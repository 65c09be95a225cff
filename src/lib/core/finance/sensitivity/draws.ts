import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { Figure } from '#lib/core/project/figure.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { quantileOfSorted } from '#lib/core/statistics/quantile.ts';
import { createRandom, type Random } from '#lib/core/statistics/random.ts';
import type { Amounts } from '../amounts.ts';
import type { CaseValues } from '../case.ts';
import { flowsOf } from '../operation.ts';
import { preparedCase } from '../prepared-case.ts';
import { npvOf } from '../returns/returns.ts';

/** How many cases are drawn, and from which seed: the same seed gives the same answer everywhere. */
export interface DrawQuestion {
	readonly draws: number;
	readonly seed: number;
}

/** What all figures together, each somewhere in its range, do to a case without a grant. */
export interface DrawnReturns extends DrawQuestion {
	/** Share of the draws that lose money (NPV below 0), 0–1. */
	readonly lossShare: number;
	/** Quantiles of the net present value, MAD. */
	readonly p5: number;
	readonly p50: number;
	readonly p95: number;
	/** Figures drawn, and how many of them have no range of their own. */
	readonly figures: number;
	readonly openFigures: number;
}

interface Drawn {
	readonly low: number;
	readonly likely: number;
	readonly high: number;
	readonly isOpen: boolean;
}

/** A figure without a range is drawn within `openSpread` of itself, a share: what anybody expects, not all that a calculator lets one try. */
function drawnOf({ value, low, high }: Figure, openSpread: number): Drawn {
	return {
		low: Math.min(low ?? value * (1 - openSpread), value),
		likely: value,
		high: Math.max(high ?? value * (1 + openSpread), value),
		isOpen: low === null || high === null
	};
}

/** A number between the ends of a range, likeliest at the value of the case (triangular distribution, by its inverse). */
function triangular({ low, likely, high }: Drawn, random: Random): number {
	const share = random.uniform();
	const width = high - low;
	if (width === 0) return likely;
	const rising = (likely - low) / width;
	return share < rising ? low + Math.sqrt(share * width * (likely - low)) : high - Math.sqrt((1 - share) * width * (high - likely));
}

/** Every figure of a model with its range, in the order in which it is drawn. */
function figuresOf(model: EconomicModel, openSpread: number) {
	const drawn = (figure: Figure): Drawn => drawnOf(figure, openSpread);
	return {
		capex: model.capex.map(({ cost }) => drawn(cost)),
		quantity: model.revenue.map(({ quantity }) => drawn(quantity)),
		price: model.revenue.map(({ price }) => drawn(price)),
		variable: model.variable.map(({ quantity, cost }) => ({ ...drawn(cost), quantity })),
		labour: model.labour.map(({ cost }) => drawn(cost)),
		fixed: model.fixed.map(({ cost }) => drawn(cost))
	};
}

/** Sums of one draw: the figures drawn one after the other, the quantities of capex and inputs as in the case. */
function amountsDrawn(amounts: Amounts, model: EconomicModel, figures: ReturnType<typeof figuresOf>, random: Random): Amounts {
	const assets = amounts.assets.map((asset, index) => ({
		...asset,
		amount: model.capex[index]!.quantity * triangular(figures.capex[index]!, random)
	}));
	const quantities = figures.quantity.map((figure) => triangular(figure, random));
	const sum = (lines: readonly Drawn[]): number => {
		let drawn = 0;
		for (const line of lines) drawn += triangular(line, random);
		return drawn;
	};
	let revenue = 0;
	for (const [index, price] of figures.price.entries()) revenue += quantities[index]! * triangular(price, random);
	let variable = 0;
	for (const line of figures.variable) variable += line.quantity * triangular(line, random);
	return { ...amounts, assets, revenue, variable, labour: sum(figures.labour), fixed: sum(figures.fixed) };
}

/**
 * Net present value of a case whose figures are all drawn at once from their ranges; reproducible from the seed. At least one draw is made,
 * and as many as the rules say unless asked otherwise.
 */
export function drawnReturnsOf(
	model: EconomicModel,
	values: CaseValues,
	shared: SharedFigures,
	question: DrawQuestion = shared.rules.drawing
): DrawnReturns {
	const { model: edited, amounts, terms } = preparedCase(model, values, shared);
	const figures = figuresOf(edited, shared.rules.drawing.openSpread);
	const all = Object.values(figures).flat();
	const random = createRandom(question.seed);
	const draws = Math.max(1, question.draws);
	const npvs = new Float64Array(draws);
	for (let draw = 0; draw < draws; draw++) npvs[draw] = npvOf(flowsOf(amountsDrawn(amounts, edited, figures, random)), terms.discountRate);
	npvs.sort();
	const firstGain = npvs.findIndex((npv) => npv >= 0);
	return {
		draws,
		seed: question.seed,
		lossShare: (firstGain === -1 ? draws : firstGain) / draws,
		p5: quantileOfSorted(npvs, 0.05)!,
		p50: quantileOfSorted(npvs, 0.5)!,
		p95: quantileOfSorted(npvs, 0.95)!,
		figures: all.length,
		openFigures: all.filter(({ isOpen }) => isOpen).length
	};
}
