import { expect, test } from 'vitest';
import { squares } from './scenarios/squares.ts';
import { adjacencyOf, arcLines, arcOwners, areasOf, bordersOf, shapesOf, type PolygonTopology } from './topology.ts';

test('two territories are neighbours when they share a line, not when they meet at a corner', () => {
	expect(adjacencyOf(squares, 'squares')).toEqual({ A: ['B'], B: ['A'], C: [], D: [] });
});

test('an inner border has two owners, the outline one', () => {
	expect(arcOwners(squares, 'squares')).toEqual([['A', 'B'], ['A'], ['B'], ['B'], ['C'], ['D']]);
});

test('shapes and lines come back in degrees, by code', () => {
	const shapes = shapesOf(squares, 'squares');
	expect([...shapes.keys()]).toEqual(['D', 'A', 'B', 'C']);
	expect(shapes.get('C')?.type).toBe('MultiPolygon');
	expect(arcLines(squares)[0]).toEqual([
		[1, 0],
		[1, 1]
	]);
});

test('a quantised file is decoded', () => {
	const quantised: PolygonTopology = { ...squares, transform: { scale: [0.5, 0.5], translate: [0, 0] }, arcs: [[[2, 0], [0, 2]]] }; // prettier-ignore
	expect(arcLines(quantised)[0]).toEqual([
		[1, 0],
		[1, 1]
	]);
});

test('an absent object and an object of lines are refused with a sentence', () => {
	expect(() => areasOf(squares, 'circles')).toThrow('no object «circles»');
	expect(() => areasOf(squares, 'lines')).toThrow('holds a LineString');
});

test('inner borders are the shared lines, the outline is all the others', () => {
	expect(bordersOf(squares, 'squares', 'inner').coordinates).toEqual([squares.arcs[0]]);
	const outline = bordersOf(squares, 'squares', 'outline').coordinates;
	// Three sides of A, three of B, four of C and four of D.
	expect(outline.reduce((sides, line) => sides + line.length - 1, 0)).toBe(14);
});
