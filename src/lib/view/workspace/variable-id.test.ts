import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseVariableId, variableId } from './variable-id.ts';

describe('the id of a variable', () => {
	test.each([
		'need',
		'people',
		'cooperatives',
		'score:honey',
		'type:honey',
		'strength:argan',
		'pillar:honey:room',
		'indicator:population_legal',
		'indicator:population_legal@2014',
		'indicator:ene_activity_rate_q3@2025-Q3',
		'own:a1b2:3'
	])('%s says the same after it was read', (id) => {
		expect(variableId(parseVariableId(id)!)).toBe(id);
	});

	test.each([
		'',
		'score',
		'score:',
		'score:honey:x',
		'pillar:honey',
		'pillar:honey:luck',
		'need:x',
		'indicator:a@b@c',
		'own:x',
		'own:x:y:z',
		'score:<b>'
	])('«%s» names nothing', (id) => {
		expect(parseVariableId(id)).toBeNull();
	});

	test('is read from any text without failing, and what is read says itself again', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const ref = parseVariableId(text);
				if (ref) expect(parseVariableId(variableId(ref))).toEqual(ref);
			})
		);
	});
});
