import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtSnapshot, GOLDEN_FILE, goldenScores } from '../scripts/data/golden.ts';

test('the rebuilt scores are the golden ones; a wanted change is written by `npm run data:golden` and told in the changelog', () => {
	expect(goldenScores(builtSnapshot()).split('\n')).toEqual(readFileSync(GOLDEN_FILE, 'utf8').split('\n'));
});
