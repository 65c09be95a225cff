import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { elHajebDocument } from '../fixtures/diagnostic-report.ts';
import { svgPng } from './svg-png.ts';

const SIGNATURE = '89504e470d0a1a0a';
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** The scan lines of a PNG, unpacked but still filtered. */
function pixelsOf(png: Buffer): Buffer {
	const data: Buffer[] = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	}
	return inflateSync(Buffer.concat(data));
}

describe('a drawing as a picture', () => {
	test('has the width that was asked for and keeps its proportions', () => {
		const { svg, width, height } = elHajebDocument('ar').pictures.get('need')!;
		const png = svgPng(svg, 640);
		expect(png.toString('hex', 0, 8)).toBe(SIGNATURE);
		expect(sizeOf(png)).toEqual([640, Math.round((640 * height) / width)]);
	});

	test('shows more than one colour, and its names in Arabic letters', () => {
		const { svg } = elHajebDocument('ar').pictures.get('need')!;
		const [named, bare] = [svgPng(svg, 640), svgPng(svg.replace(/<text.*?<\/text>/, ''), 640)];
		expect(new Set(pixelsOf(bare)).size).toBeGreaterThan(2);
		expect(named.equals(bare)).toBe(false);
	});

	test('is the same every time', () => {
		const { svg } = elHajebDocument('fr').pictures.get('place')!;
		expect(svgPng(svg, 200).equals(svgPng(svg, 200))).toBe(true);
	});

	test('is refused where there is no drawing', () => {
		expect(() => svgPng('no drawing', 100)).toThrow();
	});
});
