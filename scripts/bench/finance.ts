import type { SharedFigures } from '#lib/core/project/bank.ts';
import type { EconomicModel } from '#lib/core/project/model.ts';
import { amountsOf } from '#lib/core/finance/amounts.ts';
import { evaluate } from '#lib/core/finance/evaluate.ts';
import { flowsOf } from '#lib/core/finance/operation.ts';
import { npvOf } from '#lib/core/finance/returns/returns.ts';
import { drawnReturnsOf } from '#lib/core/finance/sensitivity/draws.ts';
import { switchingOf } from '#lib/core/finance/sensitivity/switching.ts';
import { tornadoOf } from '#lib/core/finance/sensitivity/tornado.ts';
import { atMost, timed, timesAsLong, type Measure } from './measure.ts';

const DRAWS = { draws: 1000, seed: 7 };

/** The calculator on the shipped models: what a moved slider costs, and what is asked beside it. */
export function financeMeasures(models: readonly EconomicModel[], shared: SharedFigures): Measure[] {
	const longest = [...models].sort((a, b) => linesOf(b) - linesOf(a))[0]!;
	// A price that moves every time, so that nothing could be kept from the last evaluation.
	let turn = 0;
	const moved = () => ({ 'revenue.0.price': longest.revenue[0]!.price.value * (1 + (turn++ % 10) / 100) });
	const one = () => evaluate(longest, moved(), shared);
	const bare = () => npvOf(flowsOf(amountsOf(longest)), shared.discountRate.value);
	const many = (work: () => unknown, times: number) => () => {
		for (let time = 0; time < times; time++) work();
	};
	return [
		atMost('one evaluation, the longest model', timed(many(one, 10), 200).median / 10, 1, 'ms'),
		atMost('an evaluation against its bare NPV', timesAsLong(many(one, 100), many(bare, 100), 30), 20, '×'),
		atMost('all models once', timed(() => models.map((model) => evaluate(model, {}, shared)), 50).median, 5, 'ms'),
		atMost(
			'tornado and switching values',
			timed(() => [tornadoOf(longest, moved(), shared), switchingOf(longest, moved(), shared)], 200).median,
			1,
			'ms'
		),
		atMost('1,000 draws of every figure', timed(() => drawnReturnsOf(longest, moved(), shared, DRAWS), 30).median, 100, 'ms')
	];
}

const linesOf = ({ capex, revenue, variable, labour, fixed }: EconomicModel): number =>
	capex.length + revenue.length + variable.length + labour.length + fixed.length;
