import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatCase, parseCase } from './case.ts';

it('reads back the case it writes', () => {
	const ids = fc.constantFrom('members', 'revenue.0.price', 'capex.12.quantity', 'discountRate', 'fixed.3.cost');
	const cases = fc.dictionary(
		ids,
		fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => Number(value.toFixed(6)))
	);
	fc.assert(
		fc.property(cases, (values) => {
			expect(parseCase(formatCase(values))).toEqual({ values: { ...values }, unreadable: 0 });
		})
	);
	expect(formatCase({})).toBe('');
});

it('counts what it cannot read and keeps the rest', () => {
	expect(parseCase('members:12~price~revenue.0.price:NaN~<script>:1')).toEqual({ values: { members: 12 }, unreadable: 3 });
	expect(parseCase(null)).toEqual({ values: {}, unreadable: 0 });
});
