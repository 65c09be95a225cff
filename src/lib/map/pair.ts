import type { Instrument } from './instrument.ts';

/**
 * One instrument over one map or two that look at the same place: clicks are taken on both, shapes are drawn on the first and seen on
 * both. `ondrawing` is told whether a tool draws now.
 */
export function pairOf(first: Instrument, second: Instrument | null, ondrawing: (isDrawing: boolean) => void): Instrument {
	return {
		...first,
		pick(told) {
			ondrawing(false);
			first.pick(told);
			second?.pick(told);
		},
		select(kind, told) {
			second?.cancel();
			ondrawing(true);
			first.select(kind, told);
		},
		measure(kind, told) {
			second?.cancel();
			ondrawing(true);
			first.measure(kind, told);
		},
		cancel() {
			ondrawing(false);
			first.cancel();
			second?.cancel();
		}
	};
}
