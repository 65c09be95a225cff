import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './date.ts';

const YEAR = 2026;

describe('a date in a cell', () => {
	it.each([
		['2016', 2016, null, true],
		['2016.0', 2016, null, true],
		['٢٠١٦', 2016, null, true],
		['12/03/2015', 2015, '2015-03-12', true],
		['12-3-2015', 2015, '2015-03-12', true],
		['12.03.2015 00:00', 2015, '2015-03-12', true],
		['2015-03-12T00:00:00', 2015, '2015-03-12', true],
		['42075', 2015, '2015-03-12', true],
		['12/31/2019', 2019, '2019-12-31', false],
		['12/03/15', 2015, '2015-03-12', false],
		['12/03/87', 1987, '1987-03-12', false],
		['mars 2015', 2015, null, false]
	])('«%s» is of %d', (text, year, day, clear) => expect(readDate(text, YEAR)).toEqual({ year, day, clear }));

	it.each(['', 'hier', '31/02/2015', '2015-13-01', '2012 ou 2013', '12/13/14/15'])('«%s» is none', (text) =>
		expect(readDate(text, YEAR)).toBeNull()
	);

	it('comes back from every way to write it', () => {
		const day = fc.date({ min: new Date('1937-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(day, (date) => {
				const iso = date.toISOString().slice(0, 10);
				const [year, month, dayOfMonth] = iso.split('-');
				const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
				for (const text of [iso, `${dayOfMonth}/${month}/${year}`, String(serial)]) expect(readDate(text, YEAR)?.day).toBe(iso);
			})
		);
	});
});
