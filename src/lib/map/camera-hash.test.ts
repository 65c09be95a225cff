import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cameraHash, parseCameraHash } from './camera-hash.ts';

describe('the camera in a link', () => {
	test('is short, and reads back within a pixel', () => {
		const anyCamera = fc.record({
			lng: fc.double({ min: -44, max: 25, noNaN: true }),
			lat: fc.double({ min: 5, max: 51, noNaN: true }),
			zoom: fc.double({ min: 3, max: 12, noNaN: true })
		});
		fc.assert(
			fc.property(anyCamera, (camera) => {
				const hash = cameraHash(camera);
				const back = parseCameraHash(hash)!;
				const pixel = 360 / (512 * 2 ** camera.zoom);
				expect(hash.length).toBeLessThan(26);
				expect(Math.abs(back.lng - camera.lng)).toBeLessThan(10 * pixel);
				expect(Math.abs(back.lat - camera.lat)).toBeLessThan(10 * pixel);
				expect(Math.abs(back.zoom - camera.zoom)).toBeLessThan(0.051);
				expect(cameraHash(back)).toBe(cameraHash(parseCameraHash(cameraHash(back))!));
			})
		);
	});

	test('of the whole country is nothing', () => {
		expect(cameraHash(null)).toBe('');
	});

	test.each(['', '#', '#list', '#map', '#1,2', '#1,2,3,4', '#200,33,6', '#-5,89,6', '#-5,33,-1', '#-5,33,99', '#a,b,c', '#1e3,2,3'])(
		'«%s» is no camera',
		(hash) => {
			expect(parseCameraHash(hash)).toBeNull();
		}
	);
});
