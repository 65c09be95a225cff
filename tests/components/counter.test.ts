import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Counter from './Counter.svelte';

test('a component is drawn in a real browser and answers a click', async () => {
	const screen = await render(Counter, { label: 'ترتيب', start: 2 });
	const button = screen.getByRole('button');
	await expect.element(button).toHaveTextContent('ترتيب: 2');
	await button.click();
	await expect.element(button).toHaveTextContent('ترتيب: 3');
});
