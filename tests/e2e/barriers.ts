import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * The barriers axe finds on a page, or in one part of it, each with the elements it is about: those that are serious, unless
 * `every` asks for the smaller ones too.
 */
export async function barriers(page: Page, { within, every = false }: { within?: string; every?: boolean } = {}): Promise<string[]> {
	// Our pages have no frames: asked in the page itself, axe says the same and needs no second window.
	const axe = new AxeBuilder({ page })
		.setLegacyMode()
		.options({ resultTypes: ['violations'] })
		.withTags(RULES);
	const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
	return violations
		.filter(({ impact }) => every || impact === 'serious' || impact === 'critical')
		.map(
			({ id, help, nodes }) =>
				`${id}: ${help} — ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`
		);
}
