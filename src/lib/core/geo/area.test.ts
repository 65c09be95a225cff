import { expect, test } from 'vitest';
import { areaKm2 } from './area.ts';

const square = [
	[-7, 31],
	[-6, 31],
	[-6, 32],
	[-7, 32],
	[-7, 31]
];

test('a square degree at 31.5° N has some 10,540 km²', () => {
	expect(areaKm2({ type: 'Polygon', coordinates: [square] })).toBeCloseTo(10540, -2);
});

test('a hole is not counted', () => {
	const hole = square.map(([x, y]) => [-6.5 + (x! + 6.5) / 2, 31.5 + (y! - 31.5) / 2]).reverse();
	const whole = areaKm2({ type: 'Polygon', coordinates: [square] });
	expect(areaKm2({ type: 'Polygon', coordinates: [square, hole] }) / whole).toBeCloseTo(0.75, 2);
});
