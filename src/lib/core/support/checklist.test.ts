import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { doneIn, formatChecklist, newChecklist, parseChecklist, tick } from './checklist.ts';

describe('a checklist', () => {
	it('begins with nothing done, each step once', () => {
		expect(newChecklist(['L01', 'C1', 'L01']).items).toEqual([
			{ id: 'L01', isDone: false },
			{ id: 'C1', isDone: false }
		]);
	});

	it('keeps what is ticked, and lets one untick it', () => {
		const ticked = tick(newChecklist(['L01', 'C1']), 'C1', true);
		expect([...doneIn(ticked)]).toEqual(['C1']);
		expect(doneIn(tick(ticked, 'C1', false)).size).toBe(0);
		expect(tick(ticked, 'X', true)).toEqual(ticked);
	});

	it('drops a step that does not exist any more and says so', () => {
		const kept = formatChecklist(tick(tick(newChecklist(['L01', 'L13']), 'L13', true), 'L01', true));
		expect(parseChecklist(kept, ['L01', 'L02'])).toEqual({
			checklist: {
				items: [
					{ id: 'L01', isDone: true },
					{ id: 'L02', isDone: false }
				]
			},
			dropped: ['L13']
		});
	});

	it('is none when a text is something else', () => {
		for (const other of ['', 'hello', 'null', '[]', '{"items":[]}', '{"format":"furas-checklist-1","items":[{"id":1}]}']) {
			expect(parseChecklist(other, ['L01'])).toBeNull();
		}
	});
});

test('a checklist comes back from its file as it was', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.boolean()), { selector: ([id]) => id }), (entries) => {
			const checklist = { items: entries.map(([id, isDone]) => ({ id, isDone })) };
			const ids = entries.map(([id]) => id);
			expect(parseChecklist(formatChecklist(checklist), ids)).toEqual({ checklist, dropped: [] });
		})
	);
});

test('whatever a text holds, reading it never throws', () => {
	fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseChecklist(text, ['L01'])));
});
