import { expect, test } from 'vitest';
import { cornerAdjacencyOf } from './corner-adjacency.ts';
import { squares } from './scenarios/squares.ts';
import { adjacencyOf } from './topology.ts';

test('two territories that meet at a corner are neighbours here, and so are those that share a line', () => {
	expect(adjacencyOf(squares, 'squares')).toEqual({ A: ['B'], B: ['A'], C: [], D: [] });
	expect(cornerAdjacencyOf(squares, 'squares')).toEqual({ A: ['B'], B: ['A', 'C'], C: ['B'], D: [] });
});
