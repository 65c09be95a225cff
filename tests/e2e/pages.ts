import { expect, type Locator, type Page } from '@playwright/test';
import { mercatorFit } from '#lib/core/cartography/projection.ts';
import { cameraPadding, COUNTRY } from '#lib/map/camera.ts';
import type { Words } from '#lib/i18n/words.ts';
import { numberOf } from './words.ts';

/** How many territories each level has. */
export const TERRITORIES = { region: 12, province: 75, commune: 1503 } as const;

/** A row of the legend as it is read: what it stands for, its label and its count. */
export interface LegendRow {
	readonly kind: string;
	readonly label: string;
	readonly count: number;
}

/** A line of the ranked list as it is read. */
export interface Line {
	readonly name: string;
	readonly value: number | null;
}

/** The map screen in one language, by what a reader sees: roles and names, not classes. */
export class MapPage {
	readonly page: Page;
	readonly words: Words;

	constructor(page: Page, words: Words) {
		this.page = page;
		this.words = words;
	}

	/**
	 * Opens the screen with a view (`{ chain: 'saffron' }`) and waits for the map to be painted. A task that is not about the
	 * map (`map: false`) is done beside the drawn one: list, legend, panel and search are the same and need not wait for it.
	 */
	async open(view: Readonly<Record<string, string>> = {}, { map = true, scripts = true } = {}): Promise<void> {
		if (scripts && !map) await this.withoutWebgl();
		await this.page.goto(`/${this.words.language}?${new URLSearchParams(view)}`);
		if (!scripts) return;
		// The app is alive once it has put a map in place.
		await this.page.locator('#map canvas, #map svg.map-svg').first().waitFor({ state: 'attached', timeout: 30_000 });
		if (map) await this.painted();
	}

	/** What the page opens from now on finds no WebGL, as on an old machine. */
	async withoutWebgl(): Promise<void> {
		await this.page.addInitScript(() => {
			const getContext = HTMLCanvasElement.prototype.getContext as (...asked: unknown[]) => unknown;
			HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
				return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
			} as never;
		});
	}

	/** Waits until the map stands still with every territory painted. */
	async painted(count?: number): Promise<void> {
		const ready = this.page.locator(count === undefined ? '[data-ready="true"]' : `[data-ready="true"][data-painted="${count}"]`);
		// Software drawing on a small machine takes its time.
		await ready.waitFor({ state: 'attached', timeout: 30_000 });
	}

	get canvas(): Locator {
		return this.page.locator('#map canvas');
	}

	get side(): Locator {
		return this.page.locator('#list');
	}

	get heading(): Locator {
		return this.side.getByRole('heading', { level: 2 });
	}

	/** Where the opening view shows a position [longitude, latitude]: pixels of the canvas, while nobody has moved the map. */
	async project(): Promise<(position: readonly [number, number]) => [number, number]> {
		const sides = ['top', 'bottom', 'left', 'right'] as const;
		const { clientWidth, clientHeight, padding } = await this.page.locator('#map [data-painted]').evaluate((container, names) => {
			const { clientWidth, clientHeight } = container;
			const covered = names.map((name) => [name, Number.parseFloat(getComputedStyle(container).getPropertyValue(`--map-free-${name}`))]);
			return { clientWidth, clientHeight, padding: Object.fromEntries(covered) as Record<(typeof names)[number], number> };
		}, sides);
		const { left, right, top, bottom } = cameraPadding({ clientWidth, clientHeight } as HTMLElement, padding);
		const fit = mercatorFit(COUNTRY, { width: clientWidth - left - right, height: clientHeight - top - bottom, margin: 0 });
		return (position) => {
			const [x, y] = fit(position);
			return [x + left, y + top];
		};
	}

	/** The links of the ranked territories, best first. */
	get ranked(): Locator {
		return this.side.locator('ol').getByRole('link');
	}

	get legend(): Locator {
		return this.page.getByRole('complementary', { name: this.words.t('legend.title') });
	}

	get search(): Locator {
		return this.page.getByRole('combobox', { name: this.words.t('search.label') });
	}

	get chain(): Locator {
		return this.side.getByRole('combobox', { name: this.words.t('chain.label') });
	}

	/** The list of kinds of documents of the potentials lens. */
	get evidence(): Locator {
		return this.side.getByRole('combobox', { name: this.words.t('evidence.filter.title') });
	}

	lens(lens: 'zones' | 'needs' | 'potentials' | 'cooperatives'): Locator {
		return this.side.getByRole('radio', { name: this.words.t(`lens.${lens}`) });
	}

	level(level: 'region' | 'province' | 'commune'): Locator {
		const name = this.words.t(level === 'province' ? 'level.province.short' : `level.${level}`);
		return this.page.getByRole('navigation', { name: this.words.t('level.label') }).getByRole('link', { name });
	}

	slider(pillar: 'need' | 'potential' | 'room' | 'access'): Locator {
		const name = this.words.t('weights.slider', { pillar: this.words.t(`pillar.${pillar}`) });
		return this.side.getByRole('slider', { name });
	}

	/** The line that opens the drawer of the weights. */
	get weights(): Locator {
		return this.side.locator('summary').filter({ hasText: this.words.t('weights.display') });
	}

	/** Opens the drawer of the weights. */
	async openWeights(): Promise<void> {
		await this.weights.click();
		await expect(this.slider('need')).toBeVisible();
	}

	/** The table that says the same as the map. */
	get twin(): Locator {
		return this.page.locator('#map').getByRole('table');
	}

	/** The panel of the selected place. */
	get panel(): PlaceView {
		return new PlaceView(this.page.locator('#place'), this.words);
	}

	/** The link of one territory in the ranked list. */
	line(name: string): Locator {
		return this.ranked.filter({ has: this.page.getByText(name, { exact: true }) });
	}

	/** What the ranked list says, in its order. */
	async lines(): Promise<Line[]> {
		const texts = await this.ranked.evaluateAll((links) =>
			links.map((link) => [link.querySelector('.name')?.textContent ?? '', link.querySelector('.value')?.textContent ?? ''] as const)
		);
		return texts.map(([name, value]) => ({ name: name.trim(), value: numberOf(value) }));
	}

	/** What the legend says, in its order. */
	async legendRows(): Promise<LegendRow[]> {
		const rows = await this.legend
			.locator('[data-row]')
			.evaluateAll((all) =>
				all.map((row) => [
					row.getAttribute('data-row') ?? '',
					row.querySelector('th')?.textContent ?? '',
					row.querySelector('td')?.textContent ?? ''
				])
			);
		return rows.map(([kind, label, count]) => ({ kind: kind!, label: label!.trim(), count: numberOf(count!) ?? NaN }));
	}

	/** Types into the search, waits for the communes, and returns the names that are offered. */
	async find(query: string): Promise<Locator> {
		await this.search.fill(query);
		const options = this.page.getByRole('listbox', { name: this.words.t('search.label') }).getByRole('option');
		await expect(options.or(this.page.getByText(this.words.t('search.none', { query })).first()).first()).toBeVisible();
		await expect(this.page.getByText(this.words.t('search.loading'))).toHaveCount(0);
		return options;
	}

	/** The search results of one kind. */
	resultsOf(kind: 'territory' | 'chain' | 'product' | 'cooperative'): Locator {
		return this.page.getByRole('group', { name: this.words.t(`search.group.${kind}`) }).getByRole('option');
	}
}

