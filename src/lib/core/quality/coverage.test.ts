import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator, IndicatorValue } from '#lib/core/indicator/indicator.ts';
import type { Level, Territory } from '#lib/core/territory/territory.ts';
import { coverageOf } from './coverage.ts';

const indicator = (id: string): Indicator => ({ id, name: { ar: id, fr: id, en: id }, role: 'need' }) as Indicator;
const place = (level: Level, code: string): Territory => ({ level, code }) as Territory;
const value = (territory: string, over: Partial<IndicatorValue> = {}): IndicatorValue => ({
	indicator: 'a',
	territory,
	year: '2024',
	value: 1,
	source: 's',
	status: 'published',
	note: null,
	...over
});
const NONE = { region: [], province: [], commune: [] };

describe('coverage', () => {
	it('counts the territories of the scope that have a figure, and how the figures came to be', () => {
		const [row] = coverageOf({
			indicators: [indicator('a')],
			territories: [place('region', 'MA-03'), place('province', 'MA-HAJ'), place('province', 'MA-SEF'), place('commune', '03.171.01.05')],
			values: {
				region: [value('MA-03'), value('MA-09')],
				province: [value('MA-HAJ', { year: '2014' }), value('MA-TAR')],
				commune: [value('03.171.01.05', { status: 'inherited', year: '2019-2023' })]
			},
			releaseYear: 2026
		});
		expect(row).toMatchObject({
			levels: { region: { known: 1, of: 1 }, province: { known: 1, of: 2 }, commune: { known: 1, of: 1 } },
			inherited: 1,
			proxies: 0,
			stale: 1,
			year: '2024'
		});
	});

	it('lists every indicator once, also one without any figure, those with the most gaps first', () => {
		const rows = coverageOf({
			indicators: [indicator('a'), indicator('b')],
			territories: [place('province', 'MA-HAJ')],
			values: { ...NONE, province: [value('MA-HAJ')] },
			releaseYear: 2026
		});
		expect(rows.map(({ indicator: { id }, year }) => [id, year])).toEqual([
			['b', null],
			['a', '2024']
		]);
	});

	it('never knows more than there are', () => {
		const codes = fc.uniqueArray(fc.constantFrom('MA-HAJ', 'MA-SEF', 'MA-TAR', 'MA-AZI'), { maxLength: 4 });
		fc.assert(
			fc.property(codes, codes, (scope, known) => {
				const [row] = coverageOf({
					indicators: [indicator('a')],
					territories: scope.map((code) => place('province', code)),
					values: { ...NONE, province: known.map((code) => value(code)) },
					releaseYear: 2026
				});
				const { province } = row!.levels;
				expect(province.known).toBeLessThanOrEqual(province.of);
			})
		);
	});
});
