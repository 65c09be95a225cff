import type { Block, LineChart, RangeChart } from '#lib/i18n/diagnostic/report.ts';

/** Numbers that drawing a block brings into print although no figure has them: lines of a grid, lengths of stacked bars. */
export function numbersOfDrawing(block: Block): number[] {
	switch (block.kind) {
		case 'line':
			return gridOf(block);
		case 'ranges':
			return [1, ...block.items.flatMap((item) => stackOf(block, item))];
		default:
			return [];
	}
}

/** Lines of a grid from 0 to above the greatest point, at steps of 1, 2 or 5 times a power of ten. */
function gridOf({ points }: LineChart): number[] {
	const top = Math.max(...points.map(({ value }) => value), 1);
	const power = 10 ** Math.floor(Math.log10(top / 3));
	const step = power * ([5, 2, 1].find((times) => times * power <= top / 3) ?? 1);
	return Array.from({ length: Math.ceil(top / step) + 1 }, (_, line) => line * step);
}

/** A range as a stacked bar: nothing, ranks, a tick at the rank itself a ninetieth wide, ranks. */
function stackOf({ of }: RangeChart, { low, nominal, high }: RangeChart['items'][number]): number[] {
	const tick = of / 90;
	const at = Math.min(Math.max(0, nominal - 0.5 - tick / 2), of - tick);
	const before = Math.min(low - 1, at);
	return [before, at - before, tick, Math.max(0, high - at - tick)];
}
