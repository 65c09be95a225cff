import type { Chart, Tornado } from './blocks.ts';
import { money, percent, type Telling } from './telling.ts';

/** The flow of each year as a bar and what has come together as a line, on one scale. */
export function chartOf({ words: { t } }: Telling, flows: readonly number[], scale: number): Chart {
	const cumulative = cumulated(flows);
	const [bottom, top] = [Math.min(0, ...flows, ...cumulative), Math.max(0, ...flows, ...cumulative)];
	const range = top - bottom || 1;
	return {
		title: t('dossier.chart.title'),
		unit: t(scale === 1 ? 'dossier.chart.unit' : 'dossier.chart.unit.thousand'),
		keys: { in: t('dossier.chart.key.in'), out: t('dossier.chart.key.out'), cumulative: t('dossier.chart.cumulative') },
		zero: -bottom / range,
		years: flows.map((flow, year) => ({ flow: flow / range, cumulative: cumulative[year]! / range }))
	};
}

/** Sums of the flows up to each year. */
export function cumulated(flows: readonly number[]): number[] {
	let sum = 0;
	return flows.map((flow) => (sum += flow));
}

/** What moves the net present value, each thing on its own: the widest bar first. */
export function tornadoOf(telling: Telling): Tornado {
	const { dossier, words } = telling;
	const { t } = words;
	const { tornado, evaluation } = dossier;
	const base = evaluation.withoutGrant.npv;
	const reached = [base, ...tornado.flatMap(({ sides }) => sides.map(({ npv }) => npv))];
	const [least, most] = [Math.min(...reached), Math.max(...reached)];
	const position = (npv: number): number => (npv - least) / (most - least || 1);
	return {
		base: position(base),
		zero: least < 0 && most > 0 ? position(0) : null,
		caption: t('dossier.tornado.base', { value: money(words, base) }),
		bars: tornado.map(({ lever, sides }) => ({
			label: t(`dossier.tornado.${lever}`),
			sides: sides.map(({ at, npv }) => ({
				position: position(npv),
				change: lever === 'discount-rate' ? percent(words, at) : t('quantity.percent', { value: words.signed(100 * at) }),
				value: money(words, npv)
			}))
		}))
	};
}
