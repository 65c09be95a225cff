import { expect, test } from 'vitest';
import { heatAt, heatPeak, HEAT_RADIUS_KM } from './heat.ts';

test('a place is felt in full where it is, and about one hundredth at the radius', () => {
	expect(heatAt(0)).toBe(1);
	expect(heatAt(HEAT_RADIUS_KM)).toBeCloseTo(0.011, 3);
});

test('the peak is one place alone, or places together where they lie close', () => {
	expect(heatPeak([])).toBe(0);
	expect(heatPeak([{ position: [-5, 34], value: 3 }])).toBe(3);
	const apart = [{ position: [-5, 34], value: 1 }, { position: [-8, 31], value: 2 }] as const; // prettier-ignore
	expect(heatPeak(apart)).toBe(2);
	const close = [{ position: [-5, 34], value: 1 }, { position: [-5, 34], value: 2 }] as const; // prettier-ignore
	expect(heatPeak(close)).toBe(3);
});