/** A row of the contributions: who, and how many points. */
export interface Contribution {
	readonly name: string;
	readonly points: number | null;
}

/** What is said about one place, in the panel of the map and on its own page alike. */
export class PlaceView {
	readonly root: Locator;
	readonly words: Words;

	constructor(root: Locator, words: Words) {
		this.root = root;
		this.words = words;
	}

	/** The name of the place. */
	get name(): Locator {
		return this.root.getByRole('heading').first();
	}

	/** The score out of 100. */
	async score(): Promise<number | null> {
		return numberOf(await this.root.locator('.score strong').first().innerText());
	}

	/** Why there is no score, when there is none. */
	get status(): Locator {
		return this.root.locator('[data-status]');
	}

	get contributions(): Locator {
		return this.root.getByRole('table', { name: this.words.t('panel.contributions') });
	}

	/** Reference, pillars and total as they are shown. */
	async parts(): Promise<Contribution[]> {
		const rows = await this.contributions
			.locator('tbody tr')
			.evaluateAll((all) =>
				all.map((row) => [row.querySelector('th')?.textContent ?? '', row.querySelector('td:last-child')?.textContent ?? ''])
			);
		return rows.map(([name, points]) => ({ name: name!.trim(), points: numberOf(points!) }));
	}

	get sentences(): Locator {
		return this.root.getByRole('definition');
	}

	/** The table of needs here against the national value. */
	get needs(): Locator {
		return this.root.getByRole('table', { name: this.words.t('panel.needs') });
	}

	/** The list of potentials under their heading. */
	get potentials(): Locator {
		return this.root
			.getByRole('heading', { name: this.words.t('panel.evidence'), exact: true })
			.locator('~ ul')
			.first()
			.getByRole('listitem');
	}

	get pageLink(): Locator {
		return this.root.getByRole('link', { name: this.words.t('panel.page') });
	}

	get close(): Locator {
		return this.root.getByRole('link', { name: this.words.t('panel.close') });
	}
}
