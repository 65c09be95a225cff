import { describe, expect, test } from 'vitest';
import { Steps } from './steps.svelte.ts';

describe('steps', () => {
	test('are taken back and done again in order, and a new one forgets what was undone', () => {
		const steps = new Steps<string>();
		steps.push('a');
		steps.push('b');
		expect(steps.undo('c')).toBe('b');
		expect(steps.undo('b')).toBe('a');
		expect(steps.canUndo).toBe(false);
		expect(steps.undo('a')).toBeNull();
		expect(steps.redo('a')).toBe('b');
		steps.push('b');
		expect(steps.canRedo).toBe(false);
		expect(steps.redo('x')).toBeNull();
	});

	test('go back a hundred at most', () => {
		const steps = new Steps<number>();
		for (let i = 0; i < 150; i++) steps.push(i);
		let count = 0;
		while (steps.undo(0) !== null) count++;
		expect(count).toBe(100);
	});
});
