import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { PATTERNS } from '#lib/core/cartography/scene.ts';
import Swatch from './Swatch.svelte';

/** What is drawn, without the generated ids. */
const drawing = (container: Element): string => container.innerHTML.replaceAll(/(id="|#)[\w-]+/g, '$1');

test('each unknown has a swatch that looks like no other', async () => {
	const drawn = new Set<string>();
	for (const pattern of PATTERNS) {
		const { container, unmount } = await render(Swatch, { look: { kind: 'pattern', pattern } });
		expect(container.querySelector('pattern')).not.toBeNull();
		drawn.add(drawing(container));
		await unmount();
	}
	expect(drawn.size).toBe(PATTERNS.length);
});

test('a class shows its colour, one for light pages and one for dark', async () => {
	const { container } = await render(Swatch, { look: { kind: 'color', light: '#fde725', dark: '#440154' } });
	expect([...container.querySelectorAll('rect[fill]')].map((rect) => rect.getAttribute('fill'))).toEqual(['#fde725', '#440154']);
	expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});
